"""Dates written without a year: the year of the first is asked, the others follow from it."""

import re
from datetime import date
from itertools import pairwise

import numpy as np
import pandas as pd

from planner.diary.values.calendar import weekday_number
from planner.diary.values.cells import Coded, coded
from planner.diary.values.date_forms import resolved, without_year, written_date
from planner.diary.values.dates import NO_DAY, DateColumn, read_dates
from planner.model.diary import Ask, DateOrder, Question
from planner.words import say

YEARS_BACK = 4  # that are offered
MOSTLY_RIGHT = 0.9  # of the weekdays written beside the dates
HALF_A_YEAR = 183  # days: a date that goes back by more is of the next year


def year_question(column: Coded, on: date | None) -> Question:
    """Ask in which year the first date lies; weekdays beside the dates rule years out."""
    years = [on.year - back for back in range(YEARS_BACK)] if on else []
    right = [year for year in years if _weekdays_right(column, year)]
    return Question(
        ask=Ask.YEAR,
        why=say("The dates have no year. In which year does the first of them lie?"),
        choices=tuple(str(year) for year in right or years),
    )


def _weekdays_right(column: Coded, year: int) -> bool:
    """Whether the weekdays that stand before the dates are those of a year."""
    told = [(weekday_number(text.split()[0].strip(",.")), with_year(text, year))
            for text in column.filled if text[:1].isalpha()]  # fmt: skip
    found = [(weekday, form) for weekday, text in told if weekday is not None
             and (form := written_date(text))]  # fmt: skip
    right = 0
    for weekday, form in found:
        days = (resolved(form, order, year) for order in DateOrder)
        right += any(day is not None and day.weekday() == weekday for day in days)
    return right >= MOSTLY_RIGHT * len(found)


def with_year(text: str, year: int) -> str:
    """A date without a year, with one; any other text as it is."""
    if not without_year(text):
        return text
    mark = re.search(r"\d\s?([/.-])\s?\d", text)
    return f"{text.rstrip('.')}{mark[1]}{year}" if mark else f"{text} {year}"


def read_yearless(
    texts: "pd.Series[str]", year: int, order: DateOrder | None, latest: int | None
) -> DateColumn:
    """The dates of a column, the first in a year, the others after each other in the file."""
    first = read_dates(coded(texts.map(lambda text: with_year(text, year))), order, latest)
    days = first.days[first.column.codes]
    offsets = _years_on(days)
    if first.question or not offsets.any():
        return first
    moved = [with_year(text, year + int(add)) for text, add in zip(texts, offsets, strict=True)]
    return read_dates(coded(pd.Series(moved, dtype=str)), first.order, latest)


def _years_on(days: "np.ndarray[tuple[int], np.dtype[np.int64]]") -> "pd.Series[int]":
    """How many years after the first each row is; a file may run backwards in time."""
    known = pd.Series(np.where(days > NO_DAY, days, np.nan)).ffill().bfill().fillna(0)
    steps = [later - earlier for earlier, later in pairwise(known)]
    backwards = sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
    turns = [(-1 if step > HALF_A_YEAR else 0) if backwards else (1 if step < -HALF_A_YEAR else 0)
             for step in steps]  # fmt: skip
    return pd.Series([0, *turns]).cumsum()
