"""A row for each week and a column for each weekday, as on a sheet on the fridge."""

from datetime import date

from planner.diary import DiaryReading, read_diary
from planner.model.diary import Choices, DateOrder, Direction

TODAY = date(2026, 11, 23)
MONDAYS = "Pain 0-10\nWeek of,Mon,Tue,Wed,Thu,Fri,Sat,Sun\n"


def read(text: str, **answers: object) -> DiaryReading:
    reading = read_diary(text.encode(), "d.csv", Choices.model_validate(answers), TODAY)
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[str, float | None]:
    return {day.date.isoformat(): day.pain for day in reading.days}


def test_each_weekday_is_a_day_of_its_week():
    reading = read(MONDAYS + "2024-03-04,5,0,6,,4,3,2\n2024-03-11,1,,,,,,\n")
    assert reading.format == "weeks"
    assert pains(reading) == {
        "2024-03-04": 5, "2024-03-05": 0, "2024-03-06": 6, "2024-03-08": 4, "2024-03-09": 3,
        "2024-03-10": 2, "2024-03-11": 1,
    }  # fmt: skip
    assert (reading.readings, reading.used, reading.scale) == (14, 7, (0, 10))
    assert [row.row for row in reading.skipped] == [5, 10, 11, 12, 13, 14, 15]
    assert any("each row is a week" in note for note in reading.notes)


def test_the_weekday_of_the_first_column_decides_the_order_of_day_and_month():
    reading = read(MONDAYS + "04/03/2024,5,0,6,1,4,3,2\n11/03/2024,1,2,3,4,5,6,7\n")
    assert not [question for question in reading.questions if question.ask == "date-order"]
    assert (min(pains(reading)), max(pains(reading))) == ("2024-03-04", "2024-03-17")
    assert min(pains(read(MONDAYS + "05/06/2023,5,0,6,1,4,3,2\n"))) == "2023-06-05"
    assert min(pains(read(MONDAYS + "01/08/2024,5,0,6,1,4,3,2\n"))) == "2024-01-08"


def test_an_order_nothing_decides_is_asked_and_the_answer_is_followed():
    same = MONDAYS + "05/05/2025,5,0,6,1,4,3,2\n"
    asked = read(same)
    assert [question.ask for question in asked.questions] == ["date-order"]
    assert not asked.days
    assert max(pains(read(same, date_order=DateOrder.DMY))) == "2025-05-11"


def test_a_week_that_begins_on_another_weekday_is_not_guessed():
    text = MONDAYS + "2024-03-04,5,0,6,1,4,3,2\n2024-03-12,1,2,3,4,5,6,7\n"
    reading = read(text)
    assert max(pains(reading)) == "2024-03-10"
    assert reading.used == 7
    assert any("not a Mon" in note for note in reading.notes)
    wrong = read(MONDAYS + "04/03/2024,5,0,6,1,4,3,2\n", date_order=DateOrder.MDY)
    assert (wrong.used, len(wrong.skipped)) == (0, 7)


def test_a_week_without_a_date_is_not_given_the_one_above():
    reading = read(
        MONDAYS + "2024-03-04,5,0,6,1,4,3,2\n,1,2,3,4,5,6,7\n,,,,,,,\n2024-03-18,1,,,,,,\n"
    )
    assert reading.used == 8
    assert max(pains(reading)) == "2024-03-18"


def test_weeks_from_sunday_in_german_beside_other_columns():
    reading = read(
        "Nr.;Woche ab;So;Mo;Di;Mi;Do;Fr;Sa;Summe\n"
        "1;03.03.2024;5;0;6;1;4;3;2;21\n2;10.03.2024;1;2;3;4;5;6;7;28\n"
    )
    assert [question.ask for question in reading.questions] == ["pain-column"]
    chosen = read(
        "Nr.;Woche ab;So;Mo;Di;Mi;Do;Fr;Sa;Summe\n"
        "1;03.03.2024;5;0;6;1;4;3;2;21\n2;10.03.2024;1;2;3;4;5;6;7;28\n",
        pain=reading.questions[0].choices[0],
        direction=Direction.WORSE,
    )
    assert pains(chosen)["2024-03-11"] == 2
    assert any("not read: Nr., Summe" in note for note in chosen.notes)


def test_a_heading_that_begins_like_a_weekday_is_passed_over():
    reading = read("Woche;Mo;Di;Mi;Do;Fr\n04.03.2024;5;0;6;1;4\n")
    assert reading.format == "weeks"
    assert [question.ask for question in reading.questions] == ["pain-column"]


def test_weekdays_ticked_beside_a_pain_column_are_no_weeks():
    reading = read("Date,Pain,Mon,Tue,Wed,Thu,Fri\n2024-03-04,5,x,,x,,\n2024-03-11,4,x,x,x,,\n")
    assert pains(reading) == {"2024-03-04": 5, "2024-03-11": 4}
