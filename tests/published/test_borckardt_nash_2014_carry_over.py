"""Borckardt & Nash 2014, Neuropsychol Rehabil 24:492: daily pain ratings and their carry-over."""

import pytest

from planner.diary.analysis.effects import autocorrelation, carry_over, nap

A = [7, 9, 8, 7, 7, 8, 8]
B = [3, 4, 2, 4, 2, 1, 4, 5, 3, 2, 1, 2, 4, 4]


def test_the_step_between_the_phases_fakes_carry_over_in_the_whole_series() -> None:
    assert autocorrelation(A + B) == pytest.approx(0.720333126, abs=1e-9)


def test_within_the_phases_there_is_hardly_any() -> None:
    assert autocorrelation(A) == pytest.approx(-0.107, abs=1e-3)
    assert autocorrelation(B) == pytest.approx(0.136, abs=1e-3)
    assert 0 <= carry_over(A, B) < 0.25


def test_every_day_after_is_lower() -> None:
    assert nap(A, B) == 1
