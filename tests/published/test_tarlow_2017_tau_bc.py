"""Tarlow 2017, Behav Modif 41:427: an improvement that began before the treatment."""

import pytest

from planner.diary.analysis.effects import nap, tau_bc, theil_sen

A = [33, 25, 17, 25, 19, 21, 19, 14, 19, 17]
B = [14, 15, 15, 9, 12, 7, 10, 6, 5, 2, 2, 3, 5, 4]


def test_the_theil_sen_slope_of_the_baseline() -> None:
    assert theil_sen(A)[0] == pytest.approx(-1.2, abs=1e-9)


def test_the_gain_is_gone_when_the_baseline_trend_is_taken_out() -> None:
    assert 2 * nap(A, B) - 1 == pytest.approx(0.964, abs=1e-3)
    assert tau_bc(A, B) == pytest.approx(-0.20, abs=5e-3)


def test_a_straight_line_through_both_phases_has_no_gain() -> None:
    assert tau_bc([1, 2, 3, 4, 5], [6, 7, 8, 9, 10], lower_is_better=False) == pytest.approx(0)
