"""Parker, Vannest & Davis 2011, Behav Modif 35:303: the second worked example of nonoverlap."""

import pytest

from planner.diary.analysis.effects import nap

A = [20, 20, 26, 25, 22, 23]
B = [28, 25, 24, 27, 30, 30, 29]


def test_nap_is_38_and_a_half_of_42_pairs() -> None:
    assert nap(A, B, lower_is_better=False) == pytest.approx(38.5 / 42, abs=1e-9)


def test_the_tau_they_print_is_twice_nap_less_one() -> None:
    assert 2 * nap(A, B, lower_is_better=False) - 1 == pytest.approx(35 / 42, abs=1e-9)
