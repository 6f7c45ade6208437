"""What changed since the plan: the numbers, the gates, the cautions, the words."""

import json
import re
from collections.abc import Iterable
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.diary import analyse, read_diary, result
from planner.diary.analysis import caveats
from planner.diary.analysis.effects import mean_difference
from planner.model.diary import Day

FIRST = date(2024, 1, 1)
BANNED = re.compile(
    r"\b(caus\w*|works?|worked|proved|effective|significan\w*|responder|trigger\w*|safe|cure\w*|"
    r"no effect)\b", re.IGNORECASE)  # fmt: skip


def days(scores: list[float | None]) -> list[Day]:
    return [
        Day(date=FIRST + timedelta(days=n), pain=score, pain_0_10=score, entries=1)
        for n, score in enumerate(scores)
        if score is not None
    ]


def wave(level: float, number: int) -> list[float | None]:
    """A level with a steady little up and down."""
    return [level + (0, 1, -1, 0)[n % 4] for n in range(number)]


def compare(before: list[float | None], after: list[float | None]):  # type: ignore[no-untyped-def]
    return analyse(days(before + after), [], FIRST + timedelta(days=len(before)))


def test_means_difference_and_overlap() -> None:
    found = compare(wave(6, 16), wave(4, 20))
    assert (found.before.days, found.before.logged, found.before.mean) == (16, 16, 6)
    assert (found.after.days, found.after.logged, found.after.mean) == (20, 20, 4)
    assert found.difference.points == pytest.approx(-2)
    assert found.difference.percent == pytest.approx(-100 / 3)
    assert found.difference.low < -2 < found.difference.high < 0
    # before is 5, 6, 6, 7 and after 3, 4, 4, 5 in equal parts: one tie in sixteen pairs
    assert found.nap == pytest.approx(31 / 32)
    assert any("2.0 points (33 %) lower" in said for said in found.says)
    assert any("may notice a fall of this size" in said for said in found.says)
    many = compare(wave(7, 80), wave(4, 80))
    assert any("people often notice" in said for said in many.says)


def test_the_interval_by_hand_without_carry_over() -> None:
    before, after = [5, 7, 5, 7, 5, 7, 5, 7], [3, 5, 3, 5, 3, 5, 3, 5]
    found = mean_difference(before, after)
    assert found.carry_over == 0
    # variance 8/7 a phase, error sqrt(2/7) = .5345, t(14) = 2.1448
    assert found.interval == pytest.approx((-2 - 1.1464, -2 + 1.1464), abs=1e-3)


def test_carry_over_widens_the_interval() -> None:
    smooth = [4, 4, 5, 5, 6, 6, 7, 7, 6, 6, 5, 5, 4, 4]
    jumpy = [4, 7, 5, 6, 4, 6, 5, 7, 6, 4, 5, 6, 4, 5]
    assert sorted(smooth) != smooth
    wide, narrow = mean_difference(smooth, smooth), mean_difference(jumpy, jumpy)
    assert wide.carry_over > 0.5
    assert narrow.carry_over == 0
    assert wide.interval.high > 1.5 * narrow.interval.high


def test_in_unchanged_diaries_the_interval_seldom_misses_zero() -> None:
    rng = np.random.default_rng(5)
    missed = 0
    for _ in range(400):
        series = np.empty(42)
        series[0] = rng.normal()
        for n in range(1, 42):
            series[n] = 0.4 * series[n - 1] + rng.normal() * np.sqrt(1 - 0.16)
        scores = np.clip(np.round(5.5 + 1.5 * series), 0, 10)
        low, high = mean_difference(scores[:14], scores[14:]).interval
        missed += not low <= 0 <= high
    assert missed / 400 < 0.12


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (wave(6, 6), wave(4, 20), "before the plan are written down (6)"),
        (wave(6, 20), wave(4, 6), "since the plan began are written down (6)"),
        ([6, None] * 10, wave(4, 20), "10 of 20 days before the plan"),
        ([], wave(4, 20), "before the plan are written down (0)"),
    ],
)
def test_too_little_is_not_compared(before: list, after: list, words: str) -> None:  # type: ignore[type-arg]
    started = FIRST + timedelta(days=len(before))
    assert analyse(days(before + after), [], started) is None
    text = "Date,Pain (0-10)\n" + "".join(f"{d.date},{d.pain}\n" for d in days(before + after))
    found = result(read_diary(text.encode(), "diary.csv"), started)
    assert found.analysis is None
    assert any(words in caution for caution in found.cautions)


def test_no_clear_difference_is_said_when_the_interval_spans_zero() -> None:
    found = compare(wave(5, 20), wave(5, 20))
    assert any("no clear difference" in said for said in found.says)
    assert not any("lower." in said or "often notice" in said for said in found.says)


def test_worse_is_higher_on_average_and_severe_pain_sends_to_a_doctor() -> None:
    found = compare(wave(4, 20), wave(8, 20))
    assert any("higher on average" in said for said in found.says)
    assert any("see a doctor" in said for said in found.says)
    assert found.difference.points == pytest.approx(4)


def test_no_percent_of_a_low_baseline() -> None:
    assert compare(wave(2.5, 20), wave(1, 20)).difference.percent is None


def test_a_fall_that_began_before_the_plan_is_pointed_out() -> None:
    falling = [8 - 0.15 * n for n in range(20)]
    found = compare(falling, wave(4, 20))
    assert found.baseline_trend_per_week == pytest.approx(-1.05)
    assert any("already falling before the plan (about 1.1 a week)" in c
               or "already falling before the plan (about 1.0 a week)" in c
               for c in found.cautions)  # fmt: skip
    assert not any("already falling" in c for c in compare(wave(6, 20), wave(4, 20)).cautions)


def test_a_start_in_a_flare_is_pointed_out() -> None:
    flare = [8, 9, 8, 9, 8, 9, 9]
    found = compare([*wave(4, 40), *flare], wave(2, 20))
    assert found.bad_spell
    assert caveats.BEGAN_IN_FLARE in found.cautions
    assert not compare(wave(6, 40), wave(4, 20)).bad_spell
    # nothing is claimed, or a rise: there is nothing that a bad spell could explain
    assert not compare([*wave(4, 40), *flare], wave(4, 20)).bad_spell
    assert not compare([*wave(4, 40), *flare], wave(9, 20)).bad_spell


def test_few_and_missing_days_are_pointed_out() -> None:
    short = compare(wave(6, 8), wave(4, 20))
    assert any("Only 8 days before" in caution for caution in short.cautions)
    assert short.baseline_trend_per_week is None
    gaps = compare([6, 6, 7, None, 6] * 5, [4, 4, 5, None, 4] * 5)
    assert any("20 of 25 before, 20 of 25 since" in caution for caution in gaps.cautions)
    assert not any("Days written down" in said for said in gaps.says)  # said once
    whole = compare(wave(6, 20), wave(4, 25))
    assert any("20 of 20 before, 25 of 25 since" in said for said in whole.says)


def test_missing_days_are_not_bridged_nor_filled() -> None:
    found = compare([6, None, 7, 6, 7, 6, None, 7, 6, 7], wave(4, 20))
    assert (found.before.days, found.before.logged) == (10, 8)
    assert found.before.mean == 6.5


@pytest.mark.parametrize("after", [3, 5.9, 6, 8.5])
def test_no_word_claims_a_reason(after: float) -> None:
    found = compare(wave(6, 20), wave(after, 20))
    for sentence in (*found.says, *found.cautions):
        assert not BANNED.search(sentence), sentence
    assert any("cannot show why" in said for said in found.says)


def test_the_result_has_the_agreed_shape() -> None:
    text = "Date,Pain (0-10)\n" + "".join(
        f"{d.date},{d.pain:g}\n" for d in days(wave(6, 20) + wave(4, 20))
    )
    reading = read_diary((text + "soon,4\n").encode(), "diary.csv")
    found = json.loads(result(reading, FIRST + timedelta(days=20)).model_dump_json())
    assert {"readings", "used", "skipped", "format", "date_order", "scale", "direction",
            "questions", "days", "sessions", "analysis", "cautions"} <= set(found)  # fmt: skip
    assert found["scale"] == [0, 10]
    assert found["days"][0] | {"sleep": None, "got_in_the_way": None} == {
        "had_pain": None,
        "date": "2024-01-01", "pain": 6.0, "pain_0_10": 6.0, "entries": 1,
        "sleep": None, "got_in_the_way": None}  # fmt: skip
    assert found["skipped"] == [{"row": 42, "why": found["skipped"][0]["why"]}]
    assert set(found["analysis"]) == {
        "before", "after", "difference", "nap", "baseline_trend_per_week", "autocorrelation",
        "says", "cautions"}  # fmt: skip
    assert set(found["analysis"]["difference"]) == {"points", "percent", "low", "high"}


def whole(values: Iterable[float]) -> list[float | None]:
    """Scores as they are written: whole numbers."""
    return [float(round(value)) for value in values]


def test_of_years_before_the_plan_only_the_last_weeks_are_compared() -> None:
    found = compare(wave(8, 700) + wave(5, 84), wave(5, 30))
    assert (found.before.days, found.before.mean) == (84, 5)
    assert any("784 days before the plan the last 84" in said for said in found.says)
    assert found.difference.low <= 0 <= found.difference.high


def test_a_day_that_stands_alone_a_year_before_blocks_nothing() -> None:
    lone = [Day(date=FIRST - timedelta(days=350), pain=5, pain_0_10=5, entries=1)]
    assert analyse([*lone, *days(wave(6, 20) + wave(4, 20))], [], FIRST + timedelta(days=20))


@pytest.mark.parametrize("a_week", [0.5, 1.0])
def test_a_fall_through_both_sides_in_whole_scores_is_never_told_without_a_caution(a_week) -> None:
    falling = whole(7 - a_week / 7 * day + (day % 3 - 1) for day in range(56))
    found = compare(falling[:28], falling[28:])
    assert found.difference.high < 0
    assert any("already falling" in one or "slow fall" in one for one in found.cautions)


def test_the_season_is_named_where_the_sides_lie_in_different_ones() -> None:
    found = compare(wave(6, 84), wave(4, 130))
    assert any("different times of the year" in caution for caution in found.cautions)
    assert not any("times of the year" in one for one in compare(wave(6, 28), wave(4, 28)).cautions)


def test_days_missing_on_one_side_alone_are_counted_for_both() -> None:
    found = compare(wave(6, 42), [4.0, None, 5.0, 4.0, None, 5.0] * 7)
    assert any("42 of 42 before, 28 of 42 since" in caution for caution in found.cautions)


@given(st.lists(st.integers(0, 10), min_size=8, max_size=30), st.integers(8, 30))
def test_no_interval_leaves_the_scale_or_has_two_equal_ends(before, number) -> None:
    found = compare([float(one) for one in before], [float(one % 11) for one in range(number)])
    assert -found.before.mean <= found.difference.low
    assert found.difference.high <= 10 - found.before.mean
    for said in found.says:
        ends = re.search(r"between ([0-9.]+) and ([0-9.]+)", said)
        assert ends is None or ends[1] != ends[2]
        assert "between 0.0 points lower and 0.0 points higher" not in said
