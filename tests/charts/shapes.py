"""Fourteen diaries as people bring them, from one day to ten years: every picture must carry each.

All are invented; each is a file's text, when the plan began, and what happened on the way.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from math import sin
from typing import NamedTuple

from planner.charts.figure import Figure
from planner.charts.figures import over_time, what_lies_behind
from planner.diary import DiaryReading, read_diary
from planner.model.diary import Milestone, MilestoneKind

FIRST = date(2026, 3, 9)
TODAY = date(2026, 11, 23)
PLACES = ("Neck", "Lower back; left hip", "Right knee")


class Shape(NamedTuple):
    """A diary with the start of its plan and its milestones."""

    text: str
    started: date | None
    milestones: tuple[Milestone, ...] = ()

    @property
    def reading(self) -> DiaryReading:
        """The diary as it is read."""
        return _read(self.text)


def of_a_diary(
    reading: DiaryReading, started: date | None, milestones: Sequence[Milestone] = ()
) -> list[Figure]:
    """Everything that a diary lets draw, in the order in which the page has it."""
    first = over_time(reading, started, milestones)
    return [*([first] if first else []), *what_lies_behind(reading)]


@cache
def _read(text: str) -> DiaryReading:
    """Each file once, however many tests look at it."""
    return read_diary(text.encode(), "diary.csv", on=TODAY)


def score(number: int) -> int:
    """An invented score that goes up and down."""
    return round(5 + 1.6 * sin(number / 17) + (number * 7919 % 7 - 3) * 0.7)


def falling(number: int) -> int:
    """A score that begins high and comes down after four weeks."""
    return max(0, score(number) + (1 if number < 28 else -2 - number // 40))


def table(
    days: Iterable[int], pain: Callable[[int], int], first: date = FIRST, sessions: int = 28
) -> str:
    """A line for each day with sleep and place, and a massage each week from some day on."""
    lines = [
        f"{first + timedelta(days=n)},{pain(n)},{round(6 - pain(n) / 3 + n * 31 % 3)},"
        f"{PLACES[n * n % 3]},{'yes' if n % 7 == 3 and n >= sessions else ''}"
        for n in days
    ]
    return "\n".join(["Date,Pain (0-10),Sleep (0-10),Where,Massage", *lines])


def after(days: int) -> date:
    """A day that many days after the first."""
    return FIRST + timedelta(days=days)


def _twice_a_day() -> str:
    lines = [
        f"{after(n)},{hour}:00,{min(10, score(n) + (hour > 12))}"
        for n in range(42)
        for hour in (8, 20)
    ]
    return "\n".join(["Date,Time,Pain (0-10)", *lines])


def _typo() -> str:
    """Forty days, one of them written in the year before."""
    lines = table(range(40), score).splitlines()
    return "\n".join([*lines[:12], lines[12].replace("2026", "2025", 1), *lines[13:]])


def _attacks() -> str:
    lines = [
        f"{after(n)},{7 + n % 3}"
        for n in range(174)
        if n * n % 19 == (4 if n < 82 else 6) or n % 31 == 5
    ]
    return "\n".join(["Date,Pain (0-10)", *lines])


TEN_YEARS_AGO = date(2016, 4, 1)
HAPPENED = (
    Milestone(day=after(9), kind=MilestoneKind.MEDICINE, note="amitriptyline, at night"),
    Milestone(day=after(38), kind=MilestoneKind.FLARE),
    Milestone(day=after(41), kind=MilestoneKind.HOLIDAY, note="two weeks by the sea"),
    Milestone(day=after(84), kind=MilestoneKind.OTHER, note="a new job with much lifting"),
)
SHAPES = {
    "one day": Shape(table(range(1), score), None),
    "two days": Shape(table(range(2), score), None),
    "seven days": Shape(table(range(7), score), after(4)),
    "28 days": Shape(table(range(28), score), None),
    "90 days": Shape(table(range(90), falling), after(28), HAPPENED),
    "two and a half years": Shape(table(range(900), score, date(2024, 2, 5)), None),
    "ten years, 58 days since": Shape(
        table(range(3600), score, TEN_YEARS_AGO, 3542), TEN_YEARS_AGO + timedelta(days=3542)
    ),
    "a year mistyped": Shape(_typo(), after(20)),
    "all zeros": Shape(table(range(30), lambda _: 0), after(15)),
    "all tens": Shape(table(range(30), lambda _: 10), after(15)),
    "attacks only": Shape(_attacks(), after(82)),
    "a gap of four months": Shape(table([*range(40), *range(160, 210)], score), after(180)),
    "two entries a day": Shape(_twice_a_day(), after(14)),
    "started on the last day": Shape(table(range(35), score), after(34)),
}
