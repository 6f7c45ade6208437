"""Long columns are read by quicker ways than short ones; what is found must be the same."""

from datetime import date

import pandas as pd
import pyarrow as pa
import pytest

from planner.diary import read_diary
from planner.diary.values.cells import LOOK, MANY, coded, coded_dates
from planner.diary.values.dates import plain_days, read_dates

TIMES = MANY // 4
WRITTEN = {
    "whole numbers": ["7", "0", "10", "100", "255"],
    "numbers with gaps": ["3", "9", "250"],
    "leading zeros": ["7", "07", "007", "0"],
    "hexadecimal": ["7", "0x7", "0xA", "0"],
    "signs": ["7", "+7", "-0", "-3"],
    "too large": ["7", "256", "999", "1000"],
    "spaces": ["7", " 7", "7 ", "a  b"],
    "an empty cell": ["7", "", "8", "3"],
    "other digits": ["7", "٧", "７", "3"],
    "decimals": ["7.5", "7,5", "7.50", "3"],
    "dates": ["2024-03-07", "2024-03-08", "7.3.24", ""],
    "stamps": ["2024-03-07 08:05", "2024-03-07 9:05", "2024-03-08 23:59", "2024-03-09 00:00"],
}


def rows_of(texts: list[str], how: str) -> list[str]:
    """A long column of some texts: mixed, or with equal ones together, or odd at the end alone."""
    if how == "mixed":
        return texts * TIMES
    if how == "together":
        return [text for text in texts for _ in range(TIMES)]
    return [texts[0]] * (TIMES * 4) + texts


@pytest.mark.parametrize("how", ["mixed", "together", "odd at the end"])
@pytest.mark.parametrize("name", WRITTEN)
def test_a_long_column_holds_the_texts_that_were_written(name, how):
    rows = rows_of(WRITTEN[name], how)
    column = coded(pd.Series(rows, dtype=str))
    assert [column.values[code] for code in column.codes.tolist()] == [
        " ".join(row.split()) for row in rows
    ]
    assert set(column.codes.tolist()) == set(range(len(column.values)))


@pytest.mark.parametrize("mark", ["T", " "])
@pytest.mark.parametrize("days", [3, LOOK * 9])
def test_stamps_of_one_width_are_coded_by_their_dates(mark, days):
    found = pd.date_range("1995-01-01", periods=days).strftime("%Y-%m-%d").to_list()
    rows = [day + mark + "08:05" for day in found * (1 + MANY // days)]
    column = coded_dates(pd.Series(rows, dtype=str))
    assert column.values == tuple(found)
    assert [column.values[code] for code in column.codes.tolist()] == [row[:10] for row in rows]


def test_a_sliced_and_a_chunked_column_are_coded_whole():
    pieces = pa.chunked_array([["x", "7"], [], ["7", "8"] * MANY, ["9"]], pa.large_string())
    column = pd.Series(pieces.to_pandas(), dtype=str).iloc[1:]
    coded_one = coded(column)
    assert [coded_one.values[code] for code in coded_one.codes.tolist()] == column.to_list()


@pytest.mark.parametrize("odd", ["2023-02-30", "1989-12-31", "2031-01-01", "7.3.2024", "2024-3-7"])
def test_one_odd_date_sends_the_whole_column_the_longer_way(odd):
    assert plain_days(("2024-03-07", odd), 2030) is None


def test_both_ways_of_reading_plain_dates_agree():
    texts = tuple(pd.date_range("1990-01-01", "2030-12-31", freq="13D").strftime("%Y-%m-%d"))
    quick = plain_days(texts, 2030)
    column = coded(pd.Series([*texts, "no date"], dtype=str))
    assert quick is not None
    assert read_dates(column, None, 2030).days.tolist()[:-1] == quick.tolist()


def test_notes_over_several_lines_stay_whole_in_a_long_file():
    lines = [f'2024-01-{day % 28 + 1:02d},{day % 11},"slept\n{"x" * (day % 90)},y"'
             for day in range(40_000)]  # fmt: skip
    reading = read_diary(("date,pain,note\n" + "\n".join(lines)).encode(), "d.csv",
                         on=date(2025, 1, 1))  # fmt: skip
    assert (reading.readings, reading.used) == (40_000, 40_000)
    assert reading.diary.entries["note"].iat[39_999] == f"slept\n{'x' * (39_999 % 90)},y"


def test_odd_rows_of_a_long_file_are_named_by_their_numbers():
    lines = [f"2024-01-{row % 28 + 1:02d},{row % 11}" for row in range(30_000)]
    lines[20_000], lines[25_000], lines[29_000] = "2024-01-32,5", "2024-01-05,0x5", "2024-01-06,"
    reading = read_diary(("date,pain\n" + "\n".join(lines)).encode(), "d.csv", on=date(2025, 1, 1))
    assert [row.row for row in reading.skipped] == [20_002, 25_002, 29_002]
    assert reading.used == 29_997
