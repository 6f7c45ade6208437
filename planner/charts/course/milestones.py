"""What happened on some days, as flags below the time axis: one line each where two would meet."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from planner.charts.drawing import moment
from planner.charts.figure import Row
from planner.model.diary import Milestone
from planner.model.phrase import Phrase
from planner.words import joined, say, say_many
from planner.words.terms import MILESTONE

MOST_LINES = 4
LETTER, FLAG, NARROW = 7.4, 22, 290  # pixels: a letter, the flag itself, the narrowest plot
LEFT, RIGHT = "left", "right"  # where the words begin, seen from their flag


class Flag(NamedTuple):
    """A milestone on its line, 0 next to the axis; its words run to one side of it."""

    day: date
    words: str
    line: int
    runs: str


def in_words(of: Milestone) -> str:
    """What happened, as far as it was said."""
    if of.note:
        return say("{kind}: {note}", kind=MILESTONE[of.kind], note=of.note)
    return MILESTONE[of.kind]


def flags(milestones: Iterable[Milestone], first: date, last: date) -> tuple[Flag, ...]:
    """Those between two days that find a line of their own, the earliest first."""
    inside = [one for one in milestones if first <= one.day <= last]
    taken: list[list[tuple[float, float]]] = [[] for _ in range(MOST_LINES)]
    made = []
    for one in sorted(inside, key=lambda one: one.day):
        words = in_words(one)
        runs, place = _place(one.day, words, first, last)
        line = next((at for at, others in enumerate(taken) if _free(place, others)), None)
        if line is not None:
            taken[line].append(place)
            made.append(Flag(one.day, words, line, runs))
    return tuple(made)


def _place(day: date, words: str, first: date, last: date) -> tuple[str, tuple[float, float]]:
    """To which side the words run, and from where to where they reach on a narrow plot."""
    at = NARROW * (day - first).days / max(1, (last - first).days)
    wide = min(NARROW / 2, FLAG + LETTER * len(words))
    return (RIGHT, (at, at + wide)) if at <= NARROW / 2 else (LEFT, (at - wide, at))


def _free(place: tuple[float, float], others: Sequence[tuple[float, float]]) -> bool:
    begins, ends = place
    return all(ends <= other[0] or other[1] <= begins for other in others)


def flag_rows(found: Sequence[Flag]) -> list[Row]:
    """The flags as a drawing takes them."""
    return [{"day": moment(one.day), "line": one.line, "says": one.words, "runs": one.runs}
            for one in found]  # fmt: skip


def lines_of(found: Iterable[Flag]) -> int:
    """How many lines the flags take."""
    return max((one.line + 1 for one in found), default=0)


def milestones_said(milestones: Sequence[Milestone], drawn: int) -> Phrase | str:
    """What happened when, and how many of it found no room in the picture."""
    if not milestones:
        return ""
    ordered = sorted(milestones, key=lambda one: one.day)
    told = [say("{day:short-year}: {what}", day=one.day, what=in_words(one)) for one in ordered]
    begun = say("Flags: {milestones:semicolons}.", milestones=told)
    more = len(milestones) - drawn
    if not more:
        return begun
    left = say_many(
        "{number} of them has no flag in the picture.",
        "{number} of them have no flag in the picture.",
        more,
    )
    return joined(begun, left)
