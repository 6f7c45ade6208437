"""A diary in half a minute: stories counted by hand, and what must hold for any diary."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from planner.diary import Change, headline, read_diary, result, summary_of, told
from planner.diary.analysis.summary.told import after_sessions, flares_told
from planner.model.diary.summary import DiarySummary
from tests.conftest import examples

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


QUIET = [3] * 20


def flares_of(scores: Sequence[Score]) -> list[tuple[date, date, float, int, bool]]:
    return [
        (one.first, one.last, one.worst, one.logged, one.may_be_longer)
        for one in summed(scores).flares or ()
    ]


def test_days_in_a_row_two_points_above_their_time_are_a_flare():
    assert flares_of([*QUIET, 5, 8, 6, *QUIET]) == [(day(20), day(22), 8, 3, False)]


@pytest.mark.parametrize(
    "spell",
    [[9], [4.5, 4.5, 4.5], [9, 3, 9]],
    ids=["one bad day", "less than two points above", "a usual day between"],
)
def test_what_is_no_flare(spell: list[Score]):
    assert flares_of([*QUIET, *spell, *QUIET]) == []


def test_one_day_nobody_wrote_down_does_not_end_a_flare_and_is_not_counted():
    assert flares_of([*QUIET, 7, None, 8, *QUIET]) == [(day(20), day(22), 8, 2, False)]


def test_two_days_nobody_wrote_down_end_it_and_that_it_may_be_longer_is_said():
    found = flares_of([*QUIET, 7, 7, None, None, 8, *QUIET])
    assert found == [(day(20), day(21), 7, 2, True)]
    assert "may have been longer" in flares_told(summed([*QUIET, 7, 7, None, *QUIET]).flares)


def test_with_too_few_days_nobody_can_tell_flares():
    assert summed([3, 9, 9, 3]).flares is None


@pytest.mark.parametrize(
    ("scores", "columns", "said"),
    [
        ([4] * 40 + [9] + [4] * 10, {}, "The worst day so far was 10 Feb: 9 of 10."),
        ([4] * 40 + [7] * 2 + [4] * 26, {"bad": 7}, "0.5 bad days a week"),
        ([4] * 60, {"Location": {n: "back" if n < 50 else "Knee" for n in range(60)}}, "Knee"),
        ([4] * 60, {"Medicine": dict.fromkeys(range(50, 60), "yes")}, "Medicine on 10 of"),
    ],
    ids=["worst ever", "more bad days", "a new place", "new medicine days"],
)
def test_what_is_new_in_the_last_four_weeks_is_told(scores, columns, said):
    columns = {name: column for name, column in columns.items() if name != "bad"}
    assert any(said in line for line in summed(scores, **columns).news)


def test_nothing_new_is_told_apart_from_nobody_can_tell():
    assert summed([4] * 60).news == ()
    assert "Too early" in summed([4] * 30).news[0]


CHANGES = {
    "lower": [7, 6, 8, 7] * 10 + [3, 2, 3, 4] * 10,
    "not clear": [5, 8, 2, 6] * 10 + [4, 7, 3, 6] * 10,
    "alike": [5] * 80,
    "too few": [5] * 38 + [4] * 3,
    "attacks": [0, 0, 0, 8, 0, 8] * 7 + [0] * 40,
}


@pytest.mark.parametrize("change", sorted(CHANGES))
def test_how_clear_it_is_never_says_other_than_the_headline(change: str):
    reading, start = diary(CHANGES[change]), day(40)
    found, summary = result(reading, start), summary_of(reading, start)
    head = headline(found.analysis, found.pain_days)
    is_clear = Change(found.analysis, found.pain_days).is_clear
    assert ("difference is clear" in summary.clear or "Clear" in summary.clear) is is_clear
    assert is_clear is (change in {"lower", "attacks"})
    assert is_clear is any(word in head for word in ("lower", "Fewer"))
    words = {tile.word for tile in told(summary, Change(found.analysis, found.pain_days)).tiles}
    assert is_clear is not bool(words & {"not clear", "not compared"})


@pytest.mark.parametrize(("since", "named"), [(28, False), (49, True)])
def test_which_days_the_headline_is_of_is_said_where_the_tiles_are_of_others(since, named):
    reading = diary([6, 7] * 14 + [3, 4] * (since // 2) + [3] * (since % 2))
    found, summary = result(reading, day(28)), summary_of(reading, day(28))
    assert (found.analysis.after.days, summary.lately.days) == (since, 28)
    line = told(summary, Change(found.analysis, found.pain_days)).compared
    assert ("28 days before and 49 since" in line) == named


def test_with_two_sessions_a_week_days_that_were_written_are_not_called_unwritten():
    crowded = summed([5] * 28, massages=range(0, 28, 3))
    assert crowded.around_sessions.before is None
    said = after_sessions(crowded.around_sessions)
    assert "not written" not in said and "around two sessions" in said
    assert "– the day before, then 5.0" in said
    alternate = after_sessions(summed([5] * 28, massages=range(0, 28, 2)).around_sessions)
    assert "around one session alone" in alternate


def test_a_chosen_window_sets_as_many_days_beside_each_other():
    reading = diary([8] * 100 + [4] * 100)
    found = summary_of(reading, day(100), window=56)
    assert (found.before.days, found.lately.days) == (56, 56)
    assert (found.before.average, found.lately.average) == (8, 4)


def test_an_own_bad_day_counts_from_its_score():
    found = summary_of(diary([5] * 28 + [4] * 28), day(28), bad_from=5)
    assert (found.bad_from, found.before.bad_a_week, found.lately.bad_a_week) == (5, 7, 0)


DIARIES = st.lists(st.one_of(st.none(), st.integers(0, 10)), min_size=10, max_size=90)
FEW = examples(60)


@FEW
@given(DIARIES, st.integers(0, 90))
def test_no_span_counts_a_day_that_nobody_wrote_down(scores, started):
    assume(any(one is not None for one in scores))
    found = summed(scores, started)
    written = [day(n) for n, score in enumerate(scores) if score is not None]
    for span in filter(None, (found.lately, found.before)):
        assert span.logged == sum(span.first <= one <= span.last for one in written) <= span.days
    if found.before:
        assert found.before.last < day(started) <= found.lately.first


@FEW
@given(DIARIES)
def test_flares_lie_inside_the_diary_apart_from_each_other(scores):
    assume(any(one is not None for one in scores))
    found = summed(scores)
    flares = found.flares or ()
    for one in flares:
        assert found.first <= one.first < one.last <= found.last
        assert 2 <= one.logged <= one.days
    assert all(a.last < b.first for a, b in pairwise(flares))


@FEW
@given(DIARIES, st.integers(0, 80), st.integers(0, 80))
def test_the_day_of_a_session_changes_what_stands_around_it_and_nothing_else(scores, one, other):
    assume(sum(score is not None for score in scores) > 1)
    reading = diary(scores)
    told = [
        summary_of(reading.model_copy(update={"sessions": (day(on),)}), day(30)).model_copy(
            update={"around_sessions": None, "months": ()}
        )
        for on in (one, other)
    ]
    assert told[0] == told[1]
