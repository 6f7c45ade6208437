"""A noticeable change is said once: the aim of a plan, the diary and the review agree."""

import numpy as np
import pytest

from planner.diary.analysis.compared import Compared
from planner.diary.analysis.wording import noticed
from planner.model.change import aim, is_large_share, is_noticeable
from planner.model.diary import Difference, Phase
from planner.model.review import Review
from tests.review.conftest import all_no, asked, diary_of, plan_of, reviewed, wave

LEVELS = [round(float(level), 1) for level in np.arange(1.0, 10.05, 0.1)]


@pytest.mark.parametrize(
    ("before", "fall", "percent", "is_enough"),
    [
        (5.0, 1.5, 30.0, True),
        (5.0, 1.5, 29.9, False),
        (3.0, 1.0, 33.3, True),
        (3.2, 0.99, 31.0, False),
        (2.0, 1.0, None, True),
        (2.0, 0.9, None, False),
        (5.9, 1.8, 30.5, True),
        (6.0, 1.9, 31.7, False),
        (6.0, 2.0, 33.3, True),
        (6.0, 1.9999999, 33.3, True),  # the rounding of a mean
        (9.0, 2.0, 22.2, False),
    ],
)
def test_both_sides_of_each_threshold(before, fall, percent, is_enough):
    assert is_noticeable(fall, before, percent) is is_enough


def test_a_share_of_a_low_level_is_not_asked_for():
    assert is_large_share(None)
    assert not is_large_share(29.9)


@pytest.mark.parametrize("level", LEVELS)
def test_the_aim_handed_out_is_a_noticeable_fall_or_as_near_as_one_decimal_has_it(level):
    fall = level - aim(level)
    assert is_noticeable(fall + 0.051, level, 100 * (fall + 0.051) / level)
    assert not is_noticeable(fall - 0.051, level, 100 * (fall - 0.051) / level)


@pytest.mark.parametrize(("level", "target"), [(5.0, 3.5), (5.9, 4.1), (6.0, 4.0), (7.0, 4.9)])
def test_from_six_up_the_aim_is_two_points_away_at_least(level, target):
    assert aim(level) == target


@pytest.mark.parametrize("level", [0.0, 0.5, 1.0])
def test_the_aim_is_never_below_zero(level):
    assert aim(level) == 0.0


def review_at(before: float, now: float) -> Review:
    plan = plan_of("low-back-nothing-flagged")
    overall = asked(overall={"label": "much improved"})
    return reviewed(plan, diary_of(wave(before, 28), wave(now, 28)), all_no(plan, overall))


@pytest.mark.parametrize("before", [5.0, 6.0, 6.4, 7.0])
def test_the_review_tapers_at_the_aim_and_not_above_it(before):
    assert review_at(before, aim(before)).decision == "step-down"
    assert review_at(before, round(aim(before) + 0.2, 1)).decision != "step-down"


@pytest.mark.parametrize(("before", "points", "said"), [(6.4, -1.95, False), (6.4, -2.0, True)])
def test_the_diary_calls_noticeable_what_the_review_does(before, points, said):
    change = Difference(
        points=points, percent=100 * points / before, low=points - 0.2, high=points + 0.2
    )
    phases = (Phase(days=28, logged=28, mean=mean) for mean in (before, before + points))
    assert bool(noticed(Compared(*phases, change))) is said
