"""The dose of a home task in words, from its numbers."""

from typing import Protocol

from planner.model.exercise import Side
from planner.model.phrase import Phrase
from planner.words.plan import minutes
from planner.words.saying import joined, say, say_many

PART_OF_THE_DAY = say("as part of the day")
LONG_ENOUGH_TO_COUNT = 2  # minutes; a habit of less takes no time of its own
SIDES = {Side.YES: say("each side"), Side.SORE: say("on the sore side")}


class Counted(Protocol):
    """The numbers of a dose; None is what is not counted."""

    @property
    def sets(self) -> int | None:
        """How many rounds."""

    @property
    def reps(self) -> int | None:
        """How many times in a round."""

    @property
    def hold_seconds(self) -> int | None:
        """How long each is held."""

    @property
    def each_side(self) -> Side:
        """For which sides the count is."""

    @property
    def times_per_day(self) -> int | None:
        """How often a day; None of a habit."""

    @property
    def minutes(self) -> int:
        """What a whole day takes."""


def dose(count: Counted) -> Phrase:
    """How much of a home task, in a few words."""
    if count.times_per_day is None and count.minutes < LONG_ENOUGH_TO_COUNT:
        return PART_OF_THE_DAY
    if count.reps in (None, 1):
        return minutes(count.minutes)
    held = count.hold_seconds and say("hold {seconds} seconds", seconds=count.hold_seconds)
    often = (count.times_per_day or 1) > 1 and _often(count)
    parts = (_repeats(count), SIDES.get(count.each_side), held, often)
    return joined(*(one for one in parts if one), by=", ")


def briefly(count: Counted, known: str) -> Phrase | str:
    """The same without how long each is held; `known` where nothing is counted."""
    if count.reps is None and not count.minutes:
        return known
    if count.times_per_day is None and count.minutes < LONG_ENOUGH_TO_COUNT:
        return PART_OF_THE_DAY
    if count.reps in (None, 1):
        return minutes(count.minutes)
    often = (count.times_per_day or 1) > 1 and _often(count)
    parts = (_repeats(count), SIDES.get(count.each_side), often)
    return joined(*(one for one in parts if one), by=", ")


def _often(count: Counted) -> Phrase:
    return say("{number} times a day", number=count.times_per_day)


def _repeats(count: Counted) -> Phrase:
    if count.sets and count.sets > 1:
        return say("{sets} sets of {reps}", sets=count.sets, reps=count.reps)
    return say_many("{number} time", "{number} times", count.reps or 1)


def pictured(name: str, steps: str) -> Phrase:
    """What the picture of a home task shows, for whoever does not see it."""
    return say("{name}: {steps}", name=name, steps=steps)
