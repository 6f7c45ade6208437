"""Where the table is in a grid: heading row, body, and what is not data."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.diary.columns.headings import Role, role_of
from planner.diary.values.cells import Coded, coded_dates
from planner.diary.values.date_forms import written_date
from planner.diary.values.scales import number_in

LOOK = 200


@dataclass(frozen=True, eq=False)
class Table:
    """Headings and data records; `rows` are record numbers of the file, the first being 1.

    `first` is the first column, coded (by its dates alone in a long column of dates and times).
    """

    header: tuple[str, ...]
    body: pd.DataFrame
    rows: NDArray[np.int32]
    first: Coded
    headed: bool = True

    def column(self, place: int) -> "pd.Series[str]":
        """One column of the body."""
        return self.body.iloc[:, place]


def stripped(record: Iterable[str]) -> tuple[str, ...]:
    """The cells of one record without outer spaces, nor the empty ones at the end."""
    cells = [" ".join(str(cell).split()).lstrip("\ufeff") for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def first_records(grid: pd.DataFrame) -> list[tuple[str, ...]]:
    """The first records of a grid, cleaned."""
    return [stripped(record) for record in grid.head(LOOK).to_numpy().tolist()]


def table_at(grid: pd.DataFrame, heading: int | None, start: int = 0) -> Table:
    """The table whose headings are record `heading`; without headings it begins at `start`."""
    if heading is None:
        header = tuple(f"column {place + 1}" for place in range(grid.shape[1]))
        return without_noise(grid, header, start, headed=False)
    header = told_apart(stripped(grid.iloc[heading]))
    return without_noise(grid, header, heading + 1, headed=True)


def told_apart(header: tuple[str, ...]) -> tuple[str, ...]:
    """The headings, a repeated one with its number: "Pain", "Pain (2)"."""
    before = [header[:place].count(name) for place, name in enumerate(header)]
    return tuple(
        f"{name} ({times + 1})" if name and times else name
        for name, times in zip(header, before, strict=True)
    )


def without_noise(grid: pd.DataFrame, header: tuple[str, ...], start: int, headed: bool) -> Table:
    """The body without blank records, comments and headings repeated inside it."""
    body = grid.iloc[start:]
    keep = np.ones(len(body), dtype=bool)
    first = coded_dates(body.iloc[:, 0])
    heading = header[0] if header else ""
    places = np.flatnonzero(first.where(lambda text: is_doubtful(text, heading)))
    doubtful = body.iloc[places].to_numpy().tolist() if len(places) else []
    for place, cells in zip(places, doubtful, strict=True):
        record = stripped(cells)
        keep[place] = bool(record) and not is_comment(record) and (not headed or record != header)
    rows = np.arange(start + 1, start + 1 + len(body), dtype=np.int32)
    if not keep.all():
        body, rows, first = body[keep], rows[keep], Coded(first.codes[keep], first.values)
    return Table(header, body.reset_index(drop=True), rows, first, headed)


def is_doubtful(text: str, heading: str) -> bool:
    """Whether a record may be blank, a comment or the headings again, by its first cell."""
    return not text or text.startswith("#") or (text[0] == heading[:1] and heading.startswith(text))


def is_comment(record: tuple[str, ...]) -> bool:
    """Whether a record is a line of comment: it begins with # and a word, not a number."""
    return record[0].startswith("#") and any(cell.isalpha() for cell in record[0])


def generic_table(grid: pd.DataFrame) -> Table:
    """The table of a grid whose layout is not known."""
    found = first_records(grid)
    heading = heading_place(found)
    if heading is not None:
        return table_at(grid, heading)
    start = next((i for i, record in enumerate(found) if is_data(record)), 0)
    return table_at(grid, None, start)


def heading_place(found: list[tuple[str, ...]]) -> int | None:
    """The record that holds the headings: by its words, else the one above the first data."""
    for place, record in enumerate(found):
        if is_heading(record):
            return place
    data = next((i for i, record in enumerate(found) if is_data(record)), None)
    if data is None:
        return next((i for i, record in enumerate(found) if len(record) > 1), None)
    above = next((i for i in reversed(range(data)) if found[i]), None)
    if above is None or is_comment(found[above]):
        return None
    wide = len([cell for cell in found[above] if cell]) >= 2
    return above if wide and not any(map(is_value, found[above])) else None


def is_heading(record: tuple[str, ...]) -> bool:
    """Whether a record reads like headings: a date's and one more known word, and no data."""
    filled = [cell for cell in record if cell]
    if len(filled) < 2 or is_comment(record) or any(map(is_plain_value, filled)):
        return False
    roles = {role_of(cell) for cell in filled if len(cell) < 200} - {None}
    return Role.DATE in roles or (len(roles) >= 2 and not roles <= {Role.PERSONAL, Role.NOTE})


def is_value(cell: str) -> bool:
    """Whether a cell holds a date or a number, as headings do not."""
    return bool(cell) and (number_in(cell) is not None or written_date(cell) is not None)


def is_plain_value(cell: str) -> bool:
    """Whether a cell is a date or a bare number; "0 = worst" may be part of a heading."""
    return is_value(cell) and (sum(map(str.isalpha, cell)) < 3 or written_date(cell) is not None)


def is_data(record: tuple[str, ...]) -> bool:
    """Whether a record holds a date and something else."""
    return len(record) > 1 and any(cell and written_date(cell) for cell in record)
