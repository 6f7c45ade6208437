"""Which cautions a comparison gives rise to; about a claim only where something is claimed."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from planner.diary.analysis import caveats, effects
from planner.diary.analysis.caveats import When
from planner.diary.analysis.compared import CLAIMED, Claim, Compared
from planner.diary.analysis.sides import Sides
from planner.model.change import ENOUGH_DAYS, LEAST_ENTRIES
from planner.model.phrase import Phrase, Texts

FALL_LEVEL = 0.2  # p of a steady fall: cautioned about early; docs/diary.md has both error rates
SLOPE_LEVEL = 0.975  # of the interval of a slope through both sides: docs/diary.md
OTHER_SEASON = 90  # days from the middle of one side to that of the other, within the year
WEEK, MOST_OF_A_WEEK, YEAR = 7, 4, 365  # days
WORST_TENTH = 0.9  # quantile of the weeks before the plan, above which one is a bad spell
CLEARLY_WORSE = 0.5  # points above the usual week
FEW_MISSING = 0.1  # of the days may be missing without a word
MISSING_APART = 0.05  # the sides may differ by so much in it
LEAST_GAPS = 5  # gaps, and days away from them, to compare at all
GAP_POINTS = 1.0  # between days just before a gap and others: the least that people notice
ENOUGH_SESSIONS = 3  # since the start; fewer are early


class Trend(NamedTuple):
    """Points a day before the plan, and whether it is more than chance likely makes."""

    slope: float
    is_steady: bool


def trend_before(sides: Sides) -> Trend | None:
    """The trend of the days before; None with fewer than seven of them."""
    if len(effects.logged(sides.before)) < LEAST_ENTRIES:
        return None
    slope, p = effects.trend(sides.before)
    return Trend(slope, is_steady=p < FALL_LEVEL)


def bad_spell(sides: Sides, seen: Compared) -> Texts:
    """The caution that the days before the plan were, or may have been, worse than usual."""
    if seen.claim is not Claim.LOWER:
        return ()
    if _began_in_flare(sides.every):
        return (caveats.BEGAN_IN_FLARE,)
    number = seen.before.logged
    return (caveats.short_baseline(number),) if number < ENOUGH_DAYS else ()


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


def cautions(
    sides: Sides, seen: Compared, trend: Trend | None, found: effects.MeanDifference
) -> Iterator[Phrase]:
    """What else stands against reading too much into a comparison."""
    claims = seen.claim in CLAIMED
    if claims:
        yield from _as_before(sides, seen, trend, found)
    yield from _few_days(seen)
    if claims and _in_other_seasons(sides.middle_before, sides.middle_after):
        yield caveats.OTHER_SEASON
    if misses_days(seen):
        yield caveats.missing_days(*((one.logged, one.days) for one in (seen.before, seen.after)))
        yield from _before_gaps(sides, seen)


def _as_before(
    sides: Sides, seen: Compared, trend: Trend | None, found: effects.MeanDifference
) -> Iterator[Phrase]:
    """That the difference may be one that was under way before the plan."""
    if trend and trend.is_steady and (trend.slope < 0) is (found.points < 0):
        days, pain = seen.before.logged, not seen.of
        yield caveats.already_changing(WEEK * trend.slope, days, pain=pain)
    elif effects.could_be_a_slope(sides.before, sides.after, found, SLOPE_LEVEL):
        yield caveats.LIKE_A_SLOW_CHANGE


def _few_days(seen: Compared) -> Iterator[Phrase]:
    """Few days on a side; those before are already told of where the days since are lower."""
    if seen.before.logged < ENOUGH_DAYS and seen.claim is not Claim.LOWER:
        yield caveats.few_days(seen.before.logged, When.BEFORE)
    if seen.after.logged < ENOUGH_DAYS:
        yield caveats.few_days(seen.after.logged, When.AFTER)


def few_sessions(sessions: Sequence[date], started: date) -> Texts:
    """That it is early; a diary without a session since may be one that writes down none."""
    number = len({day for day in sessions if day >= started})
    return (caveats.few_sessions(number),) if 0 < number < ENOUGH_SESSIONS else ()


def _in_other_seasons(one: date, other: date) -> bool:
    """Whether two days lie in different times of the year."""
    apart = abs((other - one).days) % YEAR
    return min(apart, YEAR - apart) >= OTHER_SEASON


def misses_days(seen: Compared) -> bool:
    """Whether many days are missing, or more of them on one side than on the other."""
    sides = (seen.before, seen.after)
    shares = [1 - one.logged / one.days for one in sides]
    missing = 1 - sum(one.logged for one in sides) / sum(one.days for one in sides)
    return missing > FEW_MISSING or abs(shares[0] - shares[1]) > MISSING_APART


def _before_gaps(sides: Sides, seen: Compared) -> Iterator[Phrase]:
    """What the days just before a gap say of those that are missing."""
    values = np.concatenate([sides.before, sides.after])
    missing = np.isnan(values)
    edge = ~missing[:-1] & missing[1:]
    just_before, others = values[:-1][edge], values[:-1][~missing[:-1] & ~edge]
    if min(len(just_before), len(others)) < LEAST_GAPS:
        return
    points = float(just_before.mean() - others.mean())
    if abs(points) >= GAP_POINTS:
        yield caveats.before_gaps(points, pain=not seen.of)
