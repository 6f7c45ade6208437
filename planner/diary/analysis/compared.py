"""What one comparison found, and how much of it is claimed."""

from enum import Enum
from typing import NamedTuple

from planner.model.diary import Analysis, Difference, Phase


class Claim(Enum):
    """What the days carry: a difference, none that is clear, or hardly any at all."""

    LOWER = "lower"
    HIGHER = "higher"
    UNCLEAR = "unclear"
    ALIKE = "alike"


CLAIMED = frozenset({Claim.LOWER, Claim.HIGHER})


class Compared(NamedTuple):
    """Two phases, their difference, and the heading of the scores where they are not of pain."""

    before: Phase
    after: Phase
    difference: Difference
    of: str = ""

    @property
    def claim(self) -> Claim:
        """What is claimed: nothing while the interval holds zero, nor what rounds to nothing."""
        points, low, high = self.difference.points, self.difference.low, self.difference.high
        holds_zero = low <= 0 <= high
        if shown(low) == shown(high) == 0 or not (holds_zero or self._differs_as_shown):
            return Claim.ALIKE
        if holds_zero:
            return Claim.UNCLEAR
        return Claim.LOWER if points < 0 else Claim.HIGHER

    @property
    def _differs_as_shown(self) -> bool:
        differs = shown(self.before.mean) != shown(self.after.mean)
        return differs and shown(self.difference.points) != 0


def compared(found: Analysis) -> Compared:
    """What an analysis compared."""
    return Compared(found.before, found.after, found.difference, found.of)


def shown(points: float) -> float:
    """A number as it is read, with one decimal; never a zero with a minus."""
    return round(points, 1) + 0.0
