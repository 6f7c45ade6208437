"""The numbers and words that may be set of a line, and the lines that may come in, as values."""

from collections.abc import Mapping
from typing import NamedTuple

from planner.model.ids import LineId, RegionId
from planner.model.phrase import Phrase
from planner.model.vocabulary import Level, Pressure


class Range(NamedTuple):
    """The numbers that may be set of one value, and the one that it has now.

    `why_no_more` is what forbids more, None where it is only the end of the scale. What lies below
    `tested_from` or above `tested_to` is unusual and allowed; `below` and `above` say so.
    """

    lowest: float
    highest: float
    step: float
    now: float | None
    options: tuple[float, ...] = ()
    why_no_more: Phrase | None = None
    tested_from: float | None = None
    tested_to: float | None = None
    below: Phrase | None = None
    above: Phrase | None = None

    def note(self, value: float) -> Phrase | None:
        """What is unusual about a number; None where nothing is."""
        if self.tested_from is not None and value < self.tested_from:
            return self.below
        if self.tested_to is not None and value > self.tested_to:
            return self.above
        return None


class Option(NamedTuple):
    """One word that may be set: whether it is the one now, and why not where it may not be."""

    value: Pressure | Level | RegionId
    name: Phrase | str
    is_now: bool = False
    why_not: Phrase | str | None = None


class Bounds(NamedTuple):
    """What may be set of a line, by the name of the value as `planner.model.edits` has it."""

    line: LineId
    numbers: Mapping[str, Range] = {}
    words: Mapping[str, tuple[Option, ...]] = {}


class Candidate(NamedTuple):
    """A line that may come into the plan; `why_not` where it may not. `part` as a plan has it."""

    id: LineId
    name: str
    part: str
    why_not: Phrase | str | None = None
