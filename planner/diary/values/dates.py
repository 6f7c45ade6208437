"""A whole column of dates: one order for all rows, decided by all rows, or asked."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.calendar import MONTHS_A_YEAR
from planner.diary.values.cells import Coded, quoted
from planner.diary.values.date_forms import EARLIEST_YEAR, EPOCH, Written, resolved, written_date
from planner.diary.values.date_order import decided
from planner.model.diary import DateOrder, Question
from planner.model.phrase import Texts
from planner.words import say

NO_DAY = np.iinfo(np.int64).min
FAR_YEAR = 2100  # the latest year where the caller names no day of today
PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
NUMBERS = say("Dates written as plain numbers were read as spreadsheet days or as UTC time stamps.")
YEAR_DAY_MONTH = say(
    "Dates such as 2025-13-03 were read as year, day, month: the calendar has no 13th month."
)
NO_DATE = say("no date in this row")


@dataclass(frozen=True, eq=False)
class DateColumn:
    """The day (since 1970) of each distinct text, or the reason why it has none."""

    column: Coded
    days: NDArray[np.int64]
    reasons: tuple[str | None, ...]
    order: DateOrder | None
    question: Question | None
    notes: Texts = ()


def read_dates(
    column: Coded,
    chosen: DateOrder | None,
    latest_year: int | None,
    weekdays: Coded | None = None,
) -> DateColumn:
    """Read every date of a column under one order: the chosen one, or the one the rows decide."""
    latest = latest_year or FAR_YEAR
    plain_ones = plain_days(column.values, latest)
    if plain_ones is not None:
        return DateColumn(column, plain_ones, (None,) * len(plain_ones), DateOrder.YMD, None)
    found = [written_date(text) for text in column.values]
    swapped = _day_before_month(found)
    found = [_swapped(form) for form in found] if swapped else found
    order, question = _order_of(found, chosen, latest, column, weekdays)
    asked = question is not None
    pairs = zip(column.values, found, strict=True)
    dated = [_dated(text, form, order, latest, asked) for text, form in pairs]
    return DateColumn(
        column,
        np.array([day for day, _ in dated], np.int64),
        tuple(reason for _, reason in dated),
        None if question else _shown_order(found, order),
        question,
        (
            *((NUMBERS,) if any(form and form.day for form in found) else ()),
            *((YEAR_DAY_MONTH,) if swapped else ()),
        ),
    )


def _day_before_month(found: list[Written | None]) -> bool:
    """Whether dates with the year first have the day behind it: no other reading is a date."""
    year_first = [form.numbers for form in found if form and form.order is DateOrder.YMD]
    seconds, thirds = ([numbers[at] for numbers in year_first] for at in (1, 2))
    return max(seconds, default=0) > MONTHS_A_YEAR >= max(thirds, default=0)


def _swapped(form: Written | None) -> Written | None:
    """A date with the year first, its day and month changed about."""
    if form is None or form.order is not DateOrder.YMD:
        return form
    year, day, month = form.numbers
    return form._replace(numbers=(year, month, day))


def _order_of(
    found: list[Written | None],
    chosen: DateOrder | None,
    latest: int,
    column: Coded,
    weekdays: Coded | None,
) -> tuple[DateOrder | None, Question | None]:
    """The order that the undecided dates need, chosen or decided by the rows, or the question."""
    if not any(form and form.is_open for form in found):
        return None, None
    if chosen:
        return chosen, None
    return decided(found, latest, column, weekdays)


def plain_days(texts: tuple[str, ...], latest: int) -> NDArray[np.int64] | None:
    """The days of texts that are all like 2024-03-07 and in the years allowed; None otherwise."""
    if not texts or not all(map(PLAIN_DATE.fullmatch, texts)):
        return None
    if int(min(texts)[:4]) < EARLIEST_YEAR or int(max(texts)[:4]) > latest:
        return None
    try:
        return np.array(texts, dtype="datetime64[D]").astype(np.int64)
    except ValueError:  # the calendar has no such day
        return None


def _dated(
    text: str, form: Written | None, order: DateOrder | None, latest: int, asked: bool
) -> tuple[int, str | None]:
    """The day number of one text, or the reason why it has none."""
    if not text:
        return NO_DAY, NO_DATE
    if form is None:
        return NO_DAY, say("the date cannot be read in {cell}", cell=quoted(text))
    day = resolved(form, order, latest)
    if day is None:
        if asked:
            return NO_DAY, None
        return NO_DAY, say("the calendar has no such day as {cell}", cell=quoted(text))
    if not EARLIEST_YEAR <= day.year <= latest:
        years = {"year": day.year, "first": EARLIEST_YEAR, "last": latest}
        return NO_DAY, say("the year {year} is outside {first} to {last}", **years)
    return (day - EPOCH).days, None


def _shown_order(found: list[Written | None], decided: DateOrder | None) -> DateOrder:
    """The order to report: the one that was needed, else that of most named dates, else ymd."""
    orders = [form.order for form in found if form and form.order]
    usual = max(DateOrder, key=lambda order: (orders.count(order), order is DateOrder.YMD))
    return decided or usual
