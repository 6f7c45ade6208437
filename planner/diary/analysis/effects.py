"""Statistics of one person's series of days, each with its source.

Phases are called A (before) and B (after). Missing days are NaN and are never filled in.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy import optimize, stats

Series = NDArray[np.float64]


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


def nap_interval(
    a: ArrayLike, b: ArrayLike, lower_is_better: bool = True, level: float = 0.95
) -> Interval:
    """Newcombe's interval for NAP (2006, method 5): the roots of a score equation in (0, 1)."""
    before, after = logged(a), logged(b)
    m, n = len(before), len(after)
    found = nap(before, after, lower_is_better)
    half = (m + n) / 2 - 1
    z = stats.norm.ppf((1 + level) / 2)

    def misfit(x: float) -> float:
        spread = x * (1 - x) * (1 + half * (1 - x) / (2 - x) + half * x / (1 + x)) / (m * n)
        return float((x - found) ** 2 - z**2 * spread)

    edge = 1e-12
    low = optimize.brentq(misfit, edge, found) if found > 2 * edge else 0.0
    high = optimize.brentq(misfit, found, 1 - edge) if found < 1 - 2 * edge else 1.0
    if found >= 1 - 2 * edge:
        low = optimize.brentq(misfit, 0.5, 1 - 1e-9)
    if found <= 2 * edge:
        high = optimize.brentq(misfit, 1e-9, 0.5)
    return Interval(float(low), float(high))


def theil_sen(series: ArrayLike, level: float = 0.95) -> tuple[float, Interval]:
    """Median slope per day over all pairs of logged days, with its interval (Sen 1968)."""
    values = np.asarray(series, dtype=float)
    days = np.flatnonzero(~np.isnan(values))
    fit = stats.theilslopes(values[days], days, alpha=level)
    return float(fit.slope), Interval(float(fit.low_slope), float(fit.high_slope))


def tau_bc(a: ArrayLike, b: ArrayLike, lower_is_better: bool = True) -> float:
    """Tau between phases after taking out the trend of A; -1 to 1, above 0 is better.

    Tarlow 2017, Behav Modif 41:427. The line of A is drawn on through B, so a long B misleads: a
    warning, not a measure.
    """
    before, after = np.asarray(a, dtype=float), np.asarray(b, dtype=float)
    slope, _ = theil_sen(before)
    whole = np.concatenate([before, after])
    level = whole - slope * np.arange(len(whole))
    return 2 * nap(level[: len(before)], level[len(before) :], lower_is_better) - 1


def lag_one_sums(series: ArrayLike) -> tuple[float, float]:
    """Numerator and denominator of the lag-1 autocorrelation; pairs are neighbouring days only."""
    values = np.asarray(series, dtype=float)
    apart = values - np.nanmean(values)
    products = apart[:-1] * apart[1:]
    pairs = int((~np.isnan(products)).sum())
    if pairs == 0:
        return 0.0, float(np.nansum(apart**2))
    expected = len(logged(values)) - 1
    return float(np.nansum(products)) * expected / pairs, float(np.nansum(apart**2))


def autocorrelation(series: ArrayLike) -> float:
    """Lag-1 autocorrelation r1 of one series (Box & Jenkins); 0 when the series never changes."""
    top, bottom = lag_one_sums(series)
    return top / bottom if bottom > 0 else 0.0


def carry_over(a: ArrayLike, b: ArrayLike) -> float:
    """Pooled lag-1 autocorrelation within the phases, corrected for its small-sample bias.

    Within phases, because a step between them looks like carry-over; 0 to 0.9.
    """
    pairs = [lag_one_sums(phase) for phase in (a, b)]
    bottom = sum(pair[1] for pair in pairs)
    r1 = sum(pair[0] for pair in pairs) / bottom if bottom > 0 else 0.0
    number = len(logged(a)) + len(logged(b))
    return min(0.9, max(0.0, r1 + (1 + 4 * r1) / number)) if bottom > 0 else 0.0


def mean_difference(a: ArrayLike, b: ArrayLike, level: float = 0.95) -> MeanDifference:
    """Mean of B minus mean of A with an interval that allows for day-to-day carry-over.

    Each phase counts as n(1-r)/(1+r) independent days, 2.5 at least; Welch's error, t with their
    sum less 2 degrees of freedom.
    """
    before, after = logged(a), logged(b)
    r = carry_over(a, b)
    worth = [max(2.5, len(phase) * (1 - r) / (1 + r)) for phase in (before, after)]
    spread = [phase.var(ddof=1) / size for phase, size in zip((before, after), worth, strict=True)]
    points = float(after.mean() - before.mean())
    reach = float(stats.t.ppf((1 + level) / 2, sum(worth) - 2)) * math.sqrt(sum(spread))
    return MeanDifference(points, Interval(points - reach, points + reach), r)


def xmr_limits(series: ArrayLike) -> tuple[float, float, float]:
    """Mean and natural limits (mean -/+ 2.66 mean moving range); gaps are not bridged."""
    values = np.asarray(series, dtype=float)
    reach = 2.66 * float(np.nanmean(np.abs(np.diff(values))))
    centre = float(np.nanmean(values))
    return centre, centre - reach, centre + reach


def regression_to_the_mean(sigma: float, mu: float, cut: float, rho: float) -> float:
    """Change to expect by chance alone in people picked below a cut-off.

    Barnett, van der Pols & Dobson 2005, Int J Epidemiol 34:215, equation 1.
    """
    z = (mu - cut) / sigma
    return float((1 - rho) * sigma * stats.norm.pdf(z) / stats.norm.sf(z))


def circular_shift(x: ArrayLike, y: ArrayLike) -> tuple[float, float]:
    """Spearman's rho, and the share of all rotations of y that correlate with x as strongly.

    Rotation keeps the rhythm of each column; the smallest share is 1/n. Needs 28 paired days.
    All rotations at once: the circular correlation of the ranks by their Fourier transforms.
    """
    first, second = (np.fft.rfft(stats.zscore(stats.rankdata(one))) for one in (x, y))
    number = len(np.asarray(x))
    found = np.fft.irfft(first * np.conj(second), number) / number
    strong = np.abs(found) >= abs(found[0]) - 1e-9
    return float(found[0]), float(strong.mean())
