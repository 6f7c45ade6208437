"""Days with pain before and since a date: what headache and attacks are judged by."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from planner.diary.analysis import caveats, effects
from planner.diary.analysis.by_days import words
from planner.diary.analysis.by_days.shares import ShareDifference, share_difference
from planner.diary.analysis.cautioned import FALL_LEVEL
from planner.diary.analysis.caveats import When
from planner.diary.analysis.counting import BAD_FROM
from planner.diary.analysis.effects import Series
from planner.model.change import ENOUGH_DAYS, LEAST_COVERAGE, LEAST_ENTRIES
from planner.model.diary import Day
from planner.model.diary.pain_days import DayCount, DayDifference, DayRate
from planner.model.phrase import Texts

MONTH = 28  # days: four whole weeks
SLOPE_LEVEL = 0.99  # of the interval of a slope through both sides: days tell less than scores
MOSTLY = 0.5  # of the days of both sides together are free of pain: attacks

Marks = Mapping[date, bool]  # true or not, of the days of which it is known


class _Sides(NamedTuple):
    """The days compared, on each side every one of them."""

    before: tuple[date, ...]
    after: tuple[date, ...]

    def of(self, marks: Marks) -> tuple[Series, Series]:
        """Both sides as 1 and 0; not a number where it is not known."""
        before, after = ([float(marks.get(day, np.nan)) for day in side] for side in self)
        return np.array(before), np.array(after)


class Written(NamedTuple):
    """What was written down; `may_assume` is False where a day without an entry is known to be one.

    `medicine` is None where no column says when it was taken.
    """

    days: Sequence[Day]
    sessions: Collection[date] = ()
    medicine: Collection[date] | None = None
    may_assume: bool = True


def days_compared(
    written: Written, started: date, window: int, bad_from: float = BAD_FROM
) -> DayDifference | None:
    """Days with pain before `started` and from it on; None where there are too few to count.

    Where only days with pain are written down, and most days have no entry, the days without one
    are taken as free of pain, and the result says so.
    """
    hurts = {one.date: one.with_pain for one in written.days if one.with_pain is not None}
    sides = _sides(hurts, hurts, started, window)
    assumed = written.may_assume and _are_only_bad_days(hurts, sides)
    if assumed:
        sides = _sides(hurts, {*hurts, *written.sessions}, started, window)
        hurts = {day: hurts.get(day, False) for side in sides for day in side}
    if not all(_is_enough(values) for values in sides.of(hurts)):
        return None
    bad = _bad(written.days, hurts, bad_from)
    before, after = (_count(side, hurts, bad, written.medicine) for side in sides)
    found = share_difference(*sides.of(hurts))
    counted = DayDifference(
        before=before,
        after=after,
        bad_from=bad_from,
        with_pain=_rate(found),
        bad=None if bad is None else _rate(share_difference(*sides.of(bad))),
        mostly_free=before.with_pain + after.with_pain <= MOSTLY * (before.logged + after.logged),
        unwritten_are_free=assumed,
        cautions=(*words.assumed(assumed), *_cautions(*sides.of(hurts), found)),
    )
    return counted.model_copy(update={"says": tuple(words.sentences(counted))})


def _sides(hurts: Marks, seen: Collection[date], started: date, window: int) -> _Sides:
    """The last days of the window on each side, from the first known day to the last seen."""
    if not hurts:
        return _Sides((), ())
    last = max(seen)
    first, from_day = min(hurts), max(started, last - timedelta(window - 1))
    return _Sides(
        _every(max(first, started - timedelta(window)), started - timedelta(1)),
        _every(max(first, from_day), last),
    )


def _every(first: date, last: date) -> tuple[date, ...]:
    return tuple(first + timedelta(days=number) for number in range((last - first).days + 1))


def _are_only_bad_days(hurts: Marks, sides: _Sides) -> bool:
    """Whether every day written down has pain, and on both sides most days have no entry."""
    if len(hurts) < LEAST_ENTRIES or not all(hurts.values()):
        return False
    return all(
        len(side) >= MONTH and sum(day in hurts for day in side) < LEAST_COVERAGE * len(side)
        for side in sides
    )


def _is_enough(values: Series) -> bool:
    """Whether a side has the days to be counted; the gates of the scores."""
    known = len(effects.logged(values))
    return known >= LEAST_ENTRIES and known >= LEAST_COVERAGE * len(values)


def _bad(days: Iterable[Day], hurts: Marks, bad_from: float) -> Marks | None:
    """Which days were bad; None where pain was written down without a score."""
    scores = {one.date: one.pain_0_10 for one in days if one.pain_0_10 is not None}
    if any(hurt and day not in scores for day, hurt in hurts.items()):
        return None
    return {day: scores.get(day, 0.0) >= bad_from for day in hurts}


def _count(
    side: tuple[date, ...], hurts: Marks, bad: Marks | None, medicine: Iterable[date] | None
) -> DayCount:
    return DayCount(
        days=len(side),
        logged=sum(day in hurts for day in side),
        with_pain=sum(hurts.get(day, False) for day in side),
        bad=None if bad is None else sum(bad.get(day, False) for day in side),
        medicine=None if medicine is None else len({*medicine} & {*side}),
    )


def _rate(found: ShareDifference) -> DayRate:
    """The shares as days in four weeks."""
    apart = found.after - found.before
    return DayRate(
        before=MONTH * found.before,
        after=MONTH * found.after,
        low=MONTH * found.interval.low,
        high=MONTH * found.interval.high,
        percent=100 * apart / found.before if found.before else None,
    )


def _cautions(before: Series, after: Series, found: ShareDifference) -> Texts:
    """What stands against reading too much into the counts."""
    said = []
    if found.interval.high < 0 and _was_falling(before):
        said.append(words.ALREADY_FEWER)
    elif not found.interval.low <= 0 <= found.interval.high and _is_like_a_slope(
        before, after, found
    ):
        said.append(words.LIKE_A_SLOW_CHANGE)
    for values, when in ((before, When.BEFORE), (after, When.AFTER)):
        number = len(effects.logged(values))
        if number < ENOUGH_DAYS:
            said.append(caveats.few_days(number, when))
    return tuple(said)


def _was_falling(before: Series) -> bool:
    slope, p = effects.trend(before)
    return slope < 0 and p < FALL_LEVEL


def _is_like_a_slope(before: Series, after: Series, found: ShareDifference) -> bool:
    as_means = effects.MeanDifference(found.after - found.before, found.interval, found.carry_over)
    return effects.could_be_a_slope(before, after, as_means, SLOPE_LEVEL)
