"""A whole column of dates: one order for all rows, decided by all rows, or asked."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.cells import Coded, quoted
from planner.diary.values.date_forms import (
    EARLIEST_YEAR,
    EPOCH,
    MONTHS,
    Written,
    plain,
    resolved,
    written_date,
)
from planner.model.diary import Ask, DateOrder, Question

NO_DAY = np.iinfo(np.int64).min
FAR_YEAR = 2100
PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
WEEKDAYS = {
    word: number
    for number, words in enumerate(
        ("mon mo lun ma", "tue di mar", "wed mi mer mie wo", "thu do jeu jue gio", "fri fr ven vie",
         "sat sa sam sab za", "sun so dim dom zo")
    )
    for word in words.split()
}  # fmt: skip
PLACES = ("first", "second", "last")


@dataclass(frozen=True, eq=False)
class DateColumn:
    """The day (since 1970) of each distinct text, or the reason why it has none."""

    column: Coded
    days: NDArray[np.int64]
    reasons: tuple[str | None, ...]
    order: DateOrder | None
    question: Question | None
    notes: tuple[str, ...] = ()


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
    open_forms = [form for form in found if form and form.order is None and form.day is None]
    order, question = None, None
    if open_forms:
        order, question = decided(found, chosen, latest, column, weekdays)
    days, reasons = [], []
    for text, form in zip(column.values, found, strict=True):
        day, reason = dated(text, form, order, latest, asked=question is not None)
        days.append(day)
        reasons.append(reason)
    shown = order or shown_order(found)
    notes = notes_on(found)
    return DateColumn(column, np.array(days, np.int64), tuple(reasons),
                      None if question else shown, question, notes)  # fmt: skip


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


def dated(
    text: str, form: Written | None, order: DateOrder | None, latest: int, asked: bool
) -> tuple[int, str | None]:
    """The day number of one text, or the reason why it has none."""
    if not text:
        return NO_DAY, "no date in this row"
    if form is None:
        return NO_DAY, f"the date cannot be read in {quoted(text)}"
    day = resolved(form, order, latest)
    if day is None:
        if asked:
            return NO_DAY, None
        return NO_DAY, f"the calendar has no such day as {quoted(text)}"
    if not EARLIEST_YEAR <= day.year <= latest:
        return NO_DAY, f"the year {day.year} is outside {EARLIEST_YEAR} to {latest}"
    return (day - EPOCH).days, None


def shown_order(found: list[Written | None]) -> DateOrder:
    """The order to report when no row needed a decision: that of most named dates, else ymd."""
    orders = [form.order for form in found if form and form.order]
    return max(DateOrder, key=lambda order: (orders.count(order), order is DateOrder.YMD))


def notes_on(found: list[Written | None]) -> tuple[str, ...]:
    """What the reader did that the writer of the file may not expect."""
    numbers = [form.day for form in found if form and form.day]
    if not numbers:
        return ()
    return ("Dates written as plain numbers were read as spreadsheet days or as UTC time stamps.",)


def decided(
    found: list[Written | None],
    chosen: DateOrder | None,
    latest: int,
    column: Coded,
    weekdays: Coded | None,
) -> tuple[DateOrder | None, Question | None]:
    """The one order all rows fit, or the question to ask."""
    if chosen:
        return chosen, None
    fits = {order: fitting(found, order, latest) for order in possible(found)}
    real = np.any(list(fits.values()), axis=0)
    if not real.any():
        return None, None
    complete = [order for order, fit in fits.items() if (fit == real).all()]
    if len(complete) == 1:
        return complete[0], None
    named_days = by_weekday(found, complete or list(fits), latest, column, weekdays)
    if named_days:
        return named_days, None
    return None, Question(
        ask=Ask.DATE_ORDER,
        why=why_open(found, fits, complete, column),
        choices=tuple(complete or fits),
    )


def possible(found: list[Written | None]) -> list[DateOrder]:
    """The orders worth trying: year first only where the first number can be one.

    It can where all are of two digits and it is beyond 31 or varies less than the last number.
    """
    open_forms = [form for form in found if form and form.order is None and form.day is None]
    two_digits = all(form.ymd_possible for form in open_forms)
    beyond = any(form.numbers[0] > 31 for form in open_forms)
    firsts, lasts = ({form.numbers[at] for form in open_forms} for at in (0, 2))
    year_first = two_digits and (beyond or len(firsts) < len(lasts))
    return [DateOrder.DMY, DateOrder.MDY, *([DateOrder.YMD] if year_first else [])]


def fitting(found: list[Written | None], order: DateOrder, latest: int) -> NDArray[np.bool_]:
    """Which of the undecided texts are real dates, in the years allowed, under an order."""
    days = [
        resolved(form, order, latest) if form and form.order is None and not form.day else None
        for form in found
    ]
    return np.array([day is not None and EARLIEST_YEAR <= day.year <= latest for day in days])


def by_weekday(
    found: list[Written | None],
    orders: list[DateOrder],
    latest: int,
    column: Coded,
    weekdays: Coded | None,
) -> DateOrder | None:
    """The only order under which the weekdays written beside the dates, or in them, are right."""
    weekdays = weekdays or Coded(column.codes, tuple(first_word(text) for text in column.values))
    pairs = set(zip(column.codes.tolist(), weekdays.codes.tolist(), strict=True))
    right: dict[DateOrder, int] = dict.fromkeys(orders, 0)
    told = 0
    for date_code, weekday_code in pairs:
        form, number = found[date_code], weekday_number(weekdays.values[weekday_code])
        if form is None or form.order or form.day or number is None:
            continue
        told += 1
        for order in orders:
            day = resolved(form, order, latest)
            right[order] += day is not None and day.weekday() == number
    winners = [order for order in orders if told and right[order] >= 0.9 * told]
    return winners[0] if len(winners) == 1 else None


def weekday_number(text: str) -> int | None:
    """The weekday a word begins like, Monday being 0."""
    name = plain(text)
    return WEEKDAYS.get(name[:3], WEEKDAYS.get(name[:2])) if name else None


def first_word(text: str) -> str:
    """The word that a cell begins with, such as a weekday; none where it begins with a number."""
    word = text.split(" ", 1)[0].strip(",.")
    return word if word.isalpha() else ""


def why_open(
    found: list[Written | None],
    fits: dict[DateOrder, NDArray[np.bool_]],
    complete: list[DateOrder],
    column: Coded,
) -> str:
    """Why the order is asked: nothing decides, or rows decide against each other."""
    example = next(
        text for text, form in zip(column.values, found, strict=True)
        if form and form.order is None and form.day is None
    )  # fmt: skip
    if complete:
        return f"No row shows which number is the day in dates like {quoted(example)}."
    clashes = [
        quoted(column.values[int(np.flatnonzero(fit & ~other)[0])])
        for fit, other in ((fits[DateOrder.DMY], fits[DateOrder.MDY]),
                           (fits[DateOrder.MDY], fits[DateOrder.DMY]))
        if (fit & ~other).any()
    ]  # fmt: skip
    return "The rows do not agree which number is the day: " + " and ".join(clashes) + "."


def month_number(text: str) -> int | None:
    """The number of a month written as a number or a name."""
    return int(text) if text.isdigit() else MONTHS.get(plain(text))
