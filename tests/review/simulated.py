"""Diaries in which nothing changed: whole numbers from 0 to 10 that wander from day to day."""

from datetime import timedelta
from itertools import product

import numpy as np
from numpy.typing import NDArray

from planner.model.diary import Day, DiaryResult
from tests.review.conftest import BEGAN, result_of

MEAN, SPREAD = 5.5, 1.5
CARRY_OVER = (0.3, 0.45, 0.6)
LENGTHS = ((7, 7), (7, 14), (7, 28), (14, 14), (14, 28), (28, 28))  # days before and since
WARM_UP = 60

Days = NDArray[np.float64]


def unchanged(number: int, days: int, carry_over: float, rng: np.random.Generator) -> Days:
    """So many diaries of AR(1) days, one a row (statistics of back-pain diaries: Tiwari 2022)."""
    shocks = rng.normal(size=(number, days)) * np.sqrt(1 - carry_over**2)
    shocks[:, 0] = rng.normal(size=number)
    for day in range(1, days):
        shocks[:, day] += carry_over * shocks[:, day - 1]
    return np.clip(np.round(MEAN + SPREAD * shocks), 0, 10)


def diary_with(days: Days, before: int) -> DiaryResult:
    """A row as a diary whose plan began after so many days."""
    first = BEGAN - timedelta(days=before)
    read = tuple(
        Day(date=first + timedelta(days=n), pain=float(pain), pain_0_10=float(pain), entries=1)
        for n, pain in enumerate(days)
    )
    return result_of(read)


def spread_out(number: int, seed: int) -> list[DiaryResult]:
    """So many unchanged diaries over every carry-over and every length."""
    rng = np.random.default_rng(seed)
    kinds = list(product(CARRY_OVER, LENGTHS))
    each = -(-number // len(kinds))
    made = [
        diary_with(row, before)
        for r, (before, since) in kinds
        for row in unchanged(each, before + since, r, rng)
    ]
    return made[:number]


def begun_in_a_flare(number: int, before: int, since: int, r: float, rng: np.random.Generator):
    """Unchanged diaries whose last week before the plan is in the worst tenth of its own weeks."""
    rows = unchanged(12 * number, WARM_UP + before + since, r, rng)
    start = WARM_UP + before
    last_week = rows[:, start - 7 : start].mean(axis=1)
    worst = np.quantile(last_week, 0.9)
    chosen = rows[last_week >= worst][:number, WARM_UP:]
    return [diary_with(row, before) for row in chosen]
