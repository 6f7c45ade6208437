"""Questions instead of guesses, nothing silently changed, every row accounted for."""

from datetime import date

import pytest

from planner.diary import DiaryReading, read_diary, result
from planner.model.diary import Choices, DateOrder

TODAY = date(2026, 11, 23)


def read(text: str, **answers: object) -> DiaryReading:
    choices = Choices.model_validate(answers)
    reading = read_diary(text.encode(), "diary.csv", choices, TODAY)
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[str, float | None]:
    return {day.date.isoformat(): day.pain for day in reading.days}


def asked(reading: DiaryReading) -> dict[str, tuple[str, ...]]:
    return {question.ask: question.choices for question in reading.questions}


def table(dates: list[str], heading: str = "Pain (0-10)") -> str:
    return f"Date,{heading}\n" + "".join(f"{text},{n % 11}\n" for n, text in enumerate(dates))


def test_one_row_at_the_end_decides_the_order_for_all() -> None:
    reading = read(table([*(f"{n:02d}/02/2024" for n in range(1, 13)), "13/02/2024"]))
    assert reading.date_order is DateOrder.DMY
    assert {day.date.month for day in reading.days} == {2}


def test_days_in_a_row_are_no_proof_of_the_order() -> None:
    reading = read(table([f"{n:02d}/02/2024" for n in range(1, 13)]))
    assert asked(reading) == {"date-order": ("dmy", "mdy")}
    assert reading.days == ()
    assert reading.date_order is None
    assert reading.used == 0


def test_the_answer_settles_the_order() -> None:
    dates = [f"{n:02d}/02/2024" for n in range(1, 13)]
    assert {d.date.month for d in read(table(dates), date_order=DateOrder.DMY).days} == {2}
    assert {d.date.day for d in read(table(dates), date_order=DateOrder.MDY).days} == {2}


def test_rows_that_contradict_each_other_are_asked_about() -> None:
    reading = read(table(["13/02/2024", "02/14/2024", "01/02/2024"]))
    assert asked(reading) == {"date-order": ("dmy", "mdy")}
    assert "13/02/2024" in reading.questions[0].why


def test_a_column_of_weekdays_decides() -> None:
    text = "Date,Weekday,Pain (0-10)\n03/04/2024,Sun,5\n04/04/2024,Thu,6\n"
    assert asked(read(text)) == {"date-order": ("dmy", "mdy")}
    right = "Date,Weekday,Pain (0-10)\n03/04/2024,Wed,5\n04/04/2024,Thu,6\n"
    assert read(right).date_order is DateOrder.DMY


def test_days_that_do_not_exist_and_years_out_of_range_are_listed() -> None:
    reading = read(table(["2024-02-30", "1989-12-31", "2028-01-01", "2027-12-31", "", "soon"]))
    assert pains(reading) == {"2027-12-31": 3.0}
    why = {skip.row: skip.why for skip in reading.skipped}
    assert list(why) == [2, 3, 4, 6, 7]
    assert "calendar" in why[2]
    assert "1989" in why[3]
    assert "2028" in why[4]


def test_missing_stays_missing_and_zero_stays_zero() -> None:
    reading = read("Date,Pain (0-10)\n2024-03-01,0\n2024-03-02,\n2024-03-03,n/a\n2024-03-04,3\n")
    assert pains(reading) == {"2024-03-01": 0.0, "2024-03-04": 3.0}
    assert [skip.row for skip in reading.skipped] == [3, 4]


def test_a_row_is_a_record_not_a_line() -> None:
    reading = read('Date,Pain (0-10),Note\n2024-03-01,4,"one\ntwo\nthree"\n2024-03-02,x,\n')
    assert reading.readings == 2
    assert [skip.row for skip in reading.skipped] == [3]


def test_a_quote_never_closed_spoils_only_its_own_line() -> None:
    text = 'Date,Pain (0-10),Note\n2024-03-01,4,"oops\n2024-03-02,5,fine\n2024-03-03,6,fine\n'
    assert pains(read(text)) == {"2024-03-01": 4.0, "2024-03-02": 5.0, "2024-03-03": 6.0}


def test_a_comma_that_may_be_a_decimal_is_not_guessed() -> None:
    reading = read("Date,Pain (0-10)\n2024-03-01,5,5\n2024-03-02,4\n")
    assert pains(reading) == {"2024-03-02": 4.0}
    assert "more cells" in reading.skipped[0].why


def test_several_entries_a_day_give_their_mean() -> None:
    text = "Date,Time,Pain (0-10)\n2024-03-01,8:00,4\n,20:00,7\n,24:30,1\n2024-03-02,9:00,5\n"
    reading = read(text)
    assert pains(reading) == {"2024-03-01": 4.0, "2024-03-02": 5.0}
    assert list(reading.diary.minutes) == [480, 1200, 1470, 540]
    assert any("took the date above" in note for note in reading.notes)


def test_one_missing_date_among_many_is_not_filled_in() -> None:
    reading = read(table([*(f"2024-03-{n:02d}" for n in range(1, 9)), "", "2024-03-10"]))
    assert [skip.why for skip in reading.skipped] == ["no date in this row"]


@pytest.mark.parametrize(
    ("cells", "scale", "on_ten"),
    [
        (["0", "55", "100"], (0, 100), [0, 5.5, 10]),
        (["none", "mild", "severe"], (0, 3), [0, 10 / 3, 10]),
        (["2/10", "7/10", "4 / 10"], (0, 10), [2, 7, 4]),
        (["2 - a little", "9 (bad)", "4"], (0, 10), [2, 9, 4]),
    ],
)
def test_scales_found_in_the_cells(
    cells: list[str], scale: tuple[int, int], on_ten: list[float]
) -> None:
    rows = "".join(f"2024-03-0{n},{cell}\n" for n, cell in enumerate(cells, 1))
    reading = read("Date,Pain\n" + rows)
    assert reading.scale == scale
    assert [day.pain_0_10 for day in reading.days] == pytest.approx(on_ten)


def test_a_doubtful_scale_is_asked_but_the_days_stay() -> None:
    reading = read("Date,Pain\n2024-03-01,0\n2024-03-02,4\n")
    assert asked(reading) == {"scale": ("0,4", "0,5", "0,7", "0,10", "0,100")}
    assert pains(reading) == {"2024-03-01": 0.0, "2024-03-02": 4.0}
    told = read("Date,Pain\n2024-03-01,0\n2024-03-02,4\n", scale=(0, 4))
    assert told.questions == ()
    assert [(day.pain, day.pain_0_10) for day in told.days] == [(0, 0), (4, 10)]


def test_one_slip_of_the_finger_does_not_make_a_scale_of_a_hundred() -> None:
    rows = "".join(f"2024-03-{n:02d},{n % 10}\n" for n in range(1, 29))
    reading = read("Date,Pain\n" + rows + "2024-03-29,55\n")
    assert reading.scale == (0, 10)
    assert [(s.row, "outside 0 to 10" in s.why) for s in reading.skipped] == [(30, True)]
    assert "scale" in asked(reading)


def test_a_good_high_end_is_turned_only_in_the_view() -> None:
    reading = read("Date,Pain (0 = worst pain; 10 = no pain) 0-10\n2024-03-01,8\n")
    assert reading.direction == "higher-is-better"
    assert (reading.days[0].pain, reading.days[0].pain_0_10) == (8, pytest.approx(2))


def test_a_column_of_relief_is_asked_for_its_direction() -> None:
    reading = read("Date,Comfort\n2024-03-01,8\n", pain="Comfort")
    assert asked(reading) == {"direction": ("higher-is-worse", "higher-is-better")}
    assert reading.days == ()


def test_several_columns_of_pain_are_asked_about() -> None:
    text = "Date,Back pain,Neck pain\n2024-03-01,8,2\n"
    assert asked(read(text)) == {"pain-column": ("Back pain", "Neck pain", "worst-of-day")}
    assert pains(read(text, pain="Neck pain")) == {"2024-03-01": 2.0}
    assert pains(read(text, pain="Back pain + Neck pain")) == {"2024-03-01": 5.0}


def test_average_worst_and_current_pain_are_different_things() -> None:
    reading = read("Date,Average pain,Worst pain,Pain now,Sleep\n2024-03-01,5,8,4,6\n")
    names = ("Average pain", "Worst pain", "Pain now")
    assert asked(reading) == {"pain-column": names}
    assert pains(read("Date,Pain,Worst pain\n2024-03-01,5,8\n")) == {"2024-03-01": 5.0}


def test_morning_and_evening_columns_are_entries_of_the_day() -> None:
    reading = read("Date,Morning pain,Evening pain\n2024-03-01,8,2\n2024-03-02,9,\n")
    assert pains(reading) == {"2024-03-01": 5.0, "2024-03-02": 9.0}
    assert [day.entries for day in reading.days] == [2, 1]


def test_several_people_are_asked_about_and_never_by_name() -> None:
    text = (
        "Name,Email,Date,Pain (0-10)\nJo Doe,jo@example.org,2024-03-01,5\n"
        "An Roe,an@example.org,2024-03-01,8\nAn Roe,an@example.org,2024-03-02,9\n"
    )
    reading = read(text)
    assert asked(reading) == {"person": ("person 1", "person 2")}
    shown = result(reading, None).model_dump_json()
    assert "Jo" not in shown
    assert "@" not in shown
    assert pains(read(text, person="person 2")) == {"2024-03-01": 8.0, "2024-03-02": 9.0}


def test_sessions_are_kept_from_rows_without_a_score() -> None:
    text = "Date,Pain (0-10),Massage\n2024-03-01,5,no\n2024-03-02,,yes\n2024-03-03,4,x\n"
    reading = read(text)
    assert reading.sessions == (date(2024, 3, 2),)
    assert "session was kept" in reading.skipped[0].why


def test_a_date_of_birth_is_never_the_date() -> None:
    reading = read("Date of birth,Visit date,Pain (0-10)\n1970-01-01,2024-03-01,5\n")
    assert pains(reading) == {"2024-03-01": 5.0}
