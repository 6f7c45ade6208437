"""A diary in half a minute: stories counted by hand, and what must hold for any diary."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import pytest

from planner.diary import read_diary, summary_of
from planner.model.diary_summary import DiarySummary

FIRST = date(2026, 1, 1)
Score = float | str | None


def day(number: int) -> date:
    """The day so many days after the first."""
    return FIRST + timedelta(number)


def diary(scores: Sequence[Score], massages: Sequence[int] = (), **columns: Mapping[int, str]):
    """A diary with a score a day; None is a day that nobody wrote down."""
    head = ["Date", "Pain (0-10)", "Massage", *columns]
    rows = [
        [str(day(n)), str(score), "yes" if n in massages else "",
         *(column.get(n, "") for column in columns.values())]
        for n, score in enumerate(scores) if score is not None
    ]  # fmt: skip
    return read_diary("\n".join(map(",".join, [head, *rows])).encode(), "diary.csv")


def summed(scores: Sequence[Score], started: int | None = None, **more: object) -> DiarySummary:
    found = summary_of(diary(scores, **more), None if started is None else day(started))
    assert found is not None
    return found


FOUR_WEEKS_EACH = [8] * 4 + [6] * 24 + [3] * 26 + [9, 3]


def test_the_last_four_weeks_stand_beside_the_four_before_the_plan():
    found = summed(FOUR_WEEKS_EACH, 28)
    assert (found.days, found.logged) == (56, 56)
    assert (found.before.first, found.before.last) == (day(0), day(27))
    assert (found.lately.first, found.lately.last) == (day(28), day(55))
    assert found.before.average == pytest.approx((4 * 8 + 24 * 6) / 28)
    assert found.lately.average == pytest.approx((27 * 3 + 9) / 28)
    assert (found.before.worst, found.lately.worst) == (8, 9)
    assert (found.before.bad_a_week, found.lately.bad_a_week) == (1, 0.25)
    assert (found.before.pain_days_a_week, found.lately.pain_days_a_week) == (7, 7)


def test_days_lately_never_reach_back_before_the_plan():
    found = summed([6] * 40 + [4] * 10, 40)
    assert (found.lately.first, found.lately.days, found.lately.average) == (day(40), 10, 4)
    assert (found.before.last, found.before.days) == (day(39), 28)


def test_of_a_long_diary_only_the_days_nearest_are_set_beside_each_other():
    found = summed([9] * 60 + [5] * 28 + [7] * 60 + [2] * 28, 88)
    assert (found.before.average, found.lately.average) == (5, 2)


@pytest.mark.parametrize("started", [None, 0, 60], ids=["unknown", "first day", "after the last"])
def test_without_days_on_both_sides_nothing_stands_beside_the_last_weeks(started: int | None):
    found = summed([5] * 50, started)
    assert found.before is None
    assert (found.lately.days, found.lately.logged) == (28, 28)


def test_a_day_that_nobody_wrote_down_is_no_day_without_pain():
    found = summed([6, None, 0, None] * 14, 28)
    assert (found.days, found.logged) == (55, 28)
    assert (found.lately.days, found.lately.logged) == (27, 14)
    assert found.lately.average == 3
    assert found.lately.pain_days_a_week == 3.5
    assert (found.lately.sleep, found.lately.got_in_the_way) == (None, None)


def test_a_diary_without_a_score_has_no_summary():
    assert summary_of(diary(["x"] * 9), day(3)) is None


def test_the_days_around_a_session_are_averaged_by_their_distance():
    scores: list[Score] = [5] * 30
    scores[9], scores[11], scores[12], scores[13] = 7, 2, 3, 4
    scores[19], scores[21], scores[22], scores[23] = 9, 4, None, 6
    around = summed(scores, massages=(10, 20)).around_sessions
    assert (around.sessions, around.before, around.after) == (2, 8, (3, 3, 5))


def test_a_day_around_two_sessions_counts_for_neither():
    scores: list[Score] = list(range(8))
    around = summed(scores, massages=(1, 4)).around_sessions
    assert around.before == 0  # day 3 is two days after the first session
    assert around.after == (3.5, 6, 7)  # days 2 and 5; 6; 7
