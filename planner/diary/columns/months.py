"""Calendars kept by hand: a month as the title of its day numbers, a year with months across."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from planner.diary.columns.tables import Record, stripped
from planner.diary.values.calendar import month_number, month_titled, year_in
from planner.diary.values.cells import SHEET
from planner.model.phrase import Phrase, Texts
from planner.words import say

MOST_LINES = 5000  # a longer grid has a date in every row
LEAST_DAYS = 3  # below a title; below the name of a sheet one will do
LEAST_MONTHS = 6  # across or down, so that it is a year
LEAST_ROWS = 28
LEAST_ACROSS = 20  # day numbers side by side, so that they are a month
ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
LEAP_YEAR = 2000  # stands in for a year that is not known, so that 29 February is a day
TITLED = say("The month above was read as that of the day numbers below it.")
ACROSS = say(
    "In this file each column is a month: what is called a row here is one of its days, counted "
    "month by month after the line of headings."
)
DOWN = say(
    "In this file each row is a month: what is called a row here is one of its days, counted "
    "month by month after the line of headings."
)


class Month(NamedTuple):
    """A month of a year; `year` is None where it is not written."""

    year: int | None
    number: int


def with_whole_dates(grid: pd.DataFrame) -> tuple[pd.DataFrame, Texts]:
    """A grid of day numbers with whole dates in their place, and what must be said of it."""
    if len(grid) > MOST_LINES or not grid.shape[1]:
        return grid, ()
    records = [stripped(record) for record in grid.to_numpy().tolist()]
    name = str(grid.attrs.get(SHEET, ""))
    year = _year_across(records, name) or _year_down(records, name)
    if year:
        return _one_row_a_day(year), (year.said,)
    days = dict(_dated(records, name)) or dict(_dated_across(records, name))
    least = 1 if month_titled(name) else LEAST_DAYS
    if len(days) < least:
        return grid, ()
    dated = grid.copy()
    for (place, at), day in days.items():
        dated.iat[place, at] = day
    return dated, (TITLED,)


def _months_above(records: list[Record], name: str) -> Iterator[Month | None]:
    """The month that each record stands under: that of the title above it, or of the sheet."""
    year, month = year_in(name), _titled(name, None)
    for record in records:
        filled = [cell for cell in record if cell]
        if len(filled) == 1:
            year = year_in(filled[0]) or year
            month = _titled(filled[0], year) or month
        yield month


def _titled(text: str, year: int | None) -> Month | None:
    """The month that a title names, with its year or the one that stood above."""
    found = month_titled(text)
    if found:
        return Month(*found)
    number = month_number(text.strip(" :.")) if text.strip(" :.").isalpha() else None
    return Month(year, number) if number else None


def _dated(records: list[Record], name: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The place of each number of a day that a record below a title begins with, and its date."""
    for place, month in enumerate(_months_above(records, name)):
        record = records[place]
        several = sum(map(bool, record)) > 1
        day = _day_of(month, record[0]) if month and several else None
        if day:
            yield (place, 0), day


def _dated_across(records: list[Record], name: str) -> Iterator[tuple[tuple[int, int], str]]:
    """The places of the numbers of days that stand side by side below a title, and their dates."""
    for place, month in enumerate(_months_above(records, name)):
        record = records[place]
        numbers = _numbers_behind(record)
        if not _are_days(record, numbers):
            continue
        known = _titled(record[0], month.year if month else year_in(name)) or month
        dated = ((at, _day_of(known, record[at])) for at in numbers if known)
        yield from (((place, at), day) for at, day in dated if day)


def _numbers_behind(record: Record) -> list[int]:
    """The places of the numbers of days in a record, behind its first cell."""
    return [at for at, cell in enumerate(record) if at and _is_number_of_day(cell)]


def _is_number_of_day(cell: str) -> bool:
    """Whether a cell is a number as short as that of a day, with or without a dot."""
    number = cell.rstrip(".")
    return number.isascii() and number.isdigit() and len(number) <= len("31")


def _are_days(record: Record, places: list[int]) -> bool:
    """Whether the numbers of a record count the days of a month, from the first on."""
    counted = [int(record[at].rstrip(".")) for at in places]
    return len(counted) >= LEAST_ACROSS and counted == [*range(1, len(counted) + 1)]


def _day_of(month: Month, cell: str) -> str | None:
    """The day of a month that a cell names by its number alone, as a date is written."""
    if not _is_number_of_day(cell):
        return None
    try:
        day = date(month.year or LEAP_YEAR, month.number, int(cell.rstrip(".")))
    except ValueError:
        return None
    return day.isoformat() if month.year else f"{day.day} {ENGLISH[day.month - 1]}"


class Year(NamedTuple):
    """A year on a sheet: what each day of each month says, and what must be said of it."""

    year: int | None
    cells: dict[int, dict[str, str]]
    said: Phrase


def _year_across(records: list[Record], name: str) -> Year | None:
    """The year of a grid with the months across and the days down; None for any other."""
    for place, record in enumerate(records):
        months = {number: at for at, cell in enumerate(record)
                  if at and cell.isalpha() and (number := month_number(cell))}  # fmt: skip
        if len(months) < LEAST_MONTHS:
            continue
        days = [row for row in records[place + 1 :] if row and _is_number_of_day(row[0])]
        if len(days) >= LEAST_ROWS:
            cells = {month: {row[0]: row[at] if at < len(row) else "" for row in days}
                     for month, at in months.items()}  # fmt: skip
            return Year(_year_above(records[: place + 1], name), cells, ACROSS)
    return None


def _year_down(records: list[Record], name: str) -> Year | None:
    """The year of a grid with the months down and the days across; None for any other."""
    for place, record in enumerate(records):
        numbers = _numbers_behind(record)
        if not _are_days(record, numbers):
            continue
        rows = {number: row for row in records[place + 1 :]
                if row and row[0].isalpha() and (number := month_number(row[0]))}  # fmt: skip
        if len(rows) >= LEAST_MONTHS:
            cells = {month: {record[at]: row[at] if at < len(row) else "" for at in numbers}
                     for month, row in rows.items()}  # fmt: skip
            return Year(_year_above(records[: place + 1], name), cells, DOWN)
    return None


def _year_above(records: list[Record], name: str) -> int | None:
    """The year that stands above a grid, or is the name of its sheet."""
    above = (*(cell for row in records for cell in row), name)
    return next((found for cell in above if (found := year_in(cell))), None)


def _one_row_a_day(of: Year) -> pd.DataFrame:
    """A table of days, month by month."""
    rows = [("Date", "Pain")]
    for number, said in sorted(of.cells.items()):
        dated = ((_day_of(Month(of.year, number), day), cell) for day, cell in said.items())
        rows += [(day, cell) for day, cell in dated if day]
    return pd.DataFrame(rows, dtype=str)
