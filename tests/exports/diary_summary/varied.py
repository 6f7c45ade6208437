"""Thirty and two diaries of as many kinds, each with what is asked of its page."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

from planner.diary import csv_template, read_diary
from planner.exports.paper.diary_summary import MOST_OF_A_QUESTION, Asked
from planner.model.diary import (
    Choices,
    DayWritten,
    Direction,
    Follow,
    Milestone,
    MilestoneKind,
    Part,
)
from planner.model.vocabulary import Locale
from tests.conftest import client_with, sample

FIRST, BEGAN, ON = date(2026, 11, 19), date(2026, 12, 17), date(2027, 3, 1)
LONG = "Featherstonehaugh-Cholmondeleyvereingtonshire-Worthingtonbrooksmith"
NOTES = (
    "could not lift the kettle", "*_#[] $x$ @a `b` <c> // d", "לא ישנתי כל הלילה", "نمت جيدا اليوم",
    "ปวดหลังมาก", "कमर में दर्द", "疼痛严重",
    "😀 walked to the pier", LONG * 4, "packed boxes all day, " * 12,
)  # fmt: skip
WORDS = "It hurts here and there, and sometimes at night. " * 5
QUESTION = WORDS[: MOST_OF_A_QUESTION - 1]


def written(days: int, seed: int = 1, first: date = FIRST, **other: object) -> list[DayWritten]:
    """So many days with all three scores, a session a week from the plan on, some notes."""
    drawn = Random(seed)
    made = []
    for number in range(days):
        day = first + timedelta(number)
        pain, sleep, way = (min(10, max(0, round(drawn.gauss(5, 2)))) for _ in range(3))
        weekly = day >= BEGAN and (day - BEGAN).days % 7 == 0
        note = NOTES[number % len(NOTES)] if number % 5 == 0 else ""
        made.append(DayWritten(day, pain, sleep, way, weekly, note)._replace(**other))
    return made


def reading(rows: list[DayWritten]):
    """The diary of some days, read."""
    return read_diary(csv_template(rows), "diary.csv", on=ON)


def _without(rows: list[DayWritten], share: float) -> list[DayWritten]:
    """Some of the days, as somebody leaves them out."""
    drawn = Random(2)
    return [one for one in rows if drawn.random() > share]


def _seldom() -> list[DayWritten]:
    """Pain on some days, more of them before the plan."""
    rows = written(70)
    return [one._replace(pain=6.0 if n % (2 + 2 * (n > 28)) == 0 else 0.0)
            for n, one in enumerate(rows)]  # fmt: skip


def _table(head: str, *lines: str, choices: Choices | None = None):
    text = "\n".join((head, *lines))
    return read_diary(text.encode(), "table.csv", choices, on=ON)


def _with_medicine():
    lines = (
        f"{FIRST + timedelta(n)},{n % 10},{'yes' if n % 3 else 'no'},{300 + n}" for n in range(60)
    )
    chosen = Choices(direction=Direction.WORSE, scale=(0, 10), columns={Part.MEDICINE: "tablet"})
    return _table("date,pain,tablet,sleep", *lines, choices=chosen)


def _attacks():
    """Days with pain or without it, and never how bad it was."""
    lines = (
        f"{FIRST + timedelta(n)},{'yes' if n % (3 + n // 28) == 0 else 'no'}" for n in range(70)
    )
    return _table("date,migraine", *lines, choices=Choices(pain=Follow.COUNT_DAYS.value))


def _milestones(number: int) -> tuple[Milestone, ...]:
    kinds = tuple(MilestoneKind)
    return tuple(
        Milestone(
            day=FIRST + timedelta(2 * n), kind=kinds[n % len(kinds)], note=(WORDS[:80], "")[n % 2]
        )
        for n in range(number)
    )


@cache
def diaries() -> tuple[tuple[str, Asked], ...]:
    """Each with a name; place, start, label and question vary with them."""
    return tuple(_varied())


def _varied() -> Iterator[tuple[str, Asked]]:
    labels = (
        "",
        "0412",
        LONG,
        "محمد عبد الرحمن",
        "דוד בן־גוריון",
        "สมชาย ศรีสุวรรณ",
        "王小明",
        "J.S. 😀",
    )
    for at, (name, of) in enumerate(_kinds()):
        place = list(Locale)[at % len(Locale)].value
        yield name, of._replace(locale=place, label=labels[at % len(labels)])


def _kinds() -> Iterator[tuple[str, Asked]]:
    usual = Asked(reading(written(56)), ON, "US", BEGAN)
    yield "eight weeks", usual
    yield "one day", usual._replace(reading=reading(written(1)))
    yield "ten years", usual._replace(reading=reading(written(3650, first=date(2017, 1, 15))))
    yield "two days", usual._replace(reading=reading(written(2)), started=None)
    yield "no sleep", usual._replace(reading=reading(written(56, sleep=None)))
    yield "pain alone", usual._replace(reading=reading(written(56, sleep=None, way=None)))
    yield "four hundred notes", usual._replace(reading=reading(written(400, note=NOTES[-1])))
    yield "a note each day", usual._replace(reading=reading(written(56, note=NOTES[1])))
    yield "right to left", usual._replace(reading=reading(written(56, note=NOTES[2])),
                                          question="האם תוכל לבדוק את השינה?")  # fmt: skip
    yield (
        "one long word",
        usual._replace(reading=reading(written(56, note=NOTES[8])), question=LONG * 3),
    )
    yield "no pain at all", usual._replace(reading=reading(written(56, pain=0)))
    yield "always the worst", usual._replace(reading=reading(written(56, pain=10)))
    yield "half missing", usual._replace(reading=reading(_without(written(120), 0.5)))
    yield "a month missing", usual._replace(reading=reading([*written(40), *written(90)[70:]]))
    yield "no start", usual._replace(started=None)
    yield "start after the end", usual._replace(started=ON)
    yield "start on the first day", usual._replace(started=FIRST)
    yield "start on the last day", usual._replace(started=FIRST + timedelta(55))
    yield "chosen days", usual._replace(first=date(2026, 12, 1), last=date(2027, 1, 31))
    yield "chosen years", usual._replace(first=date(2020, 1, 1), last=date(2030, 12, 31))
    yield "a question", usual._replace(question=QUESTION)
    yield "forty milestones", usual._replace(milestones=_milestones(40), question=QUESTION)
    yield "three milestones", usual._replace(milestones=_milestones(3))
    yield "medicine, sleep in minutes", usual._replace(reading=_with_medicine())
    yield "attacks without a score", usual._replace(reading=_attacks())
    yield "mostly free of pain", usual._replace(reading=reading(_seldom()))
    yield "signs asked", usual._replace(intake=sample("knee-anticoagulant"))
    yield "signs of a back", usual._replace(intake=client_with("low-back-pain"), question=QUESTION)
    yield "a year", usual._replace(reading=reading(written(365)), milestones=_milestones(5))
    yield "two years of weeks", usual._replace(reading=reading(_without(written(730), 0.7)))
    yield "another bad day", usual._replace(bad_from=5.5)
    yield "all of it", usual._replace(
        reading=reading(_without(written(400, note=NOTES[-1]), 0.4)), question=QUESTION,
        milestones=_milestones(40), intake=sample("knee-anticoagulant"),
    )  # fmt: skip
