"""The days that a record may name: weeks ahead of them, or back, are days of the calendar too."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from pydantic import BaseModel

from planner.model.errors import Problem
from planner.model.phrase import tell

FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)


def beyond_the_calendar(record: BaseModel, within: str = "") -> list[Problem]:
    """Every day of a record that no visit was or will be on."""
    return [
        Problem(place, tell("{day} is not a day from 1900 to 2199", day=day.isoformat()))
        for place, day in dates_in(record, within)
        if not FIRST_DAY <= day <= LAST_DAY
    ]


def dates_in(value: Any, place: str = "") -> Iterator[tuple[str, date]]:
    """Every date within a value, with its place: `visits[0].on`."""
    if isinstance(value, date):
        yield place, value.date() if isinstance(value, datetime) else value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from dates_in(getattr(value, name), f"{place}.{name}" if place else name)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from dates_in(key, f"{place}.{key}")
            yield from dates_in(part, f"{place}.{key}")
    elif isinstance(value, list | tuple):
        for at, part in enumerate(value):
            yield from dates_in(part, f"{place}[{at}]")
