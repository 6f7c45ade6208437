"""No decision on noise alone: diaries in which nothing changed, and those begun in a flare."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from planner.model.follow_up import FollowUp
from planner.model.vocabulary import Decision
from planner.review.rules import decided
from planner.review.standing import standing_of
from tests.review.conftest import BEGAN, KNOWN, plan_of, reviewed
from tests.review.plans import BACK
from tests.review.simulated import begun_in_a_flare, spread_out

pytestmark = pytest.mark.no_cover  # many examples: measuring them takes longer than they do
MOST = 0.05
NUMBERS = (360, pytest.param(1000, marks=pytest.mark.slow))  # of every carry-over and length
FLARES = [
    pytest.param(before, r, marks=marks)
    for before in (7, 10, 14, 21, 28)
    for r, marks in ((0.6, ()), (0.3, pytest.mark.slow))
]


@pytest.fixture(scope="module", params=NUMBERS)
def decisions(request: pytest.FixtureRequest) -> Counter:
    """What is proposed for so many unchanged diaries."""
    diaries = spread_out(request.param, seed=20261123)
    assert len(diaries) == request.param
    base = standing_of(plan_of(BACK), diaries[0], FollowUp(), KNOWN, started=BEGAN)
    found = (replace(base, diary=one, on=one.days[-1].date) for one in diaries)
    return Counter(decided(standing).decision for standing in found)


@pytest.mark.parametrize("decision", [Decision.STEP_DOWN, Decision.STEP_UP, Decision.REFER])
def test_a_diary_that_only_wanders_seldom_moves_the_dose(decisions, decision):
    assert decisions[decision] / decisions.total() < MOST


def test_a_diary_that_only_wanders_leaves_the_plan_as_it_is(decisions):
    assert decisions[Decision.KEEP] / decisions.total() > 1 - MOST


@pytest.mark.parametrize(("before", "r"), FLARES)
def test_a_plan_begun_in_a_flare_always_says_that_bad_spells_ease(before, r):
    rng = np.random.default_rng(before)
    for diary in begun_in_a_flare(20, before, 28, r, rng):
        said = " ".join(one.says for one in reviewed(plan_of(BACK), diary).reasons)
        assert "bad spell" in said
        assert "ease" in said


@pytest.mark.parametrize("before", [14, 28])
def test_a_plan_begun_in_a_flare_is_tapered_only_with_the_caution(before):
    rng = np.random.default_rng(7)
    diaries = begun_in_a_flare(60, before, 28, 0.6, rng)
    tapered = [
        found
        for diary in diaries
        if (found := reviewed(plan_of(BACK), diary)).decision is Decision.STEP_DOWN
    ]
    assert tapered, "some flares are large enough to look like a gain"
    assert all(any("bad spell" in one.says for one in found.reasons) for found in tapered)
