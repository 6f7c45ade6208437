"""A change of pain that people often notice, and how many days show one: said once.

30 % of the level before and at least 1 point, 2 points from a level of 6 up, on 0 to 10 (Dworkin
2008; Salaffi 2004; Farrar 2001). The aim of a plan, the diary and the review all ask here.
"""

NOTICEABLE_PERCENT = 30
NOTICEABLE_POINTS, HIGH_FROM, NOTICEABLE_POINTS_HIGH = 1.0, 6.0, 2.0

LEAST_PROBLEM = 3.0  # below it a fall that people notice has no room, so nothing is judged by it

MOST_OF_A_GOAL = 10.0  # as before the pain
GOAL_POINTS = 3.0  # one goal, beyond the usual scatter (Stratford 1995)

LEAST_ENTRIES = 7  # days filled in, before and after, to compare at all
LEAST_COVERAGE = 0.6  # of the days between the first and the last
ENOUGH_DAYS = 14  # fewer on one side wander far, and are said to be few


def noticeable_points(before: float) -> float:
    """How many points a change must have from this level."""
    return NOTICEABLE_POINTS_HIGH if before >= HIGH_FROM else NOTICEABLE_POINTS


def is_noticeable(fall: float, before: float, percent: float | None) -> bool:
    """Whether a fall of so many points from a level is one that people often notice.

    `percent` is None below a level of 3, where a point is more than 30 % anyway.
    """
    return reaches(fall, noticeable_points(before)) and is_large_share(percent)


def is_large_share(percent: float | None) -> bool:
    """Whether a share of the level before is 30 % or more; None is."""
    return percent is None or reaches(percent, NOTICEABLE_PERCENT)


def goal_aim(before: float) -> float:
    """The rating of a goal that is beyond the usual scatter of one; never over 10."""
    return min(MOST_OF_A_GOAL, before + GOAL_POINTS)


def reaches(value: float, least: float) -> bool:
    """Whether a value reaches a threshold; means of days carry rounding in their last digits."""
    return round(value, 6) >= least


def aim(before: float) -> float:
    """The highest level that is a noticeable fall from here, one decimal, never under 0."""
    by_share = before * (1 - NOTICEABLE_PERCENT / 100)
    return round(max(0.0, min(by_share, before - noticeable_points(before))), 1)
