"""What the diary shows: a fall or a rise, how large, and whether chance explains it."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

from planner.knowledge.weights import OfCourse
from planner.model.change import (
    ENOUGH_DAYS,
    LEAST_ENTRIES,
    is_large_share,
    is_noticeable,
    reaches,
)
from planner.model.diary import Analysis, Day
from planner.model.review import Lately, Pain

NOW = timedelta(days=14)  # what is called now, where enough of it was written


class Effect(NamedTuple):
    """The difference between the days before and since the start; nothing holds without one.

    The interval allows for carry-over from day to day: a series that only wanders passes it
    seldom (bench/review_noise.py has the rates).
    """

    seen: Analysis | None
    weights: OfCourse
    days_hurting: tuple[float, float] = (0.0, 0.0)  # of those written, before and since

    @property
    def is_clearly_lower(self) -> bool:
        """Whether the whole interval of the difference is below zero."""
        return self.seen is not None and self.seen.difference.high < 0

    @property
    def is_clearly_higher(self) -> bool:
        """Whether the whole interval of the difference is above zero."""
        return self.seen is not None and self.seen.difference.low > 0

    @property
    def fell_far(self) -> bool:
        """Whether the mean fell as far as people often notice, clear of chance or not."""
        if self.seen is None:
            return False
        change, before = self.seen.difference, self.seen.before.mean
        fall = None if change.percent is None else -change.percent
        return is_noticeable(-change.points, before, fall)

    @property
    def fewer_days(self) -> bool:
        """Whether the days on which it hurts at all have become fewer by a noticeable share."""
        before, since = self.days_hurting
        if self.seen is None or not before:
            return False
        return is_large_share(100 * (before - since) / before)

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
        return self.weights.beyond_on_few_days if few else 0.0

    @property
    def worsened(self) -> bool:
        """A rise as large as a noticeable fall, as clear of chance."""
        if self.seen is None or self.seen.difference.low <= self._margin:
            return False
        change = self.seen.difference
        return reaches(change.points, self.weights.worse_points) and is_large_share(change.percent)

    def pain(self, lately: Lately | None = None, *, noticeable: bool = False) -> Pain | None:
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
            lately=lately,
        )


def lately(days: Sequence[Day], started: date, on: date) -> Lately | None:
    """The last 14 days written since the start, or as many more as hold enough of them."""
    since = {one.date: one.pain_0_10 for one in days if started <= one.date <= on}
    written = sorted((day, pain) for day, pain in since.items() if pain is not None)
    if not written:
        return None
    last = written[-1][0]
    inside = [one for one in written if one[0] > last - NOW]
    if len(inside) < LEAST_ENTRIES:
        inside = written[-LEAST_ENTRIES:]
    first = min(inside[0][0], max(started, last - NOW + timedelta(days=1)))
    return Lately(
        average=fmean(pain for _, pain in inside), days=len(inside), first=first, last=last
    )
