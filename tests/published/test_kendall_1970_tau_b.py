"""Kendall 1970, Rank Correlation Methods, example 3.1: tau-b with ties, as scipy gives it."""

import pytest
from scipy.stats import kendalltau

X = [1, 2.5, 2.5, 4.5, 4.5, 6.5, 6.5, 8, 9.5, 9.5]
Y = [1, 2, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10]


def test_the_worked_example_with_ties() -> None:
    assert kendalltau(X, Y).statistic == pytest.approx(0.8589556903873333, abs=1e-9)
