"""Parker & Vannest 2009, Behav Ther 40:357: nonoverlap of all pairs."""

import pytest

from planner.diary.analysis.effects import nap

A = [4, 3, 4, 3, 4, 7, 5, 2, 3, 2]
B = [5, 9, 7, 9, 7, 5, 9, 11, 11, 10, 9]


def test_the_worked_example_gives_106_of_110_pairs() -> None:
    assert nap(A, B, lower_is_better=False) == pytest.approx(106 / 110, abs=1e-9)


def test_the_other_direction_is_the_complement() -> None:
    assert nap(A, B) == pytest.approx(4 / 110, abs=1e-9)


def test_a_perfect_separation_is_every_pair() -> None:
    before, after = [7, 9, 8, 7, 7, 8, 8], [3, 4, 2, 4, 2, 1, 4, 5, 3, 2, 1, 2, 4, 4]
    assert nap(before, after) == 1
