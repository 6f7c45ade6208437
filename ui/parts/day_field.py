"""A field for a day, typed in the order of the language of the screen."""

from collections.abc import Callable
from datetime import date
from typing import Any, Literal, TypedDict, Unpack, overload

import streamlit as st
from babel import Locale
from babel.dates import get_date_format

from ui.state.language import spoken

PARTS = {"y": "YYYY", "M": "MM", "d": "DD"}
ORDERS = ("yMd", "dMy", "Mdy")  # those that a date field takes
BETWEEN = "/-."


class Bound(TypedDict, total=False):
    """What else a field may be told, as Streamlit's own takes it."""

    key: str
    min_value: date
    max_value: date
    width: int
    on_change: Callable[..., None]
    args: tuple[Any, ...]


Begins = date | Literal["today"] | None


@overload
def day_field(label: str, value: date, **bound: Unpack[Bound]) -> date: ...
@overload
def day_field(label: str, value: Begins = "today", **bound: Unpack[Bound]) -> date | None: ...
def day_field(label: str, value: Begins = "today", **bound: Unpack[Bound]) -> date | None:
    """The day in it; one that begins with a day never is empty."""
    return st.date_input(label, value, format=form_in(spoken().locale), **bound)


def form_in(locale: Locale) -> str:
    """The order of day, month and year, and what stands between: DD/MM/YYYY, say.

    An order that a date field does not take begins with the year.
    """
    pattern = str(get_date_format("short", locale).pattern)
    order = "".join(dict.fromkeys(one for one in pattern if one in PARTS))
    between = next((one for one in pattern if one in BETWEEN), BETWEEN[0])
    return between.join(PARTS[one] for one in (order if order in ORDERS else ORDERS[0]))
