"""Tarlow 2017, Behav Modif 41:427: an improvement that began before the treatment."""

import pytest

from planner.diary.analysis.effects import nap, theil_sen

A = [33, 25, 17, 25, 19, 21, 19, 14, 19, 17]
B = [14, 15, 15, 9, 12, 7, 10, 6, 5, 2, 2, 3, 5, 4]


def test_the_theil_sen_slope_of_the_baseline() -> None:
    assert theil_sen(A) == pytest.approx(-1.2, abs=1e-9)


def test_the_gain_as_long_as_the_baseline_trend_is_left_in() -> None:
    assert 2 * nap(A, B) - 1 == pytest.approx(0.964, abs=1e-3)
