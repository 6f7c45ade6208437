"""What changed in a diary since a date, with its cautions; nothing when there is too little."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np

from planner.diary.analysis import caveats, effects, wording
from planner.diary.analysis.caveats import When
from planner.model.change import ENOUGH_DAYS, LEAST_COVERAGE, LEAST_ENTRIES
from planner.model.diary import Analysis, Day, Difference, Phase
from planner.model.phrase import Phrase, Texts

LEAST_FOR_PERCENT = 3.0  # mean before; a share of less sounds like more than it is
LEAST_FOR_TREND = 14
FALL_LEVEL = 0.2  # p of a steady fall: cautioned about early; docs/diary.md has both error rates
SLOPE_LEVEL = 0.95  # of the interval of a slope through both sides
WINDOW = 84  # days on each side, so that like is compared with like; never years with weeks
OTHER_SEASON = 90  # days from the middle of one side to that of the other, within the year
WEEK, MOST_OF_A_WEEK, YEAR = 7, 4, 365  # days
TEN = 10.0
WORST_TENTH = 0.9  # quantile of the weeks before the plan, above which one is a bad spell
CLEARLY_WORSE = 0.5  # points above the usual week
FEW_MISSING = 0.1  # of the days may be missing without a word
LEAST_GAPS = 5  # gaps, and days away from them, to compare at all
GAP_POINTS = 1.0  # between days just before a gap and others: the least that people notice


class _Trend(NamedTuple):
    """Points a day, and whether a fall is more than chance likely makes."""

    slope: float
    falls: bool


class _Sides(NamedTuple):
    """The days compared on each side, every day before the start, and when the sides lie.

    `before` and `after` are the days of the two windows, `every` those of the whole time before.
    """

    before: effects.Series
    after: effects.Series
    every: effects.Series
    since: int
    middle_before: date
    middle_after: date


def series(days: Sequence[Day], first: date, last: date) -> effects.Series:
    """One value a day on 0 to 10 from the first to the last date, NaN where none was written."""
    values = np.full((last - first).days + 1, np.nan)
    known = [(day.date.toordinal(), day.pain_0_10) for day in days if day.pain_0_10 is not None]
    if known:
        ordinals, pains = np.array(known, dtype=float).T
        places = ordinals.astype(int) - first.toordinal()
        inside = (places >= 0) & (places < len(values))
        values[places[inside]] = pains[inside]
    return values


def _phases_of(days: Sequence[Day], started: date) -> tuple[effects.Series, effects.Series]:
    """The days before the start, and the days from it on; empty where the diary has none."""
    written = [day.date for day in days if day.pain_0_10 is not None]
    empty = np.array([], dtype=float)
    if not written:
        return empty, empty
    first, last = min(written), max(written)
    whole = series(days, first, last)
    cut = min(max(0, (started - first).days), len(whole))
    after = whole[cut:] if first <= started else series(days, started, last)
    return whole[:cut], after


def _sides_of(days: Sequence[Day], started: date, window: int) -> _Sides:
    """The last days of a window on each side of the start."""
    every, since = _phases_of(days, started)
    before, after = _from_the_first_written(every[-window:]), since[-window:]
    return _Sides(
        before,
        after,
        every,
        len(since),
        started - timedelta(days=len(before) // 2),
        started + timedelta(days=len(since) - len(after) // 2),
    )


def _from_the_first_written(values: effects.Series) -> effects.Series:
    """The days from the first that was written down on."""
    written = np.flatnonzero(~np.isnan(values))
    return values[written[0] :] if len(written) else values


def obstacles(days: Sequence[Day], started: date, window: int = WINDOW) -> Texts:
    """Why the days cannot be compared; nothing when they can."""
    sides = _sides_of(days, started, window)
    return _too_little(sides.before, sides.after)


def _too_little(a: effects.Series, b: effects.Series) -> Texts:
    """Why two phases cannot be compared; nothing when they can."""
    found = []
    for when, phase in ((When.BEFORE, a), (When.AFTER, b)):
        number = len(effects.logged(phase))
        if number < LEAST_ENTRIES:
            found.append(caveats.too_few(number, when))
        elif number < LEAST_COVERAGE * len(phase):
            found.append(caveats.too_sparse(number, len(phase), when))
    return tuple(found)


def analyse(
    days: Sequence[Day], sessions: Sequence[date], started: date, window: int = WINDOW
) -> Analysis | None:
    """Compare the days before `started` with those from it on; None when there are too few.

    Of each side the last days of the window count.
    """
    sides = _sides_of(days, started, window)
    a, b = sides.before, sides.after
    if _too_little(a, b):
        return None
    before, after = _phase(a), _phase(b)
    found = _within_the_scale(effects.mean_difference(a, b), before.mean)
    percent = 100 * found.points / before.mean if before.mean >= LEAST_FOR_PERCENT else None
    share = effects.nap(a, b)
    trend = _trend_of(a)
    shown = trend is not None and before.logged >= LEAST_FOR_TREND
    bad_spell = _bad_spell(sides.every)
    return Analysis(
        before=before,
        after=after,
        difference=Difference(points=found.points, percent=percent, low=found.interval.low,
                              high=found.interval.high),
        nap=share,
        baseline_trend_per_week=WEEK * trend.slope if trend and shown else None,
        autocorrelation=found.carry_over,
        says=(*_window_said(sides), *_sentences(before, after, found, percent)),
        cautions=(*bad_spell, *_cautions(sides, trend, found)),
        bad_spell=bool(bad_spell),
    )  # fmt: skip


def _within_the_scale(found: effects.MeanDifference, before: float) -> effects.MeanDifference:
    """The difference with an interval that no score from 0 to 10 could leave."""
    low, high = found.interval
    return found._replace(interval=effects.Interval(max(low, -before), min(high, TEN - before)))


def _window_said(sides: _Sides) -> Texts:
    """Which days are compared, where a side has more."""
    pairs = (
        (len(sides.before), len(sides.every), When.BEFORE),
        (len(sides.after), sides.since, When.AFTER),
    )
    return tuple(wording.last_days(days, of, when) for days, of, when in pairs if days < of)


def _phase(values: effects.Series) -> Phase:
    """The size and mean of a phase."""
    written = effects.logged(values)
    return Phase(days=len(values), logged=len(written), mean=float(written.mean()))


def _sentences(
    before: Phase, after: Phase, found: effects.MeanDifference, percent: float | None
) -> Texts:
    """The analysis in words."""
    return (
        *wording.phases(before, after, found, percent),
        *wording.noticed(before.mean, found, percent),
        *wording.worse(after.mean, found),
        wording.filled_in(before.logged + after.logged, before.days + after.days),
        wording.NO_WHY,
    )


def _bad_spell(a: effects.Series) -> Texts:
    """The caution that the days before the plan were, or may have been, worse than usual."""
    number = len(effects.logged(a))
    if _began_in_flare(a):
        return (caveats.BEGAN_IN_FLARE,)
    return (caveats.short_baseline(number),) if number < ENOUGH_DAYS else ()


def _cautions(sides: _Sides, trend: _Trend | None, found: effects.MeanDifference) -> Texts:
    """What else stands against reading too much into a comparison."""
    a, b = sides.before, sides.after
    said = []
    if trend and trend.falls:
        said.append(caveats.already_falling(WEEK * trend.slope, len(effects.logged(a))))
    elif found.points < 0 and effects.could_be_a_slope(a, b, found, SLOPE_LEVEL):
        said.append(caveats.LIKE_A_SLOW_FALL)
    for values, when in ((a, When.BEFORE), (b, When.AFTER)):
        number = len(effects.logged(values))
        if number < ENOUGH_DAYS:
            said.append(caveats.few_days(number, when))
    if _in_other_seasons(sides.middle_before, sides.middle_after):
        said.append(caveats.OTHER_SEASON)
    return (*said, *_about_gaps(a, b))


def _trend_of(values: effects.Series) -> _Trend | None:
    """The trend of a side; None with fewer than seven days in it."""
    if len(effects.logged(values)) < LEAST_ENTRIES:
        return None
    slope, p = effects.trend(values)
    return _Trend(slope, falls=slope < 0 and p < FALL_LEVEL)


def _in_other_seasons(one: date, other: date) -> bool:
    """Whether two days lie in different times of the year."""
    apart = abs((other - one).days) % YEAR
    return min(apart, YEAR - apart) >= OTHER_SEASON


def _began_in_flare(a: effects.Series) -> bool:
    """Whether the last week before the plan was in the worst tenth of all its weeks."""
    logged = len(effects.logged(a)), len(effects.logged(a[-WEEK:]))
    if logged[0] < ENOUGH_DAYS or logged[1] < MOST_OF_A_WEEK:
        return False
    weeks = np.lib.stride_tricks.sliding_window_view(a, WEEK)
    weeks = weeks[(~np.isnan(weeks)).sum(axis=1) >= MOST_OF_A_WEEK]
    means = np.nanmean(weeks, axis=1)
    usual = float(np.median(means))
    return bool(means[-1] >= np.quantile(means, WORST_TENTH) and means[-1] - usual >= CLEARLY_WORSE)


def _about_gaps(a: effects.Series, b: effects.Series) -> list[Phrase]:
    """What missing days may hide; both sides are counted, since they need not miss alike."""
    values = np.concatenate([a, b])
    missing = np.isnan(values)
    shares = [float(np.isnan(side).mean()) for side in (a, b)]
    if missing.mean() <= FEW_MISSING and abs(shares[0] - shares[1]) <= FEW_MISSING:
        return []
    counts = [(len(effects.logged(side)), len(side)) for side in (a, b)]
    said = [caveats.missing_days(*counts)]
    edge = ~missing[:-1] & missing[1:]
    just_before, others = values[:-1][edge], values[:-1][~missing[:-1] & ~edge]
    if min(len(just_before), len(others)) >= LEAST_GAPS:
        points = float(just_before.mean() - others.mean())
        if abs(points) >= GAP_POINTS:
            said.append(caveats.before_gaps(points))
    return said
