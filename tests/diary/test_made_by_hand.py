"""Files as people make them: read to the rules, and never quietly wrong."""

import io
from datetime import date, time

import pytest
from openpyxl import Workbook

from planner.diary import DiaryReading, read_diary
from planner.model.diary import Choices, DateOrder, Direction

TODAY = date(2026, 11, 23)


def read(data: str | bytes, **answers: object) -> DiaryReading:
    choices = Choices.model_validate(answers)
    data = data.encode() if isinstance(data, str) else data
    reading = read_diary(data, "diary", choices, TODAY)
    assert reading.readings == reading.used + len(reading.skipped)
    return reading


def pains(reading: DiaryReading) -> dict[str, float | None]:
    return {day.date.isoformat(): day.pain for day in reading.days}


def asked(reading: DiaryReading) -> dict[str, tuple[str, ...]]:
    return {question.ask: question.choices for question in reading.questions}


def workbook(**sheets: list[list[object]]) -> bytes:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


HEAD = ["Date", "Pain (0-10)"]


def test_a_sheet_for_each_month_is_one_diary() -> None:
    reading = read(
        workbook(
            Read_me=[["How to fill this in"], ["Write a number"]],
            Jan=[["January"], HEAD, [date(2026, 1, 30), 5], [date(2026, 1, 31), 6]],
            Feb=[["February"], HEAD, [date(2026, 2, 1), 3], ["soon", 6]],
        )
    )
    assert pains(reading) == {"2026-01-30": 5, "2026-01-31": 6, "2026-02-01": 3}
    assert [(skip.row, skip.why) for skip in reading.skipped] == [
        (6, 'the date cannot be read in "soon"')
    ]
    assert any("2 sheets" in note for note in reading.notes)
    assert any("not read: 1" in note for note in reading.notes)


def test_days_side_by_side_are_turned() -> None:
    days = [date(2026, 1, n) for n in (3, 4, 5)]
    reading = read(workbook(S=[["What", *days], ["Pain (0-10)", 5, 6, 0], ["Sleep", 7, 7, 8]]))
    assert pains(reading) == {"2026-01-03": 5, "2026-01-04": 6, "2026-01-05": 0}
    assert [day.sleep for day in reading.days] == [7, 7, 8]
    assert any("side by side" in note for note in reading.notes)


@pytest.mark.parametrize(
    ("cell", "minute"),
    [
        ("10/12/2018 23:30", 1410),
        ("01.03.2026 08:15", 495),
        ("3/1/2026 1:05:22 PM", 785),
        ("2026-03-01T08:00", 480),
        ("20260301T081500", 495),
        ("22nd Sep 2020 9 pm", 1260),
        ("Sunday, 1 March 2026 20.30", 1230),
    ],
)
def test_the_time_behind_a_date_is_the_time(cell: str, minute: int) -> None:
    reading = read(f'When,Pain (0-10)\n"{cell}",5\n', date_order=DateOrder.DMY)
    assert list(reading.diary.minutes) == [minute]


@pytest.mark.parametrize(("cell", "minute"), [("20h", 1200), ("8 Uhr", 480), ("8.05 p.m.", 1205)])
def test_hours_as_they_are_written_elsewhere(cell: str, minute: int) -> None:
    reading = read(f"Datum;Uhrzeit;Schmerz (0-10)\n2026-03-01;{cell};5\n")
    assert list(reading.diary.minutes) == [minute]


def test_an_end_or_a_length_of_time_is_not_the_time_of_the_entry() -> None:
    text = "start_time,end_time,intensity\n2026-03-01T08:00,2026-03-01T09:00,7\n"
    assert list(read(text).diary.minutes) == [480]
    text = "Date,Lasted,Pain (0-10)\n2026-03-01,2h,5\n2026-03-02,3h,6\n"
    assert read(text).diary.minutes.isna().all()


def test_a_heading_cut_by_its_own_comma_still_tells_the_direction() -> None:
    text = "Date,Pain (10 = no pain, 0 = worst)\n2026-03-01,5\n2026-03-02,8\n"
    reading = read(text)
    assert reading.direction is Direction.BETTER
    assert [day.pain_0_10 for day in reading.days] == pytest.approx([5, 2])


def test_named_ends_are_a_scale() -> None:
    text = "Date,Rate your pain (0 = no pain and 10 = worst pain)\n2026-03-01,2\n"
    assert (read(text).scale, read(text).questions) == ((0, 10), ())


def test_years_first_with_two_digits() -> None:
    decided = read("Date,Pain (0-10)\n26/03/01,5\n26/03/31,9\n")
    assert decided.date_order is DateOrder.YMD
    assert list(pains(decided)) == ["2026-03-01", "2026-03-31"]
    open_ = read("Date,Pain (0-10)\n26/03/01,5\n26/03/02,9\n")
    assert asked(open_) == {"date-order": ("dmy", "ymd")}


def test_a_weekday_in_the_cell_decides_the_order() -> None:
    reading = read("Date,Pain (0-10)\nMonday 2/3/2026,4\nTuesday 3/3/2026,5\n")
    assert list(pains(reading)) == ["2026-03-02", "2026-03-03"]


def test_the_day_an_entry_is_about_counts_not_the_moment_it_was_typed() -> None:
    text = "Created at,Entry date,Pain (0-10)\n2026-03-05T10:00:00Z,2026-03-01,5\n"
    assert list(pains(read(text))) == ["2026-03-01"]
    text = "Timestamp,Which day is this about?,Date,Pain (0-10)\n3/15/2026 9:00:00,x,3/14/2026,5\n"
    assert list(pains(read(text))) == ["2026-03-14"]


def test_two_columns_with_one_heading_can_be_told_apart() -> None:
    text = "Date,Pain,Pain\n2026-03-01,5,6\n2026-03-02,8,7\n"
    assert asked(read(text)) == {"pain-column": ("Pain", "Pain (2)", "worst-of-day")}
    assert pains(read(text, pain="Pain (2)"))["2026-03-01"] == 6


def test_morning_and_evening_columns_have_their_time_and_no_place() -> None:
    reading = read("Date,AM pain,PM pain\n2026-03-01,5,8\n")
    assert list(reading.diary.minutes) == [540, 1080]
    assert set(reading.diary.entries["site"]) == {""}


def test_columns_of_two_places_keep_their_place() -> None:
    text = "Date,Back pain,Neck pain\n2026-03-01,8,2\n"
    both = read(text, pain="Back pain + Neck pain")
    assert list(both.diary.entries["site"]) == ["Back pain", "Neck pain"]


def test_points_and_feedback_of_a_quiz_are_no_pain() -> None:
    text = (
        "ID,Start time,Completion time,Email,Name,Pain now (0-10),Points - Pain now (0-10),"
        "Feedback - Pain now (0-10)\n1,9/13/26 18:01,9/13/26 18:02,anonymous,,6,,\n"
    )
    assert pains(read(text)) == {"2026-09-13": 6}


def test_several_pains_of_a_long_table_are_asked_about_and_one_is_followed() -> None:
    text = (
        "date,symptom,severity (0-10)\n2026-03-01,Headache,6\n2026-03-01,neck pain,2\n"
        "2026-03-01,Nausea,9\n"
    )
    reading = read(text)
    assert reading.together == ("Headache", "neck pain")
    assert asked(reading) == {"pain-column": ("Headache", "neck pain", "worst-of-day")}
    assert pains(reading) == {}
    assert pains(read(text, pain="Headache")) == {"2026-03-01": 6}
    assert pains(read(text, pain="neck pain")) == {"2026-03-01": 2}
    assert pains(read(text, pain="worst-of-day")) == {"2026-03-01": 6}


def test_times_of_a_workbook_are_read() -> None:
    rows = [["Date", "Time", "Pain (0-10)"], [date(2026, 1, 1), time(8, 30), 5]]
    assert list(read(workbook(S=rows)).diary.minutes) == [510]


def test_a_product_with_one_more_column_is_known_all_the_same() -> None:
    text = (
        "date formatted,date,weekday,time of day,category,rating/amount,detail,notes\n"
        '2024-03-01,"1st Mar 2024","Friday","am","Symptom","2","Back pain (Moderate)",""\n'
        '2024-03-01,"1st Mar 2024","Friday","am","Mood","7","",""\n'
    )
    reading = read(text)
    assert reading.format == "bearable"
    assert pains(reading) == {"2024-03-01": 2}


def test_ratings_that_are_not_there_ask_for_no_scale() -> None:
    text = (
        "date,weekday,time of day,category,rating/amount,detail,notes\n"
        '"1st Mar 2024","Friday","am","Symptom","","Headache (Mild)",""\n'
    )
    assert read(text).questions == ()


def test_in_a_column_of_treatments_only_massage_is_a_session() -> None:
    rows = "2026-03-01,5,Massage 60 min\n2026-03-02,6,none\n2026-03-03,4,acupuncture\n"
    assert read("Date,Pain (0-10),Treatment\n" + rows).sessions == (date(2026, 3, 1),)
    rows = "2026-03-01,5,yes\n2026-03-02,6,acupuncture\n2026-03-03,4,no\n"
    assert read("Date,Pain (0-10),Treatment\n" + rows).sessions == (date(2026, 3, 1),)
    rows = "2026-03-01,5,with Jo\n2026-03-02,6,\n"
    assert read("Date,Pain (0-10),Massage session\n" + rows).sessions == (date(2026, 3, 1),)


def test_a_column_of_crosses_is_a_column_of_ticks() -> None:
    text = "Date,Pain (0-10),Massage\n2026-03-01,5,\n2026-03-02,6,x\n2026-03-03,4,\n"
    assert read(text).sessions == (date(2026, 3, 2),)


def test_bedtime_is_not_the_time_of_the_entry() -> None:
    text = "Date,Bedtime,Hours slept,Pain (0-10)\n2026-03-01,23:00,8,5\n"
    assert read(text).diary.minutes.isna().all()


def test_a_half_is_a_half() -> None:
    reading = read("Date,Pain (0-10)\n2026-03-01,5½\n2026-03-02,10\n")
    assert pains(reading) == {"2026-03-01": 5.5, "2026-03-02": 10}


def test_columns_of_parts_of_the_body_are_asked_about() -> None:
    text = "Date,Neck,Lower back\n2026-03-01,2,8\n"
    assert asked(read(text)) == {"pain-column": ("Neck", "Lower back", "worst-of-day")}
    assert pains(read(text, pain="worst-of-day")) == {"2026-03-01": 8}
    assert pains(read(text, pain="Neck + Lower back")) == {"2026-03-01": 5}


def test_columns_that_are_only_lined_up() -> None:
    text = "Date        Pain (0-10)\n2026-03-01  5\n2026-03-02  10\n"
    assert pains(read(text)) == {"2026-03-01": 5, "2026-03-02": 10}


def test_a_diary_of_yes_and_no_is_a_scale_of_its_own() -> None:
    text = "Date,Migraine\n2026-03-01,1\n2026-03-02,0\n"
    assert asked(read(text))["scale"][0] == "0,1"


def test_a_date_in_three_columns_with_a_short_year() -> None:
    text = "Day,Month,Year,Pain (0-10)\n3,Mar,26,4\n"
    assert pains(read(text)) == {"2026-03-03": 4}
