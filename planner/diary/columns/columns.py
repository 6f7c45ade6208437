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
from planner.diary.values.date_forms import written_date
from planner.diary.values.scales import is_nothing, ladder_of, number_in

SAMPLE = 150


@dataclass(frozen=True)
class Column:
    """One column: its place, heading, role, and the shares of dates, times, scores in it."""

    place: int
    heading: str
    role: Role | None
    dates: float
    clocks: float
    scores: float
    filled: int
    fractions: bool


def described(table: Table) -> list[Column]:
    """Every column of a table with its role and a sample of its content."""
    return [describe(table, place) for place in range(len(table.header))]


def describe(table: Table, place: int) -> Column:
    """One column; the shares are of the distinct filled texts in the first rows."""
    heading = table.header[place]
    column = table.column(place)
    if len(column) > SAMPLE:
        picks = np.unique(np.linspace(0, len(column) - 1, SAMPLE).astype(int))
        texts = pa.array(column)
        column = pd.Series([texts[pick].as_py() for pick in picks.tolist()], dtype=str)
    texts = [text for text in coded(column).filled if not is_nothing(text)]
    total = max(1, len(texts))
    scores = total if ladder_of(tuple(texts)) else sum(number_in(t) is not None for t in texts)
    return Column(
        place,
        heading,
        role_of(heading) if table.headed and heading else None,
        sum(written_date(text) is not None for text in texts) / total,
        sum(is_clock(text) for text in texts) / total,
        scores / total if texts else 0.0,
        len(texts),
        any(re.fullmatch(r"0?[.,]\d{2,}", text) for text in texts),
    )


def first(
    columns: list[Column], role: Role, test: Callable[[Column], bool] | None = None
) -> int | None:
    """The first column of a role that passes a test."""
    fitting = (c.place for c in columns if c.role is role and (test is None or test(c)))
    return next(fitting, None)
