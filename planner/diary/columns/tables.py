"""Where the table is in a grid: heading row, body, and what is not data."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from planner.diary.columns.headings import Role, role_of
from planner.diary.values.cells import Coded, coded_dates
from planner.diary.values.date_forms import without_year, written_date
from planner.diary.values.scores import number_in

LOOK = 200  # records in which the headings are looked for, below any preamble
FEWEST = 2  # cells of a line of headings: one cell alone is a title
LONGEST_HEADING = 200  # letters; a longer cell is a text, and slow to look through
FEWEST_LETTERS = 3  # of a word; with it "0 = worst" is a heading, without it "7 /" is a score

Record = tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """Headings and data records; `rows` are record numbers of the file, the first being 1.

    `first` is the first column, coded (by its dates alone in a long column of dates and times).
    `heading` is the record of the headings; None where there are none.
    """

    header: tuple[str, ...]
    body: pd.DataFrame
    rows: NDArray[np.int32]
    first: Coded
    heading: int | None = None

    @property
    def headed(self) -> bool:
        """Whether the columns have headings of their own."""
        return self.heading is not None

    def column(self, place: int) -> "pd.Series[str]":
        """One column of the body."""
        return self.body.iloc[:, place]


def stripped(record: Iterable[str]) -> tuple[str, ...]:
    """The cells of one record without outer spaces, nor the empty ones at the end."""
    cells = [" ".join(str(cell).split()).lstrip("\ufeff") for cell in record]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def first_records(grid: pd.DataFrame) -> list[Record]:
    """The first records of a grid, cleaned."""
    return [stripped(record) for record in grid.head(LOOK).to_numpy().tolist()]


def table_at(grid: pd.DataFrame, heading: int | None, start: int = 0) -> Table:
    """The table whose headings are record `heading`; without headings it begins at `start`."""
    if heading is None:
        header = tuple(f"column {place + 1}" for place in range(grid.shape[1]))
        return _without_noise(grid, header, start, headed=False)
    header = _told_apart(stripped(grid.iloc[heading]))
    return _without_noise(grid, header, heading + 1, headed=True)


def _told_apart(header: tuple[str, ...]) -> tuple[str, ...]:
    """The headings, a repeated one with its number: "Pain", "Pain (2)"."""
    before = [header[:place].count(name) for place, name in enumerate(header)]
    return tuple(
        f"{name} ({times + 1})" if name and times else name
        for name, times in zip(header, before, strict=True)
    )


def _without_noise(grid: pd.DataFrame, header: tuple[str, ...], start: int, headed: bool) -> Table:
    """The body without blank records, comments and headings repeated inside it."""
    body = grid.iloc[start:]
    keep = np.ones(len(body), dtype=bool)
    first = coded_dates(body.iloc[:, 0])
    heading = header[0] if header else ""
    places = np.flatnonzero(first.where(lambda text: _is_doubtful(text, heading)))
    doubtful = body.iloc[places].to_numpy().tolist() if len(places) else []
    for place, cells in zip(places, doubtful, strict=True):
        record = stripped(cells)
        keep[place] = bool(record) and not _is_comment(record) and (not headed or record != header)
    rows = np.arange(start + 1, start + 1 + len(body), dtype=np.int32)
    if not keep.all():
        body, rows, first = body[keep], rows[keep], Coded(first.codes[keep], first.values)
    return Table(header, body.reset_index(drop=True), rows, first, start if headed else None)


def _is_doubtful(text: str, heading: str) -> bool:
    """Whether a record may be blank, a comment or the headings again, by its first cell."""
    return not text or text.startswith("#") or (text[0] == heading[:1] and heading.startswith(text))


def _is_comment(record: Record) -> bool:
    """Whether a record is a line of comment: it begins with # and a word, not a number."""
    return record[0].startswith("#") and any(cell.isalpha() for cell in record[0])


def generic_table(grid: pd.DataFrame) -> Table:
    """The table of a grid whose layout is not known."""
    found = first_records(grid)
    heading = heading_place(found)
    if heading is not None:
        return table_at(grid, heading)
    return table_at(grid, None, _first_that(found, _is_data) or 0)


def heading_place(found: list[Record]) -> int | None:
    """The record that holds the headings: by its words, else the one above the first data."""
    data = _first_that(found, _is_data)
    heads = [place for place, record in enumerate(found) if _is_heading(record)]
    if heads:  # a preamble may name columns too: what stands right above the data counts
        last = max((place for place in heads if data is None or place < data), default=heads[0])
        return found.index(found[last])
    if data is None:
        return _first_that(found, lambda record: len(record) > 1)
    above = next((place for place in reversed(range(data)) if found[place]), None)
    return above if above is not None and _may_head(found[above]) else None


def _first_that(found: list[Record], test: Callable[[Record], bool]) -> int | None:
    """The place of the first record that passes a test."""
    return next((place for place, record in enumerate(found) if test(record)), None)


def _may_head(record: Record) -> bool:
    """Whether a record above the first data can be the headings, whatever its words."""
    several = sum(map(bool, record)) >= FEWEST
    return several and not _is_comment(record) and not any(map(_is_value, record))


def _is_heading(record: Record) -> bool:
    """Whether a record reads like headings: a date's and one more known word, and no data."""
    filled = [cell for cell in record if cell]
    if len(filled) < FEWEST or _is_comment(record) or any(map(_is_plain_value, filled)):
        return False
    roles = {role_of(cell) for cell in filled if len(cell) < LONGEST_HEADING} - {None}
    return Role.DATE in roles or (len(roles) >= FEWEST and not roles <= {Role.PERSONAL, Role.NOTE})


def _is_value(cell: str) -> bool:
    """Whether a cell holds a date or a number, as headings do not."""
    return bool(cell) and (number_in(cell) is not None or written_date(cell) is not None)


def _is_plain_value(cell: str) -> bool:
    """Whether a cell is a date or a bare number; "0 = worst" may be part of a heading."""
    return _is_value(cell) and (
        sum(map(str.isalpha, cell)) < FEWEST_LETTERS or written_date(cell) is not None
    )


def _is_data(record: Record) -> bool:
    """Whether a record holds a date and something else, or begins with one that has no year."""
    dated = any(cell and written_date(cell) for cell in record)
    return len(record) > 1 and (dated or without_year(record[0]))
