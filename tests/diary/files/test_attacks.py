"""Diaries that say when there was pain and not how bad: days are counted, no score is made up."""

from datetime import date

import pytest

from planner.diary import DiaryReading, read_diary, result
from planner.model.diary import Blank, Choices

TODAY = date(2026, 11, 23)
ATTACKS = {"2026-01-03": "5 hours", "2026-01-09": "45 min", "2026-02-01": "1d 02h 15m"}
LOG = "Date,Duration,Trigger\n" + "".join(f"{day},{how},rain\n" for day, how in ATTACKS.items())
SCORELESS = ["5 hours", "45 min", "1d 02h 15m", "2 Stunden", "3h", "1 h 30 min", "2.5 hrs"]


def read(text: str, **answers: object) -> DiaryReading:
    choices = Choices.model_validate(answers)
    reading = read_diary(text.encode(), "diary.csv", choices, TODAY)
    assert reading.readings == reading.used + len(reading.skipped)
    assert all(one.pain is None and one.pain_0_10 is None for one in reading.days)
    return reading


def asked(reading: DiaryReading) -> dict[str, tuple[str, ...]]:
    return {question.ask: question.choices for question in reading.questions}


def test_a_log_of_attacks_asks_what_to_follow_and_offers_to_count_days() -> None:
    reading = read(LOG)
    assert asked(reading) == {"pain-column": ("count-days",)}
    assert reading.days == ()


def test_attacks_are_counted_by_week_and_month() -> None:
    reading = read(LOG, pain="count-days")
    assert [(str(one.date), one.had_pain) for one in reading.days] == [(d, True) for d in ATTACKS]
    counts = result(reading, None).counts
    assert counts is not None
    assert [(one.logged, one.with_pain) for one in counts.months] == [(2, 2), (1, 1)]


def test_days_without_a_row_are_asked_about_and_counted_as_answered() -> None:
    assert asked(read(LOG, pain="count-days")) == {"blank": ("no-pain", "not-written")}
    every = read(LOG, pain="count-days", blank=Blank.NO_PAIN)
    assert (len(every.days), sum(one.had_pain is True for one in every.days)) == (30, 3)
    written = read(LOG, pain="count-days", blank=Blank.NOT_WRITTEN)
    assert len(written.days) == len(ATTACKS) and not written.questions


@pytest.mark.parametrize("length", SCORELESS)
def test_a_length_of_time_is_never_a_score(length: str) -> None:
    text = f"Date,Pain (0-10)\n2026-03-01,{length}\n2026-03-02,6\n"
    reading = read_diary(text.encode(), "diary.csv", on=TODAY)
    assert [one.pain for one in reading.days] == [6]
    assert [one.row for one in reading.skipped] == [2] and "how long" in reading.skipped[0].why


def test_a_column_of_bare_hours_cannot_be_chosen_as_the_pain() -> None:
    text = "Date,Hours\n2026-03-01,5\n2026-03-04,7\n"
    assert asked(read(text)) == asked(read(text, pain="Hours")) == {"pain-column": ("count-days",)}


def test_a_column_of_yes_and_no_is_counted_without_a_question() -> None:
    days = {f"2026-03-{day:02d}": "yes" if day % 3 == 0 else "no" for day in range(1, 11)}
    text = "Day,Migraine\n" + "".join(f"{day},{said}\n" for day, said in days.items())
    reading = read(text)
    assert not reading.questions and reading.columns.pain == ("Migraine",)
    assert {str(one.date): one.had_pain for one in reading.days} == {
        day: said == "yes" for day, said in days.items()
    }


def test_a_row_whose_yes_or_no_is_blank_says_nothing() -> None:
    reading = read("Day,Migraine\n2026-03-01,yes\n2026-03-02,\n2026-03-03,no\n")
    assert [str(one.date) for one in reading.days] == ["2026-03-01", "2026-03-03"]
    assert [one.row for one in reading.skipped] == [3]
