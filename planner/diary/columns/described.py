"""Columns described by their heading and by a sample of what is in them."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa

from planner.diary.columns.headings import Role, role_of
from planner.diary.columns.tables import Table
from planner.diary.values.cells import coded
from planner.diary.values.clock import is_clock
from planner.diary.values.date_forms import without_year, written_date
from planner.diary.values.ladders import ladder_of
from planner.diary.values.lexicon import is_nothing, is_yes_or_no
from planner.diary.values.scores import are_behind_words, score_in

SAMPLE = 150  # rows, spread over the column

# Shares of a column's distinct filled texts. All are conventions of this reader: a heading that
# says what a column holds needs few cells to agree, a column without one needs nearly all.
NAMED_SO = 0.3
MOSTLY = 0.5
UNNAMED = 0.6
NEARLY_ALL = 0.9
LONGEST_WORD = 30  # letters; a longer text is a note
FRACTION = re.compile(r"0?[.,]\d{2,}")  # of a day, as spreadsheets keep a time


@dataclass(frozen=True)
class Column:
    """One column: its place, heading, role, and the shares of dates, times, scores in it.

    One that `says_yes_or_no` holds nothing else; one that `is_short` holds no notes.
    """

    place: int
    heading: str
    role: Role | None
    dates: float
    clocks: float
    scores: float
    filled: int
    fractions: bool
    says_yes_or_no: bool = False
    yearless: float = 0
    is_short: bool = True

    @property
    def has_no_year(self) -> bool:
        """Whether it mostly holds days and months without their year."""
        return self.yearless >= MOSTLY


def described(table: Table) -> list[Column]:
    """Every column of a table with its role and a sample of its content."""
    return [_describe(table, place) for place in range(len(table.header))]


def _describe(table: Table, place: int) -> Column:
    """One column; the shares are of the distinct filled texts in the first rows."""
    heading = table.header[place]
    sampled = coded(_sample(table.column(place)))
    texts = [text for text in sampled.filled if not is_nothing(text)]
    says_yes_or_no = is_yes_or_no(texts)
    role = role_of(heading) if table.headed and heading else None
    return Column(
        place,
        heading,
        role,
        _share(texts, lambda text: written_date(text) is not None),
        _share(texts, is_clock),
        0.0 if says_yes_or_no else _scores(texts, role),
        len(texts),
        any(map(FRACTION.fullmatch, texts)),
        says_yes_or_no,
        _share(texts, without_year),
        max(map(len, texts), default=0) <= LONGEST_WORD,
    )


def _scores(texts: list[str], role: Role | None) -> float:
    """The share of scores among texts: all of them where they are words of one ladder."""
    if ladder_of(tuple(texts)) or (role is Role.PAIN and are_behind_words(tuple(texts))):
        return 1.0
    return _share(texts, lambda text: score_in(text) is not None)


def _sample(column: "pd.Series[str]") -> "pd.Series[str]":
    """A column, or cells from all over it where it is long."""
    if len(column) <= SAMPLE:
        return column
    picks = np.unique(np.linspace(0, len(column) - 1, SAMPLE).astype(int))
    texts = pa.array(column)
    return pd.Series([texts[pick].as_py() for pick in picks.tolist()], dtype=str)


def _share(texts: list[str], test: Callable[[str], bool]) -> float:
    """The share of texts that pass a test; 0 of none."""
    return sum(map(test, texts)) / max(1, len(texts))


def first(
    columns: list[Column], role: Role, test: Callable[[Column], bool] | None = None
) -> int | None:
    """The first column of a role that passes a test."""
    fitting = (c.place for c in columns if c.role is role and (test is None or test(c)))
    return next(fitting, None)
