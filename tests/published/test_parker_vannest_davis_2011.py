"""Parker, Vannest & Davis 2011, Behav Modif 35:303: the second worked example of nonoverlap."""

import pytest

from planner.diary.analysis.effects import nap, nap_interval, tau_bc

A = [20, 20, 26, 25, 22, 23]
B = [28, 25, 24, 27, 30, 30, 29]


def test_nap_is_38_and_a_half_of_42_pairs() -> None:
    assert nap(A, B, lower_is_better=False) == pytest.approx(38.5 / 42, abs=1e-9)


def test_its_newcombe_interval() -> None:
    found = nap_interval(A, B, lower_is_better=False)
    assert found == pytest.approx((0.597340610527, 0.98601758459), abs=2e-4)


def test_tau_falls_once_the_rise_before_the_treatment_is_taken_out() -> None:
    assert 2 * nap(A, B, lower_is_better=False) - 1 == pytest.approx(35 / 42, abs=1e-9)
    assert tau_bc(A, B, lower_is_better=False) == pytest.approx(0.285714285714, abs=1e-9)
