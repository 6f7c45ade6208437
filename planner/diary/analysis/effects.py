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


def theil_sen(series: ArrayLike, level: float = 0.95) -> tuple[float, Interval]:
    """Median slope per day over all pairs of logged days, with its interval (Sen 1968)."""
    values = np.asarray(series, dtype=float)
    days = np.flatnonzero(~np.isnan(values))
    fit = stats.theilslopes(values[days], days, alpha=level)
    return float(fit.slope), Interval(float(fit.low_slope), float(fit.high_slope))


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


def mean_difference(a: ArrayLike, b: ArrayLike, level: float = 0.95) -> MeanDifference:
    """Mean of B minus mean of A with an interval that allows for day-to-day carry-over.

    Each phase counts as n(1-r)/(1+r) independent days, 2.5 at least; Welch's error, t with their
    sum less 2 degrees of freedom.
    """
    before, after = logged(a), logged(b)
    r = carry_over(a, b)
    worth = [max(FEWEST_WORTH, len(phase) * (1 - r) / (1 + r)) for phase in (before, after)]
    spread = [phase.var(ddof=1) / size for phase, size in zip((before, after), worth, strict=True)]
    points = float(after.mean() - before.mean())
    reach = float(stats.t.ppf((1 + level) / 2, sum(worth) - 2)) * math.sqrt(sum(spread))
    return MeanDifference(points, Interval(points - reach, points + reach), r)


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
