"""What the diary shows: a fall or a rise, how large, and whether chance explains it."""

from typing import NamedTuple

from planner.model.diary import Analysis
from planner.model.review import Pain

NOTICEABLE_PERCENT = 30
NOTICEABLE_POINTS, HIGH_FROM, NOTICEABLE_POINTS_HIGH = 1.0, 6.0, 2.0
WORSE_POINTS = 2.0
ENOUGH_DAYS, BEYOND_ON_FEW = 14, 1.0  # few days wander far: a point more must be clear of chance


class Effect(NamedTuple):
    """The difference between the days before and since the start; nothing holds without one.

    The interval allows for carry-over from day to day: a series that only wanders passes it
    seldom (bench/review_noise.py has the rates).
    """

    seen: Analysis | None

    @property
    def is_clearly_lower(self) -> bool:
        """Whether the whole interval of the difference is below zero."""
        return self.seen is not None and self.seen.difference.high < 0

    @property
    def is_clearly_higher(self) -> bool:
        """Whether the whole interval of the difference is above zero."""
        return self.seen is not None and self.seen.difference.low > 0

    @property
    def is_lower(self) -> bool:
        """Whether the mean is lower at all."""
        return self.seen is not None and self.seen.difference.points < 0

    @property
    def fell_far(self) -> bool:
        """Whether the mean fell as far as people often notice, clear of chance or not."""
        if self.seen is None:
            return False
        change = self.seen.difference
        high = self.seen.before.mean >= HIGH_FROM
        needed = NOTICEABLE_POINTS_HIGH if high else NOTICEABLE_POINTS
        return _at_least(-change.points, needed) and _by_share(change.percent, falling=True)

    @property
    def seems_improved(self) -> bool:
        """A noticeable fall that carry-over does not explain, on however few days."""
        return self.fell_far and self.is_clearly_lower

    @property
    def improved(self) -> bool:
        """The same, and on few days its whole interval more than a point below zero."""
        return self.fell_far and self.seen is not None and self.seen.difference.high < -self._margin

    @property
    def _margin(self) -> float:
        """How far from zero the interval must lie."""
        seen = self.seen
        few = seen is not None and min(seen.before.logged, seen.after.logged) < ENOUGH_DAYS
        return BEYOND_ON_FEW if few else 0.0

    @property
    def worsened(self) -> bool:
        """A rise as large as a noticeable fall, as clear of chance."""
        if self.seen is None or self.seen.difference.low <= self._margin:
            return False
        change = self.seen.difference
        return _at_least(change.points, WORSE_POINTS) and _by_share(change.percent, falling=False)

    def pain(self, *, noticeable: bool = False) -> Pain | None:
        """The figures; `noticeable` as the whole standing says."""
        if self.seen is None:
            return None
        before, after, change = self.seen.before, self.seen.after, self.seen.difference
        return Pain(
            before=before.mean,
            now=after.mean,
            low=change.low,
            high=change.high,
            days_before=before.logged,
            days_since=after.logged,
            noticeable=noticeable,
        )


def _at_least(value: float, least: float) -> bool:
    """Whether a value reaches a threshold; means of days carry rounding in their last digits."""
    return round(value, 6) >= least


def _by_share(percent: float | None, *, falling: bool) -> bool:
    """Whether a change is 30 % or more; no percent is used below a mean of 3.

    A point is more than 30 % there anyway.
    """
    return percent is None or _at_least(-percent if falling else percent, NOTICEABLE_PERCENT)
