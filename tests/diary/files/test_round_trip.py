"""A diary written in any supported form reads back to the same days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.diary import DiaryReading, csv_template, read_diary, xlsx_template
from planner.model.diary import Choices, DateOrder, DayWritten
from tests.conftest import examples
from tests.diary.diary_writer import DATE_FORMS, LAYOUTS, Entries, Form, means, workbook, written

pytestmark = pytest.mark.no_cover  # many examples: measuring them takes longer than they do
TODAY = date(2026, 11, 23)
SCORES = st.integers(0, 20).map(lambda half: half / 2)
ORDERS = {"dmy": DateOrder.DMY, "mdy": DateOrder.MDY}


@st.composite
def diaries(draw: st.DrawFn) -> Entries:
    first = draw(st.dates(date(1991, 1, 1), date(2026, 9, 1)))
    offsets = draw(st.lists(st.integers(0, 70), min_size=2, max_size=25, unique=True))
    return {
        first + timedelta(days=n): draw(st.lists(SCORES, min_size=1, max_size=3)) for n in offsets
    }


@st.composite
def forms(draw: st.DrawFn) -> Form:
    delimiter = draw(st.sampled_from(",;\t|"))
    return Form(
        layout=draw(st.sampled_from(LAYOUTS)),
        dates=draw(st.sampled_from(list(DATE_FORMS))),
        encoding=draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])),
        delimiter=delimiter,
        decimal_comma=draw(st.booleans()),
        line_end=draw(st.sampled_from(["\n", "\r\n"])),
        newest_first=draw(st.booleans()),
        quote_all=draw(st.booleans()),
        seed=draw(st.integers(0, 6)),
    )


def read_with_answer(data: bytes, name: str, form: Form) -> DiaryReading:
    """Read; if the order of day and month is asked, answer it and read again."""
    reading = read_diary(data, name, on=TODAY)
    if any(question.ask == "date-order" for question in reading.questions):
        assert reading.days == ()
        assert form.dates[:3] in ORDERS
        answer = Choices(date_order=ORDERS[form.dates[:3]])
        reading = read_diary(data, name, answer, on=TODAY)
    return reading


def days_read(reading: DiaryReading) -> dict[date, tuple[float, int]]:
    return {d.date: (pytest.approx(d.pain, abs=1e-9), d.entries) for d in reading.days}


@examples(400)
@given(diaries(), forms())
def test_any_text_form_reads_back_to_the_same_days(entries: Entries, form: Form) -> None:
    reading = read_with_answer(written(entries, form), "diary.csv", form)
    assert reading.readings == reading.used + len(reading.skipped)
    assert days_read(reading) == means(entries)


@examples(40)
@given(diaries(), st.sampled_from(["iso", "dmy", "mdy", "dmy dots", "7-Mar-15"]), st.booleans())
def test_any_workbook_reads_back_to_the_same_days(entries: Entries, dates: str, real: bool) -> None:
    form = Form(dates=dates)
    reading = read_with_answer(workbook(entries, form, real), "diary.xlsx", form)
    assert days_read(reading) == means(entries)
    assert reading.used == reading.readings == sum(map(len, entries.values()))


@examples(40)
@given(diaries(), st.sampled_from([csv_template, xlsx_template]))
def test_the_template_is_read_back_without_a_question(entries: Entries, write) -> None:  # type: ignore[no-untyped-def]
    rows = [DayWritten(d, scores[0], 6.0, None, n % 5 == 0, "=1+1") for n, (d, scores)
            in enumerate(entries.items())]  # fmt: skip
    reading = read_diary(write(rows), "diary", on=TODAY)
    assert reading.questions == ()
    assert days_read(reading) == {d: (scores[0], 1) for d, scores in entries.items()}
    assert list(reading.sessions) == sorted(row.day for row in rows if row.session)
    assert all(day.sleep == 6 for day in reading.days)


@examples(60)
@given(diaries(), forms())
def test_reading_a_file_twice_adds_nothing(entries: Entries, form: Form) -> None:
    data = written(entries, form)
    once = read_with_answer(data, "diary.csv", form).diary
    twice = once.joined_with(read_with_answer(data, "copy.csv", form).diary)
    assert len(twice) == len(once) == sum(map(len, entries.values()))
    assert sorted(twice.pain) == sorted(once.pain)
