"""Headache and attacks are counted: days with pain before and since, with an interval."""

import math
from datetime import date, timedelta

import pytest
from scipy import stats

from planner.charts.pain_days import pain_days
from planner.diary import headline, in_sentences, read_diary, result, to_keep_in_mind
from planner.diary.analysis.by_days.shares import share_difference, wilson
from planner.model.diary import Blank, Choices

FIRST = date(2025, 1, 1)
NINE = (0, 8, 19, 27, 40, 47, 58, 66, 75)  # of 82 days before
SEVENTEEN = (2, 7, 13, 18, 22, 29, 33, 38, 44, 50, 55, 61, 66, 72, 79, 84, 91)  # of 92 since


def counted(rows: dict[int, str], before: int, heading="Severity (0-10)", **choices):
    """The result of a diary with these rows, by the number of their day."""
    lines = (f"{FIRST + timedelta(days=day)},{said}\n" for day, said in sorted(rows.items()))
    reading = read_diary(f"Date,{heading}\n{''.join(lines)}".encode(), "x.csv", Choices(**choices))
    return result(reading, FIRST + timedelta(days=before), window=92)


def rising() -> dict[int, str]:
    return dict.fromkeys((*NINE, *(82 + day for day in SEVENTEEN)), "8")


def test_the_interval_of_two_shares_is_that_of_newcombe_1998() -> None:
    z = float(stats.norm.ppf(0.975))
    one, other = wilson(48 / 80, 80, z), wilson(56 / 70, 70, z)
    low = 0.2 - math.hypot(0.8 - other.low, one.high - 0.6)
    high = 0.2 + math.hypot(other.high - 0.8, 0.6 - one.low)
    assert (low, high) == pytest.approx((0.0524, 0.3339), abs=1e-4)


def test_days_in_clusters_count_for_less() -> None:
    spread, clustered = [1, 0, 0, 0] * 15, [1, 1, 1, 1, 1] + [0] * 15
    other = [0] * 60
    assert share_difference(clustered * 3, other).carry_over > 0.3
    wide = share_difference(clustered * 3, other).interval
    narrow = share_difference(spread, other).interval
    assert wide.high - wide.low > narrow.high - narrow.low


def test_no_day_with_pain_at_all_still_has_an_interval() -> None:
    found = share_difference([1, 0, 0] * 10, [0] * 30)
    assert found.interval.low < found.after - found.before < found.interval.high < 0


def test_a_rising_count_of_attacks_is_more_days_with_pain() -> None:
    found = counted(rising(), 82)
    days = found.pain_days
    assert (days.before.with_pain, days.before.days) == (9, 82)
    assert (days.after.with_pain, days.after.days) == (17, 92)
    assert days.with_pain.before == pytest.approx(28 * 9 / 82)
    assert days.with_pain.after == pytest.approx(28 * 17 / 92)
    assert days.with_pain.low < 0 < days.with_pain.high
    assert days.with_pain.percent == pytest.approx(68.4, abs=0.1)
    assert days.unwritten_are_free
    assert not days.comes_first
    assert found.analysis is None, "no mean of the attacks alone"


def test_the_same_count_with_its_free_days_written_needs_nothing_assumed() -> None:
    found = counted({day: rising().get(day, "0") for day in range(174)}, 82)
    assert not found.pain_days.unwritten_are_free
    assert found.pain_days.comes_first
    assert found.pain_days.after.with_pain == 17
    assert "days with pain" in headline(found.analysis, found.pain_days)
    assert in_sentences(found)[0].startswith("Days with pain: 9 of 82 before")
    assert set(found.analysis.cautions) <= set(to_keep_in_mind(found))


def test_a_clear_rise_and_a_clear_fall_are_told_as_days() -> None:
    many, few = {day: "6" if day % 2 else "0" for day in range(80)}, {}
    few = {day: "6" if day % 10 == 0 else "0" for day in range(80)}
    after = {day + 80: said for day, said in many.items()}
    rise = counted({**few, **after}, 80).pain_days
    assert rise.with_pain.low > 0
    assert any("more in 28" in one for one in rise.says)
    fall = counted({**many, **{day + 80: said for day, said in few.items()}}, 80).pain_days
    assert fall.with_pain.high < 0
    assert any("halved" in one for one in fall.says)


def test_attacks_without_a_score_are_compared_by_days() -> None:
    rows = dict.fromkeys(rising(), "migraine")
    kept = {"heading": "Event", "pain": "count-days"}
    found = counted(rows, 82, blank=Blank.NO_PAIN, **kept)
    assert found.pain_days.comes_first
    assert (found.pain_days.before.with_pain, found.pain_days.after.with_pain) == (9, 17)
    assert found.pain_days.bad is None
    assert found.pain_days.before.bad is None


def test_days_that_were_not_written_down_are_no_days_without_pain() -> None:
    rows = dict.fromkeys(rising(), "migraine")
    kept = {"heading": "Event", "pain": "count-days"}
    assert counted(rows, 82, blank=Blank.NOT_WRITTEN, **kept).pain_days is None


def test_scored_attacks_whose_other_days_were_not_written_assume_nothing() -> None:
    open_still = counted(rising(), 82, heading="Migraine severity (0-10)")
    assert open_still.pain_days.unwritten_are_free
    kept = {"heading": "Migraine severity (0-10)", "blank": Blank.NOT_WRITTEN}
    assert counted(rising(), 82, **kept).pain_days is None
    answered = counted(rising(), 82, heading=kept["heading"], blank=Blank.NO_PAIN).pain_days
    assert answered.comes_first
    assert answered.before.with_pain == 9


def test_a_diary_of_daily_pain_with_gaps_is_not_one_of_attacks() -> None:
    daily = dict.fromkeys(range(40), "6") | dict.fromkeys(range(40, 100, 4), "5")
    assert counted(daily, 40).pain_days is None


def test_bad_days_are_counted_beside_days_with_pain() -> None:
    rows = {day: "8" if day % 2 else "4" for day in range(40)}
    rows |= {day: "8" if day % 8 == 0 else "4" for day in range(40, 80)}
    found = counted(rows, 40).pain_days
    assert (found.before.bad, found.after.bad) == (20, 5)
    assert found.bad.high < 0
    assert found.with_pain.low < 0 < found.with_pain.high
    assert not found.can_tell, "it hurts every day"
    assert not any("Days with pain" in one for one in found.says)
    assert any("Days at 7 or more: 20 before, 5 since" in one for one in found.says)


def test_where_a_day_with_pain_has_no_score_nobody_knows_how_many_days_were_bad() -> None:
    kept = {"heading": "Event", "pain": "count-days"}
    unscored = counted(dict.fromkeys(rising(), "migraine"), 82, blank=Blank.NO_PAIN, **kept).counts
    assert [one.bad for one in unscored.months if one.with_pain] == [None] * 6
    assert {one.with_pain for one in unscored.weeks if one.bad == 0} == {0}
    assert "Days at 7 or more" in pain_days(unscored).table.headings
    assert not any(pain_days(unscored).table.column("Days at 7 or more"))
    scored = counted(rising(), 82, blank=Blank.NO_PAIN).counts
    assert [one.bad for one in scored.months] == [one.with_pain for one in scored.months]


def test_medicine_days_are_counted_and_not_judged() -> None:
    rows = {day: f"{8 if day % 4 == 0 else 0},{'ibuprofen' if day % 8 == 0 else ''}"
            for day in range(80)}  # fmt: skip
    found = counted(rows, 40, heading="Severity (0-10),Medication").pain_days
    assert (found.before.medicine, found.after.medicine) == (5, 5)
    assert any("Days with medicine: 5 of 40 before, 5 of 40" in one for one in found.says)


def test_too_few_days_are_not_counted() -> None:
    assert counted(dict.fromkeys(range(12), "0"), 6).pain_days is None
    assert counted(dict.fromkeys((0, 9, 14, 20, 22, 25, 29), "8"), 15).pain_days is None
