"""Statistics of one person's series of days, each with its source.

Phases are called A (before) and B (after). Missing days are NaN and are never filled in.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import stats

Series = NDArray[np.float64]
MOST_CARRY_OVER = 0.9  # beyond it the days would count as next to none
FEWEST_WORTH = 2.5  # independent days a phase counts as, so that t keeps its degrees of freedom
CAREFUL = 1.0  # standard errors of a correlation, 1/sqrt(n): bench/diary/simulations.py
STEP_OR_SLOPE = 28  # days on each side, with fewer of which a step and a slope look alike
ROUNDING = 1e-9  # of a Fourier transform: correlations closer than that are as strong


class Interval(NamedTuple):
    """The two ends of an interval."""

    low: float
    high: float


class MeanDifference(NamedTuple):
    """Mean of B minus mean of A, its 95 % interval, and the carry-over used for it (0 to 0.9)."""

    points: float
    interval: Interval
    carry_over: float


def logged(series: ArrayLike) -> Series:
    """The days of a series that have a value."""
    values = np.asarray(series, dtype=float)
    found: Series = values[~np.isnan(values)]
    return found


def nap(a: ArrayLike, b: ArrayLike, lower_is_better: bool = True) -> float:
    """Share of pairs (one day of A, one of B) in which B is better, ties half.

    0 to 1; .5 means no overlap advantage. Parker & Vannest 2009, Behav Ther 40:357. Needs 5 a phase
    to be shown; computed for any.
    """
    before, after = logged(a), logged(b)
    better = stats.mannwhitneyu(after, before, method="asymptotic").statistic
    share = float(better) / (len(before) * len(after))
    return 1 - share if lower_is_better else share


def theil_sen(series: ArrayLike) -> float:
    """Median slope a day over all pairs of logged days (Sen 1968)."""
    days, values = _known(series)
    return float(stats.theilslopes(values, days).slope)


def trend(series: ArrayLike) -> tuple[float, float]:
    """Slope a day of logged days, and p that there is none (Kendall's tau-b, 1970).

    The slope is Sen's median. Whole-number scores are full of ties: their median is often exactly
    0 though the series falls; it is then that of least squares. Tau-b allows for ties.
    """
    days, values = _known(series)
    if len({*values.tolist()}) == 1:
        return 0.0, 1.0
    slope = theil_sen(series) or float(np.polyfit(days, values, 1)[0])
    return slope, float(stats.kendalltau(days, values).pvalue)


def could_be_a_slope(a: ArrayLike, b: ArrayLike, found: MeanDifference, level: float) -> bool:
    """Whether a straight line through both phases could make all of a difference.

    The slope that would lies within the interval of the slope that the phases have in common, each
    about its own mean, with its error widened by (1+r)/(1-r) for the carry-over that the interval
    of the difference allows for. On short phases one could always.
    """
    if min(len(logged(a)), len(logged(b))) < STEP_OR_SLOPE:
        return True
    phases = [_known(one) for one in (a, b)]
    times = [days - days.mean() for days, _ in phases]
    apart = [values - values.mean() for _, values in phases]
    spread = sum(float((one**2).sum()) for one in times)
    slope = sum(float((t * y).sum()) for t, y in zip(times, apart, strict=True)) / spread
    left = sum(float(((y - slope * t) ** 2).sum()) for t, y in zip(times, apart, strict=True))
    number = sum(len(days) for days, _ in phases)
    r = allowed(found.carry_over, number)
    error = math.sqrt(left / (number - 3) / spread * (1 + r) / (1 - r))
    middles = [days.mean() for days, _ in phases]
    needed = found.points / (len(np.asarray(a)) + middles[1] - middles[0])
    return bool(abs(needed - slope) <= stats.norm.ppf((1 + level) / 2) * error)


def _known(series: ArrayLike) -> tuple[NDArray[np.int64], Series]:
    """The places of the days that have a value, and the values."""
    values = np.asarray(series, dtype=float)
    days = np.flatnonzero(~np.isnan(values))
    return days, values[days]


def _lag_one_sums(series: ArrayLike) -> tuple[float, float]:
    """Numerator and denominator of the lag-1 autocorrelation; pairs are neighbouring days only."""
    values = np.asarray(series, dtype=float)
    apart = values - np.nanmean(values)
    products = apart[:-1] * apart[1:]
    pairs = int((~np.isnan(products)).sum())
    if pairs == 0:
        return 0.0, float(np.nansum(apart**2))
    expected = len(logged(values)) - 1
    return float(np.nansum(products)) * expected / pairs, float(np.nansum(apart**2))


def autocorrelation(*phases: ArrayLike) -> float | None:
    """Lag-1 autocorrelation r1 within phases, pooled (Box & Jenkins); None where none changes."""
    sums = [_lag_one_sums(phase) for phase in phases]
    bottom = sum(found for _, found in sums)
    return sum(found for found, _ in sums) / bottom if bottom > 0 else None


def carry_over(a: ArrayLike, b: ArrayLike) -> float:
    """Pooled lag-1 autocorrelation within the phases, corrected for its small-sample bias.

    Within phases, because a step between them looks like carry-over; 0 to 0.9.
    """
    r1 = autocorrelation(a, b)
    if r1 is None:
        return 0.0
    number = len(logged(a)) + len(logged(b))
    return min(MOST_CARRY_OVER, max(0.0, r1 + (1 + 4 * r1) / number))


def allowed(found: float, number: int, careful: float = CAREFUL) -> float:
    """The carry-over allowed for where one was found in so many days.

    It is taken some standard errors larger, because one found too small makes an interval too
    narrow.
    """
    return min(MOST_CARRY_OVER, found + careful / math.sqrt(number)) if found else 0.0


def independent_days(days: int, r: float) -> float:
    """How many independent days a phase with this carry-over is worth."""
    return max(FEWEST_WORTH, days * (1 - r) / (1 + r))


def mean_difference(a: ArrayLike, b: ArrayLike, level: float = 0.95) -> MeanDifference:
    """Mean of B minus mean of A with an interval that allows for day-to-day carry-over.

    Each phase counts as n(1-r)/(1+r) independent days, 2.5 at least; Welch's error, t with their
    sum less 2 degrees of freedom.
    """
    before, after = logged(a), logged(b)
    found = carry_over(a, b)
    r = allowed(found, len(before) + len(after))
    worth = [independent_days(len(phase), r) for phase in (before, after)]
    spread = [phase.var(ddof=1) / size for phase, size in zip((before, after), worth, strict=True)]
    points = float(after.mean() - before.mean())
    reach = float(stats.t.ppf((1 + level) / 2, sum(worth) - 2)) * math.sqrt(sum(spread))
    return MeanDifference(points, Interval(points - reach, points + reach), found)


def circular_shift(x: ArrayLike, y: ArrayLike) -> tuple[float, float]:
    """Spearman's rho, and the share of all rotations of y that correlate with x as strongly.

    Rotation keeps the rhythm of each column; the smallest share is 1/n. Needs 28 paired days.
    All rotations at once: the circular correlation of the ranks by their Fourier transforms.
    """
    first, second = (np.fft.rfft(stats.zscore(stats.rankdata(one))) for one in (x, y))
    number = len(np.asarray(x))
    found = np.fft.irfft(first * np.conj(second), number) / number
    strong = np.abs(found) >= abs(found[0]) - ROUNDING
    return float(found[0]), float(strong.mean())
