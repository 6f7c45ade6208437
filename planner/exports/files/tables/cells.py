"""A table as a value: named columns, one meaning each; and the same as a CSV file."""

import csv
import io
from collections.abc import Iterable, Mapping
from datetime import date, time
from decimal import Decimal
from typing import NamedTuple

from planner.words import Language, in_language
from planner.words.typed import as_cell

Cell = str | int | float | Decimal | date | time | None
Row = Mapping[str, Cell]
MARK = "\ufeff"  # by which Excel knows that a CSV file is UTF-8
CLOCK = "%H:%M"


class Table(NamedTuple):
    """A table: what each column is called, and its rows; a cell may be None."""

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(header: tuple[str, ...], rows: Iterable[Row]) -> Table:
    """Rows by the names of their columns as a table; what a row does not name is empty."""
    return Table(header, tuple(tuple(row.get(one) for one in header) for row in rows))


def said(made: Table, language: Language) -> Table:
    """The table in a language, its words made harmless to a spreadsheet."""
    rows = tuple(tuple(_harmless(in_language(one, language)) for one in row) for row in made.rows)
    return Table(tuple(as_cell(one) for one in in_language(made.header, language)), rows)


def _harmless(cell: Cell) -> Cell:
    return as_cell(cell) if isinstance(cell, str) else cell


def as_csv(made: Table) -> str:
    """The table as RFC 4180 text."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(made.header)
    writer.writerows([_text(one) for one in row] for row in made.rows)
    return written.getvalue()


def _text(cell: Cell) -> str:
    """Days as 2026-11-23, times as 16:30, numbers with a point."""
    if cell is None:
        return ""
    if isinstance(cell, time):
        return cell.strftime(CLOCK)
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def money(amount: float | None) -> Decimal | None:
    """An amount with two places; None where nobody said."""
    return None if amount is None else Decimal(f"{amount:.2f}")
