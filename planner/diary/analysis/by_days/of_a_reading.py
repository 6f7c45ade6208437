"""The days with pain of a reading, or of some of its days, before and since a start."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from planner.diary.analysis.by_days.counted import Written, days_compared
from planner.diary.analysis.naming import not_pain
from planner.diary.days.entries import DiaryReading
from planner.model.diary import Blank, Day
from planner.model.diary.pain_days import DayDifference


class How(NamedTuple):
    """Since when, over how many days of each side, and from which score on a day is bad."""

    started: date
    window: int
    bad_from: float


def days_of(reading: DiaryReading, days: Sequence[Day], how: How) -> DayDifference | None:
    """The days with pain before and since; None of scores that are not of pain."""
    if not_pain(reading):
        return None
    may_assume = reading.blank is not Blank.NOT_WRITTEN
    written = Written(days, reading.sessions, reading.medicine, may_assume)
    return days_compared(written, *how)
