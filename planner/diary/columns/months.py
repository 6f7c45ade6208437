"""Calendars kept by hand: a month as the title of its day numbers, a year with months across."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import pandas as pd

from planner.diary.columns.tables import Record, stripped
from planner.diary.values.calendar import month_number, month_titled, year_in
from planner.diary.values.cells import SHEET
from planner.model.phrase import Texts
from planner.words import say

MOST_LINES = 5000  # a longer grid has a date in every row
LEAST_DAYS = 3  # below a title
LEAST_MONTHS = 6  # across, so that it is a year
LEAST_ROWS = 28
TITLED = say("The month above was read as that of the day numbers below it.")
ACROSS = say(
    "In this file each column is a month: what is called a row here is one of its days, counted "
    "month by month after the line of headings."
)


def with_whole_dates(grid: pd.DataFrame) -> tuple[pd.DataFrame, Texts]:
    """A grid of day numbers with whole dates in their place, and what must be said of it."""
    if len(grid) > MOST_LINES or not grid.shape[1]:
        return grid, ()
    records = [stripped(record) for record in grid.to_numpy().tolist()]
    name = str(grid.attrs.get(SHEET, ""))
    across = _year_in(records, name)
    if across:
        return _one_row_a_day(across), (ACROSS,)
    days = dict(_dated(records, month_titled(name)))
    if len(days) < LEAST_DAYS:
        return grid, ()
    dated = grid.copy()
    for place, day in days.items():
        dated.iat[place, 0] = day.isoformat()
    return dated, (TITLED,)


def _dated(records: list[Record], month: tuple[int, int] | None) -> Iterator[tuple[int, date]]:
    """The place of each record that begins with the number of a day, and its date."""
    for place, record in enumerate(records):
        filled = [cell for cell in record if cell]
        titled = month_titled(filled[0]) if len(filled) == 1 else None
        month = titled or month
        day = _day_of(month, record[0]) if month and len(filled) > 1 else None
        if day:
            yield place, day


def _day_of(month: tuple[int, int], cell: str) -> date | None:
    """The day of a month that a cell names by its number alone."""
    number = cell.rstrip(".")
    if not (number.isdigit() and number.isascii()):
        return None
    try:
        return date(*month, int(number))
    except ValueError:
        return None


class Year(NamedTuple):
    """A year with a column for each month: its year, the column of each month, a record a day."""

    year: int
    months: dict[int, int]
    days: list[Record]


def _year_in(records: list[Record], name: str) -> Year | None:
    """The year of a grid with the months across and the days down; None for any other."""
    for place, record in enumerate(records):
        months = {number: at for at, cell in enumerate(record)
                  if at and cell.isalpha() and (number := month_number(cell))}  # fmt: skip
        if len(months) < LEAST_MONTHS:
            continue
        days = [row for row in records[place + 1 :] if row and row[0].isdigit()]
        above = (*(cell for row in records[: place + 1] for cell in row), name)
        year = next((found for cell in above if (found := year_in(cell))), None)
        if year and len(days) >= LEAST_ROWS:
            return Year(year, months, days)
    return None


def _one_row_a_day(of: Year) -> pd.DataFrame:
    """A table of days, month by month."""
    rows = [("Date", "Pain")]
    for month, at in sorted(of.months.items()):
        for record in of.days:
            day = _day_of((of.year, month), record[0])
            if day:
                rows.append((day.isoformat(), record[at] if at < len(record) else ""))
    return pd.DataFrame(rows, dtype=str)
