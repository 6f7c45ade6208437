"""Circular shift of two diary columns: a constructed case, all fourteen shifts counted."""

import pytest

from planner.diary.analysis.effects import circular_shift

X = [1, 3, 2, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8, 9]
Y = [2, 2, 3, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9]


def test_only_the_true_alignment_is_as_strong() -> None:
    assert circular_shift(X, Y) == pytest.approx((0.9110127994230898, 1 / 14), abs=1e-9)
