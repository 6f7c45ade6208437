"""Which days an axis of time names: in even steps, none twice, the year where it matters."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from planner.charts.figure import MONTHS, Spec
from planner.model.phrase import Phrase
from planner.words import dated

MOST = 6  # what half a screen holds beside each other
STEPS_OF_DAYS = (1, 2, 7, 14)
STEPS_OF_MONTHS = (1, 2, 3, 6)
STEPS_OF_YEARS = (1, 2, 5, 10, 20, 50)
DAYS_SAID = "days_said"  # what the axis says at each of its days
Lines = tuple[Phrase, ...]


class Tick(NamedTuple):
    """A day that an axis names, and the lines of its label."""

    day: date
    says: Lines


def ticks(first: date, last: date, anchor: date | None = None, each: int = 1) -> tuple[Tick, ...]:
    """The named days from `first` to `last`: at most six; of a few weeks counted from `anchor`.

    `each` is how many days one mark of the picture stands for.
    """
    for step in [step for step in STEPS_OF_DAYS if step % each == 0]:
        if (last - first).days < MOST * step:
            return _said(_every(step, first, last, anchor or first), _day)
    for step in STEPS_OF_MONTHS:
        found = [day for day in _firsts(first, last) if (day.month - 1) % step == 0]
        if len(found) <= MOST:
            return _said(found, _month)
    januaries = [day for day in _firsts(first, last) if day.month == 1]
    step = next(one for one in STEPS_OF_YEARS if len(januaries) / one <= MOST)
    years = [day for day in januaries if (day.year - last.year) % step == 0]
    return tuple(Tick(day, (_year(day),)) for day in years)


def _every(step: int, first: date, last: date, anchor: date) -> list[date]:
    """The days from first to last that lie whole steps from the anchor."""
    begun = (first - anchor).days
    whole = range(-(-begun // step), (last - anchor).days // step + 1)
    return [anchor + timedelta(days=step * number) for number in whole]


def _firsts(first: date, last: date) -> Iterator[date]:
    """The first of each month between two days."""
    begun = first.year * MONTHS + first.month - 1 + (first.day > 1)
    for number in range(begun, last.year * MONTHS + last.month):
        yield date(number // MONTHS, number % MONTHS + 1, 1)


def _said(days: list[date], form: Callable[[date], Phrase]) -> tuple[Tick, ...]:
    """Each day in its form, with its year where that is new, or where the form comes twice."""
    forms = [form(day) for day in days]
    always = len(set(forms)) < len(forms)
    made, year = [], 0
    for day, words in zip(days, forms, strict=True):
        told = always or day.year != year
        made.append(Tick(day, (words, _year(day)) if told else (words,)))
        year = day.year
    return tuple(made)


def _day(day: date) -> Phrase:
    return dated(day, "short")


def _month(day: date) -> Phrase:
    return dated(day, "short-month-only")


def _year(day: date) -> Phrase:
    return dated(day, "year-only")


def days_said(named: tuple[Tick, ...]) -> Spec:
    """What the labels of an axis of days say, as a parameter of its drawing."""
    return {DAYS_SAID: {f"{one.day}": list(one.says) for one in named}}


def axis_of_days(named: tuple[Tick, ...], **style: object) -> Spec:
    """An axis that names these days; the drawing has `days_said` among its parameters."""
    return {
        "title": None,
        "grid": False,
        "values": [datetime_of(one.day) for one in named],
        "labelExpr": f"{DAYS_SAID}[timeFormat(datum.value, '%Y-%m-%d')]",
        "labelOverlap": "parity",
        "labelFlush": True,
        **style,
    }


def datetime_of(day: date, hour: int = 0) -> Spec:
    """A moment as a drawing takes one for its axis: in the reader's own time."""
    return {"year": day.year, "month": day.month, "date": day.day, "hours": hour}


def scale_of_days(first: date, last: date) -> Spec:
    """From the first day to the last, with room for the marks at both ends."""
    room = timedelta(days=(last - first).days // 100)
    begins, ends = first - room - timedelta(days=1), last + room
    return {"domain": [datetime_of(begins, 12), datetime_of(ends, 12)], "nice": False}
