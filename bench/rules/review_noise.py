"""What the review proposes for diaries in which nothing changed, by carry-over and length.

python -m bench.rules.review_noise
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from planner.model.diary import DiaryResult
from planner.model.follow_up import FollowUp
from planner.model.vocabulary import Decision
from planner.review.rules import decided
from planner.review.standing import standing_of
from tests.review.conftest import BEGAN, KNOWN, plan_of
from tests.review.plans import BACK
from tests.review.simulated import (
    CARRY_OVER,
    LENGTHS,
    begun_in_a_flare,
    diary_with,
    unchanged,
)

NUMBER = 1000
TAPERED, REFERRED = Decision.STEP_DOWN, Decision.REFER


def decisions(diaries: Sequence[DiaryResult]) -> Counter[Decision]:
    """How often each decision is proposed."""
    base = standing_of(plan_of(BACK), diaries[0], FollowUp(), KNOWN, started=BEGAN)
    found = (replace(base, diary=one, on=one.days[-1].date) for one in diaries)
    return Counter(decided(standing).decision for standing in found)


def told(counted: Counter[Decision]) -> str:
    """The shares of the two decisions that noise must not bring about."""
    total = counted.total()
    return f"{counted[TAPERED] / total:10.1%} {counted[REFERRED] / total:8.1%}"


def main() -> None:
    """Print the rates."""
    rng = np.random.default_rng(20261123)
    print(f"{NUMBER} unchanged diaries each       step-down    refer   (at most 5 %)")
    every: Counter[Decision] = Counter()
    for r, (before, since) in product(CARRY_OVER, LENGTHS):
        rows = unchanged(NUMBER, before + since, r, rng)
        found = decisions([diary_with(row, before) for row in rows])
        every += found
        print(f"carry-over {r:4}, days {before:2} / {since:2}   {told(found)}")
    print(f"all of them                     {told(every)}")
    print("\nunchanged, begun in a flare (the caution is always shown)")
    for r, before in product((0.3, 0.6, 0.8), (7, 14, 28)):
        found = decisions(begun_in_a_flare(NUMBER // 2, before, 28, r, rng))
        print(f"carry-over {r:4}, days {before:2} / 28   {told(found)}")


if __name__ == "__main__":
    main()
