"""Published worked examples of single-person designs, with the numbers they are published with."""

from itertools import combinations
from math import comb

import numpy as np
import pytest

from planner.diary.analysis.effects import carry_over, logged, mean_difference, nap

# What Works Clearinghouse, reversal design: a problem behaviour, so that lower is better
REVERSAL = {
    "A1": [15, 10, 14, 17, 13, 12],
    "B1": [2, 1, 1, 0, 0],
    "A2": [9, 9, 11, 15, 20],
    "B2": [1, 0, 4, 0, 1],
}
# percentage of goal obtained: from a level before towards a goal
LEVEL, TOWARDS, GOAL = [20, 20, 26, 25, 22, 23], [28, 25, 24, 27, 30, 30, 29], 25
# Onghena 2020, alternation of an experimental and a control condition
CONDITIONS = ["E", "C", "E", "C", "C", "E", "C", "E", "E", "C", "C", "E", "E", "C"]
SCORES = np.array([6, 5, 7, 4, 5, 6, 5, 7, 4, 5, 4, 6, 7, 6])


@pytest.mark.parametrize(
    ("one", "other", "share"), [("A1", "A2", 0.6167), ("A1", "B1", 1.0), ("A2", "B2", 1.0)]
)
def test_reversal_design_overlap_of_its_phases(one, other, share):
    assert nap(REVERSAL[one], REVERSAL[other]) == pytest.approx(share, abs=5e-5)


def test_percentage_of_goal_obtained_from_the_difference_that_is_computed_here():
    points = mean_difference(LEVEL, TOWARDS).points
    assert 100 * points / (GOAL - np.mean(LEVEL)) == pytest.approx(210.204, abs=5e-4)


def test_alternation_design_difference_and_its_rank_among_all_orders():
    is_e = np.array([one == "E" for one in CONDITIONS])
    found = mean_difference(SCORES[~is_e], SCORES[is_e])
    assert found.points == pytest.approx(1.2857, abs=5e-5)
    # the randomisation test of the same difference: of 14 days any 7 could have been E
    orders = np.array(list(combinations(range(len(SCORES)), 7)))
    e_sums = SCORES[orders].sum(axis=1)
    as_large = (e_sums >= SCORES[is_e].sum()).sum()
    assert (as_large, len(orders)) == (77, comb(14, 7))
    # overlap of the same days, counted by hand: 49 pairs, 39 higher and 5 alike
    assert nap(SCORES[~is_e], SCORES[is_e], lower_is_better=False) == pytest.approx(41.5 / 49)


def test_days_that_nobody_wrote_down_are_neither_filled_in_nor_bridged():
    none = np.nan
    before = [7, none, 7, 5, none, 5, 7, none, 7, 5, none, 5]
    after = [score - 2 for score in before]
    # of days next to each other only 7 5, 5 7 and 7 5 are written: no carry-over, by hand; read
    # across the gaps, as 7 7 5 5 7 7 5 5, there would be some
    assert carry_over(before, after) == 0
    assert carry_over(logged(before), logged(after)) > 0
    found = mean_difference(before, after)
    # variance 8/7 on each side, error sqrt(2/7) = .5345, t(14) = 2.1448
    assert found.interval == pytest.approx((-2 - 1.1464, -2 + 1.1464), abs=1e-3)
    # 64 pairs: 48 lower and 16 alike
    assert nap(before, after) == pytest.approx(56 / 64)
