"""What the diary shows: a fall or a rise, how large, and whether chance explains it."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import fmean
from typing import NamedTuple

from planner.knowledge.entries.weights import OfCourse
from planner.model.change import (
    ENOUGH_DAYS,
    LEAST_ENTRIES,
    is_large_share,
    is_noticeable,
    reaches,
)
from planner.model.diary import Analysis, Day
from planner.model.diary.pain_days import DayDifference
from planner.model.review import Lately, Pain, PainDays

NOW = timedelta(days=14)  # what is called now, where enough of it was written


class Effect(NamedTuple):
    """The difference between the days before and since the start; nothing holds without one.

    Headache and attacks are judged by their days, all else by the mean of the scores. Both
    intervals allow for carry-over from day to day: a series that only wanders passes them seldom
    (bench/rules/review_noise.py has the rates).
    """

    seen: Analysis | None
    weights: OfCourse
    counted: DayDifference | None = None
    is_headache: bool = False

    @property
    def by_days(self) -> DayDifference | None:
        """The days, where it is them that the effect is judged by."""
        found = self.counted
        if found is None:
            return None
        return found if found.comes_first or (self.is_headache and found.can_tell) else None

    @property
    def is_known(self) -> bool:
        """Whether there are days enough to compare."""
        return self.seen is not None or self.by_days is not None

    @property
    def _interval(self) -> tuple[float, float]:
        """The ends of the interval of the difference; it holds zero where nothing is known."""
        if self.by_days:
            return self.by_days.with_pain.low, self.by_days.with_pain.high
        return (self.seen.difference.low, self.seen.difference.high) if self.seen else (0.0, 0.0)

    @property
    def is_clearly_lower(self) -> bool:
        """Whether the whole interval of the difference is below zero."""
        return self._interval[1] < 0

    @property
    def is_clearly_higher(self) -> bool:
        """Whether the whole interval of the difference is above zero."""
        return self._interval[0] > 0

    @property
    def fell_far(self) -> bool:
        """Whether it fell as far as people often notice, clear of chance or not."""
        if self.by_days:
            return self.fewer_days
        if self.seen is None:
            return False
        change, before = self.seen.difference, self.seen.before.mean
        fall = None if change.percent is None else -change.percent
        return is_noticeable(-change.points, before, fall)

    @property
    def fewer_days(self) -> bool:
        """Whether the days on which it hurts at all have become fewer by a noticeable share."""
        percent = self.counted.with_pain.percent if self.counted else None
        return percent is not None and is_large_share(-percent)

    @property
    def seems_improved(self) -> bool:
        """A noticeable fall that carry-over does not explain, on however few days."""
        return self.fell_far and self.is_clearly_lower

    @property
    def improved(self) -> bool:
        """The same, and on few days its whole interval more than a point below zero."""
        if self.by_days:
            return self.seems_improved and not self._has_few_days
        return self.fell_far and self._interval[1] < -self._margin

    @property
    def _has_few_days(self) -> bool:
        """Whether a side has too few days to stand alone."""
        found = self.by_days or self.seen
        return found is not None and min(found.before.logged, found.after.logged) < ENOUGH_DAYS

    @property
    def _margin(self) -> float:
        """How far from zero the interval of the scores must lie."""
        return self.weights.beyond_on_few_days if self._has_few_days else 0.0

    @property
    def worsened(self) -> bool:
        """A rise as large as a noticeable fall, as clear of chance."""
        if self.by_days:
            rose = is_large_share(self.by_days.with_pain.percent)
            return rose and self.is_clearly_higher and not self._has_few_days
        if self.seen is None or self.seen.difference.low <= self._margin:
            return False
        change = self.seen.difference
        return reaches(change.points, self.weights.worse_points) and is_large_share(change.percent)

    @property
    def days(self) -> PainDays | None:
        """The days with pain in four weeks, where they are what is judged by."""
        return pain_days(self.by_days) if self.by_days else None

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


def pain_days(found: DayDifference) -> PainDays:
    """The days with pain as a record keeps them."""
    rate = found.with_pain
    return PainDays(
        before=rate.before,
        now=rate.after,
        low=rate.low,
        high=rate.high,
        with_pain_before=found.before.with_pain,
        with_pain_since=found.after.with_pain,
        days_before=found.before.logged,
        days_since=found.after.logged,
        assumed=found.unwritten_are_free,
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
