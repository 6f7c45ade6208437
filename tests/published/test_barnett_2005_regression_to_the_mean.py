"""Barnett, van der Pols & Dobson 2005, Int J Epidemiol 34:215: regression to the mean."""

import pytest

from planner.diary.analysis.effects import regression_to_the_mean


def test_their_numbers_give_a_change_of_thirteen_and_a_half() -> None:
    found = regression_to_the_mean(sigma=15, mu=60, cut=40, rho=0.5)
    assert found == pytest.approx(13.486011521, abs=1e-8)


def test_a_perfectly_repeatable_measure_does_not_regress() -> None:
    assert regression_to_the_mean(sigma=15, mu=60, cut=40, rho=1) == 0
