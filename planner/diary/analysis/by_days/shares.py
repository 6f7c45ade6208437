"""How far two shares of days lie apart: days with pain, or not, before and after."""

import math
from typing import NamedTuple

from numpy.typing import ArrayLike
from scipy import stats

from planner.diary.analysis.effects import Interval, allowed, carry_over, independent_days, logged

CAREFUL = 0.5  # standard errors of a correlation: score intervals are wide enough with half of one


class ShareDifference(NamedTuple):
    """The shares of days before and after, the interval of their difference, the carry-over."""

    before: float
    after: float
    interval: Interval
    carry_over: float


def wilson(share: float, days: float, quantile: float) -> Interval:
    """The score interval of a share of so many independent days (Wilson 1927)."""
    square = quantile**2
    middle = share + square / (2 * days)
    reach = quantile * math.sqrt(share * (1 - share) / days + square / (4 * days**2))
    return Interval((middle - reach) / (1 + square / days), (middle + reach) / (1 + square / days))


def share_difference(a: ArrayLike, b: ArrayLike, level: float = 0.95) -> ShareDifference:
    """Share of the days of B that are true (1, not 0) minus that of A, with its interval.

    Newcombe 1998, Stat Med 17:873, method 10: the score intervals of both shares put together; it
    holds where no day, or every day, is true. Each phase counts as its independent days, since days
    with pain come in clusters.
    """
    before, after = logged(a), logged(b)
    found = carry_over(a, b)
    r = allowed(found, len(before) + len(after), CAREFUL)
    worth = [independent_days(len(phase), r) for phase in (before, after)]
    quantile = float(stats.t.ppf((1 + level) / 2, sum(worth) - 2))
    one, other = float(before.mean()), float(after.mean())
    first, second = wilson(one, worth[0], quantile), wilson(other, worth[1], quantile)
    apart = other - one
    interval = Interval(
        apart - math.hypot(other - second.low, first.high - one),
        apart + math.hypot(second.high - other, one - first.low),
    )
    return ShareDifference(one, other, interval, found)
