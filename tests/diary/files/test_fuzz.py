"""Whatever the bytes: a reading in which every row is accounted for, or one plain sentence."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.diary import read_diary
from planner.model.diary import Choices, DateOrder
from planner.model.errors import DiaryError
from tests.conftest import examples
from tests.diary.diary_writer import DATE_FORMS, Form, workbook, written
from tests.diary.generated.case import accounted
from tests.diary.mutations import mutated

pytestmark = [
    pytest.mark.no_cover,
    pytest.mark.slow,
]  # many examples: measuring them takes longer than they do
TODAY = date(2026, 11, 23)
DIARY = {date(2024, 2, day): [float(day % 11), 2.5] for day in range(1, 25)}
CELLS = st.sampled_from([
    "", " ", "5", "5,5", "5.5", "10", "-1", "99", "7/10", "mild", "Severe", "none", "N/A", "#", '"',
    "2024-03-07", "07/03/2024", "13/13/2024", "3/25/24", "7-Mar-15", "22nd Sep 2020", "45352",
    "1709300000", "9:00 PM", "24:30", "0.5", "Date", "Pain", "Back pain", "Name", "Notes", "=1+1",
    "Mon", "x" * 300, "\u202e", "1,6", "5,000", "Time", "id", "Sleep", "yes", "massage", "2024",
])  # fmt: skip


def read_any(data: bytes, choices: Choices | None = None) -> None:
    try:
        reading = read_diary(data, "diary.csv", choices, on=TODAY)
    except DiaryError as error:
        assert str(error)
    else:
        accounted(reading, TODAY)


@examples(300)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_any(data)


@examples(200)
@given(st.text(max_size=300), st.sampled_from(["utf-8", "utf-16"]))
def test_any_text(text: str, encoding: str) -> None:
    read_any(text.encode(encoding, errors="replace"))


@examples(400)
@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=12),
    st.sampled_from(",;\t|"),
    st.sampled_from([None, DateOrder.DMY, DateOrder.MDY, DateOrder.YMD]),
)
def test_any_table(rows: list[list[str]], delimiter: str, order: DateOrder | None) -> None:
    text = "\n".join(delimiter.join(row) for row in rows)
    read_any(text.encode(), Choices(date_order=order))


@examples(300)
@given(st.integers(0, 2**32), st.sampled_from(list(DATE_FORMS)), st.sampled_from(",;\t"))
def test_a_diary_after_accidents(seed: int, dates: str, delimiter: str) -> None:
    layouts = ("with time", "long", "filled down", "noisy")
    form = Form(layout=layouts[seed % 4], dates=dates, delimiter=delimiter)
    read_any(mutated(written(DIARY, form), random.Random(seed)))


@examples(100)
@given(st.integers(0, 2**32))
def test_a_workbook_after_accidents(seed: int) -> None:
    read_any(mutated(workbook(DIARY, Form(), True), random.Random(seed)))
