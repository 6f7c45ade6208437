"""The order of day, month and year in a column: the one that all rows fit, or the question."""

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.calendar import weekday_number
from planner.diary.values.cells import Coded, quoted
from planner.diary.values.date_forms import EARLIEST_YEAR, MOST_DAYS, Written, resolved
from planner.model.diary import Ask, DateOrder, Question
from planner.model.phrase import Phrase
from planner.words import say

MOSTLY_RIGHT = 0.9  # of the weekdays beside the dates; people slip, an order that is wrong is wrong

Fits = dict[DateOrder, NDArray[np.bool_]]


def decided(
    found: list[Written | None], latest: int, column: Coded, weekdays: Coded | None
) -> tuple[DateOrder | None, Question | None]:
    """The one order under which all rows are dates, or the question; neither where none is one."""
    fits = {order: _fitting(found, order, latest) for order in _possible(found)}
    real = np.any(list(fits.values()), axis=0)
    if not real.any():
        return None, None
    complete = [order for order, fit in fits.items() if (fit == real).all()]
    if len(complete) == 1:
        return complete[0], None
    named_days = _by_weekday(found, complete or list(fits), latest, column, weekdays)
    if named_days:
        return named_days, None
    why = _nothing_shows(found, column) if complete else _rows_disagree(fits, column)
    return None, Question(ask=Ask.DATE_ORDER, why=why, choices=tuple(complete or fits))


def _possible(found: list[Written | None]) -> list[DateOrder]:
    """The orders worth trying: year first only where the first number can be one.

    It can where all are of two digits and it is beyond 31 or varies less than the last number.
    """
    open_forms = [form for form in found if form and form.is_open]
    orders = [DateOrder.DMY, DateOrder.MDY]
    if all(form.ymd_possible for form in open_forms):
        firsts, lasts = ({form.numbers[at] for form in open_forms} for at in (0, 2))
        if max(firsts) > MOST_DAYS or len(firsts) < len(lasts):
            orders.append(DateOrder.YMD)
    return orders


def _fitting(found: list[Written | None], order: DateOrder, latest: int) -> NDArray[np.bool_]:
    """Which of the undecided texts are real dates, in the years allowed, under an order."""
    days = [resolved(form, order, latest) if form and form.is_open else None for form in found]
    return np.array([day is not None and EARLIEST_YEAR <= day.year <= latest for day in days])


def _by_weekday(
    found: list[Written | None],
    orders: list[DateOrder],
    latest: int,
    column: Coded,
    weekdays: Coded | None,
) -> DateOrder | None:
    """The only order under which the weekdays written beside the dates, or in them, are right."""
    named = _named_days(found, column, weekdays)
    right = {
        order: sum(_falls_on(form, order, latest, weekday) for form, weekday in named)
        for order in orders
    }
    winners = [order for order in orders if named and right[order] >= MOSTLY_RIGHT * len(named)]
    return winners[0] if len(winners) == 1 else None


def _named_days(
    found: list[Written | None], column: Coded, weekdays: Coded | None
) -> list[tuple[Written, int]]:
    """Each undecided date that has a weekday beside it or in it, with that weekday."""
    beside = weekdays or Coded(column.codes, tuple(_first_word(text) for text in column.values))
    pairs = set(zip(column.codes.tolist(), beside.codes.tolist(), strict=True))
    numbers = [weekday_number(text) for text in beside.values]
    told = ((found[date], numbers[weekday]) for date, weekday in pairs)
    return [(form, day) for form, day in told if form and form.is_open and day is not None]


def _falls_on(form: Written, order: DateOrder, latest: int, weekday: int) -> bool:
    """Whether a date falls on a weekday under an order."""
    day = resolved(form, order, latest)
    return day is not None and day.weekday() == weekday


def _first_word(text: str) -> str:
    """The word that a cell begins with, such as a weekday; none where it begins with a number."""
    word = text.split(" ", 1)[0].strip(",.")
    return word if word.isalpha() else ""


def _nothing_shows(found: list[Written | None], column: Coded) -> Phrase:
    """Why the order is asked where no row decides."""
    forms = zip(column.values, found, strict=True)
    example = next(text for text, form in forms if form and form.is_open)
    return say("No row shows which number is the day in dates like {cell}.", cell=quoted(example))


def _rows_disagree(fits: Fits, column: Coded) -> Phrase:
    """Why the order is asked where rows decide against each other."""
    day_first, month_first = fits[DateOrder.DMY], fits[DateOrder.MDY]
    clashes = [
        quoted(column.values[int(np.flatnonzero(fit & ~other)[0])])
        for fit, other in ((day_first, month_first), (month_first, day_first))
        if (fit & ~other).any()
    ]
    return say("The rows do not agree which number is the day: {cells}.", cells=clashes)
