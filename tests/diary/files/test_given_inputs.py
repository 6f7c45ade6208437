"""Files as people bring them, each with what it should be read as (values invented).

A folder of `inputs/` is a case: the file, and `expected.json` with the kind that it stands for.
"""

import json
from datetime import date
from pathlib import Path

import pytest

from planner.diary import read_diary, result
from planner.model.diary import Choices, Direction, Part
from planner.model.visit import KeptDiary
from planner.visit.said.diary import answered_before

INPUTS = Path(__file__).parents[1] / "inputs"
CASES = sorted(one.name for one in INPUTS.iterdir())
TODAY = date(2025, 12, 31)


def case(name):
    return json.loads((INPUTS / name / "expected.json").read_text("utf-8"))


def read(name, **answers):
    file = INPUTS / name / case(name)["input"]
    return read_diary(file.read_bytes(), file.name, Choices(**answers), TODAY)


def days_of(reading):
    return {str(one.date): one.pain for one in reading.days}


@pytest.mark.parametrize("name", [one for one in CASES if "days" in case(one)["expected"]])
def test_the_days_are_those_expected(name):
    assert days_of(read(name)) == case(name)["expected"]["days"]


@pytest.mark.parametrize("name", CASES)
def test_every_row_is_accounted_for(name):
    reading = read(name)
    assert reading.readings == reading.used + len(reading.skipped)


def test_a_known_product_with_one_more_column_keeps_its_scale():
    reading = read("bearable-with-date-formatted")
    assert (reading.format, reading.scale) == ("bearable", (0, 4))
    assert not any("0,10" in one.choices for one in reading.questions)
    assert not reading.together or all("(" not in pain for pain in reading.together)


def test_people_are_told_apart_and_asked_for():
    asked = read("people-by-id")
    assert [one.ask for one in asked.questions] == ["person"] and not asked.days
    (question,) = asked.questions
    chosen = read("people-by-id", person=question.choices[0])
    assert chosen.days and chosen.people == len(question.choices)


def test_words_in_no_known_order_are_asked_for_and_none_is_dropped():
    asked = read("good-ok-bad")
    (question,) = asked.questions
    assert (question.ask, asked.days) == ("word-order", ())
    chosen = read("good-ok-bad", words=("ok", "bad", "really bad"))
    assert chosen.used == chosen.readings and not chosen.questions and chosen.scale == (0, 2)


def test_the_year_that_is_not_written_is_asked_for():
    asked = read("no-year")
    assert "year" in [one.ask for one in asked.questions] and not asked.days
    days = read("no-year", year=2025).days
    assert (len(days), days[0].date, days[-1].date) == (40, date(2025, 2, 20), date(2025, 3, 31))


def test_scores_of_nobody_knows_what_are_not_taken_as_pain_in_silence():
    asked = read("value-column-no-pain-word")
    assert [one.ask for one in asked.questions] == ["direction"] and not asked.days
    better = read("value-column-no-pain-word", direction=Direction.BETTER)
    assert better.days and better.direction is Direction.BETTER


def test_a_date_a_year_off_is_pointed_at_and_left_out_of_the_comparison():
    reading = read("typo-in-the-year")
    assert any("352 days from all the others" in note for note in reading.notes)
    assert result(reading, date(2025, 3, 10)).analysis is not None


def test_neither_the_year_nor_the_date_is_offered_as_the_pain():
    (question,) = read("year-column-plus-day-month").questions
    assert question.ask == "pain-column" and not {"year", "date"} & set(question.choices)


def table(heading, cells):
    rows = "\n".join(f"{cell},{n % 7}" for n, cell in enumerate(cells))
    return f"{heading},Pain (0-10)\n{rows}".encode()


def test_a_column_of_names_chosen_by_hand_still_names_nobody():
    people = [f"{who},2025-03-{day:02d}" for who in ("Ann Lee", "Bo Ray") for day in range(1, 9)]
    columns = {Part.PERSON: "Who"}
    reading = read_diary(table("Who,Date", people), "d.csv", Choices(columns=columns), TODAY)
    assert reading.questions[0].choices == ("person 1", "person 2")
    assert "Ann" not in str(reading.first_rows)


def test_a_date_column_chosen_by_hand_may_have_no_year():
    days = [f"{day} March,2025-04-{day:02d}" for day in range(1, 20)]
    asked = read_diary(
        table("Day of it,Date", days), "d.csv", Choices(columns={Part.DATE: "Day of it"}), TODAY
    )
    assert asked.questions[0].ask == "year"


def test_what_was_answered_of_a_file_is_not_who_it_was_of():
    before = KeptDiary(choices=Choices(person="A1", year=2024, scale=(0, 5)), headings=("a", "b"))
    assert answered_before(("a", "b"), [before]) == Choices(scale=(0, 5))
    assert answered_before(("a", "c"), [before]) == Choices()


@pytest.mark.parametrize(
    "when", ["2025-03-{:02d} 0{}:15", "{}.3.2025 0{}:15", "2025-03-{:02d}T0{}:15:00Z"]
)
def test_people_are_told_apart_where_each_entry_has_its_time(when):
    dated = [f"{who},{when.format(day, day)}" for who in ("AB", "CD") for day in range(1, 10)]
    reading = read_diary(table("Ref,Date", dated), "d.csv", on=TODAY)
    assert "person" in [one.ask for one in reading.questions] and not reading.days
