"""The client's own notes, as they wrote them: of the worst days, and the latest."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.diary import DiaryReading
from planner.exports.paper.diary_summary.asked import Chosen
from planner.model.phrase import Phrase
from planner.words import say, say_many
from planner.words.typed import clipped

OF_THE_WORST = 2
MOST_LETTERS = 100


class Note(NamedTuple):
    """What was written on a day, and that day's pain."""

    day: date
    words: str
    pain: float


def notes_of(reading: DiaryReading, of: Chosen) -> tuple[Note, ...]:
    """Every note of the chosen days, in order of date."""
    pain = {one.date: one.pain_0_10 for one in of.days if one.pain_0_10 is not None}
    entries = reading.diary.entries  # each has a score, and so has its day
    noted = entries[entries["note"].astype(str).str.strip() != ""]
    found = (
        Note(day.date(), clipped(str(words), MOST_LETTERS), pain[day.date()])
        for day, words in zip(noted["day"], noted["note"], strict=True)
        if of.first <= day.date() <= of.last
    )
    return tuple(sorted((one for one in found if one.words), key=lambda one: one.day))


def some_of(notes: Sequence[Note]) -> tuple[Note, ...]:
    """Those of the two worst days (of equals the later), and the latest; in order of date."""
    by_pain = sorted(notes, key=lambda one: (one.pain, one.day), reverse=True)
    return tuple(sorted({*by_pain[:OF_THE_WORST], *notes[-1:]}, key=lambda one: one.day))


def said(notes: Sequence[Note], shown: Sequence[Note]) -> tuple[Phrase, ...]:
    """Those that are shown, in the client's words; below them of how many they are."""
    lines = tuple(say("{day:near}: “{words}”", day=one.day, words=one.words) for one in shown)
    if len(shown) == len(notes):
        return lines
    how_many = say_many(
        "{shown} of {number} note: the worst days, and the latest.",
        "{shown} of {number} notes: the worst days, and the latest.",
        len(notes),
        shown=len(shown),
    )
    if len(shown) == 1:
        how_many = say_many("The latest of {number} note.", "The latest of {number} notes.",
                            len(notes))  # fmt: skip
    return (*lines, how_many)
