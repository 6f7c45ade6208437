"""A grid of weeks: a row for each week with the day it begins, a column for each weekday."""

from datetime import date, timedelta
from itertools import chain, takewhile
from typing import NamedTuple

import numpy as np
import pandas as pd

from planner.diary.columns.headings import is_pain
from planner.diary.columns.tables import Record, first_records, stripped
from planner.diary.values.calendar import weekday_number
from planner.diary.values.cells import Coded, coded
from planner.diary.values.date_forms import EPOCH, written_date
from planner.diary.values.dates import NO_DAY, read_dates
from planner.model.diary import Choices
from planner.model.phrase import Phrase, Texts
from planner.words import say

MOST_WEEKS = 5000  # a longer grid has a row for each day
LEAST_WEEKDAYS = 5  # a working week
MOSTLY = 0.5  # of the weeks have a date
THURSDAY = 3  # the first day of 1970
UNNAMED = "What stands in the days"
NO_DATE = "no date"
TURNED = say(
    "In this file each row is a week: what is called a row here is one of its days, counted week "
    "by week after the line of headings."
)


class Weeks(NamedTuple):
    """Where the weekdays stand in a grid: their columns, the column of dates, what they rate."""

    columns: range
    dated: int
    heading: str
    names: Record
    body: list[Record]


def weeks_in(grid: pd.DataFrame) -> Weeks | None:
    """The weeks of a grid that has a row for each, with the day it begins; None for any other."""
    if len(grid) > MOST_WEEKS:
        return None
    records = first_records(grid)
    found = (_weeks_below(grid, records, place) for place in range(len(records)))
    return next((weeks for weeks in found if weeks), None)


def _weeks_below(grid: pd.DataFrame, records: list[Record], place: int) -> Weeks | None:
    """The weeks below a record that names the weekdays; None where it does not."""
    names = records[place]
    columns = _weekday_columns(names)
    if not columns:
        return None
    rated = [name for at, name in enumerate(names) if at not in columns and is_pain(name)]
    if rated not in ([], [names[0]]):
        return None
    body = [stripped(record) for record in grid.iloc[place + 1 :].to_numpy().tolist()]
    dated = max(range(columns.start), key=lambda at: _dates_at(body, at))
    if not any(body) or _dates_at(body, dated) < MOSTLY * sum(map(bool, body)):
        return None
    above = filter(is_pain, chain.from_iterable(records[:place]))
    return Weeks(columns, dated, (*rated, *above, UNNAMED)[0], names, body)


def _weekday_columns(names: Record) -> range:
    """The columns whose headings are weekdays one after the other, behind at least one other."""
    numbers = [weekday_number(name) if name.strip(".").isalpha() else None for name in names]
    runs = (range(begun, begun + _weekdays_from(numbers[begun:])) for begun in range(1, len(names)))
    return next((run for run in runs if len(run) >= LEAST_WEEKDAYS), range(0))


def _weekdays_from(numbers: list[int | None]) -> int:
    """How many weekdays follow each other from the first on, a week at most."""
    if not numbers or numbers[0] is None:
        return 0
    expected = [(numbers[0] + days) % 7 for days in range(7)]
    pairs = zip(numbers, expected, strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _cell_of(record: Record, place: int) -> str:
    """A cell of a record; empty behind its end."""
    return record[place] if place < len(record) else ""


def _dates_at(body: list[Record], place: int) -> int:
    """How many records have a date in a column."""
    return sum(written_date(_cell_of(record, place)) is not None for record in body)


def one_row_a_day(weeks: Weeks, choices: Choices) -> tuple[pd.DataFrame, Texts]:
    """The weeks as a table of days, and what must be said of it.

    While the order of day and month is open each day has the date of its week, to be asked about.
    """
    starts, off = _starts_of_weeks(weeks, choices)
    rows = [("Date", weeks.heading)]
    for record, start in zip(weeks.body, starts, strict=True):
        for days, column in enumerate(weeks.columns):
            day = start if isinstance(start, str) else (start + timedelta(days)).isoformat()
            rows.append((day, _cell_of(record, column)))
    first = weeks.names[weeks.columns.start]
    beside = [name for at, name in enumerate(weeks.names)
              if name and at != weeks.dated and at not in weeks.columns]  # fmt: skip
    notes = [TURNED]
    if off:
        notes.append(_off(first, off))
    if beside:
        notes.append(
            say("Columns beside the weekdays were not read: {columns:commas}.", columns=beside)
        )
    return pd.DataFrame(rows, dtype=str), tuple(notes)


def _off(weekday: str, weeks: int) -> Phrase:
    return say(
        "Weeks whose date is not a {weekday}, as the first column says, were not used: {weeks}.",
        weekday=weekday,
        weeks=weeks,
    )


def _starts_of_weeks(weeks: Weeks, choices: Choices) -> tuple[list[date | str], int]:
    """The day each week begins, or what stands there instead; how many fall on another weekday."""
    first = weeks.names[weeks.columns.start]
    column = coded(pd.Series([_cell_of(record, weeks.dated) for record in weeks.body], dtype=str))
    beside = Coded(np.zeros(len(weeks.body), np.intp), (first,))
    found = read_dates(column, choices.date_order, None, beside)
    starts: list[date | str] = []
    off = 0
    for record, code in zip(weeks.body, column.codes.tolist(), strict=True):
        day = int(found.days[code])
        if day == NO_DAY:
            text = column.values[code] or NO_DATE
            starts.append(text if any(record) else "")
        elif (day + THURSDAY) % 7 != weekday_number(first):
            starts.append(NO_DATE)
            off += 1
        else:
            starts.append(EPOCH + timedelta(day))
    return starts, off
