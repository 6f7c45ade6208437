"""Whether there are days enough to compare, and if not, what to write down until when."""

from datetime import date, timedelta
from math import ceil
from typing import NamedTuple

from planner.model.change import ENOUGH_DAYS, LEAST_COVERAGE, LEAST_ENTRIES
from planner.model.diary import DiaryResult


class Missing(NamedTuple):
    """The day until which to write, and whether those days are a new beginning."""

    until: date
    fresh_start: bool


def missing(diary: DiaryResult, started: date, on: date) -> Missing:
    """What is still to be written; days before the start cannot be made up."""
    days = [day.date for day in diary.days if day.pain_0_10 is not None]
    before, after = [day for day in days if day < started], [day for day in days if day >= started]
    if not before or _short(len(before), (started - min(before)).days):
        return Missing(on + timedelta(days=ENOUGH_DAYS), fresh_start=True)
    span = (max(after) - started).days + 1 if after else 0
    return Missing(on + timedelta(days=_short(len(after), span)), fresh_start=False)


def _short(logged: int, span: int) -> int:
    """How many days in a row, all written, until both gates are met."""
    gaps = ceil((LEAST_COVERAGE * span - logged) / (1 - LEAST_COVERAGE) - 1e-9)
    return max(0, LEAST_ENTRIES - logged, gaps)
