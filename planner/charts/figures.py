"""The figures of a diary, in the order in which they are shown."""

from collections.abc import Sequence
from datetime import date

from planner.charts.calendar import calendar
from planner.charts.course import course
from planner.charts.figure import Figure
from planner.charts.pain_days import counts_days, pain_days
from planner.charts.rhythm import rhythm
from planner.charts.sleep import sleep
from planner.charts.where import places, sites
from planner.diary import DiaryReading
from planner.diary.analysis.counting import BAD_FROM, counts_of
from planner.model.diary import Milestone


def over_time(
    reading: DiaryReading,
    started: date | None,
    milestones: Sequence[Milestone] = (),
    bad_from: float | None = None,
) -> Figure | None:
    """What is seen first: the course, or the days with pain where the diary counts days."""
    if counts_days(reading.days):
        from_ = BAD_FROM if bad_from is None else bad_from
        counts = counts_of(reading.days, reading.sessions, reading.medicine, from_)
        return pain_days(counts, started) if counts else None
    return course(reading, started, milestones)


def what_lies_behind(reading: DiaryReading) -> list[Figure]:
    """The figures that do not depend on when the plan started.

    The course is among them where the days with pain come first.
    """
    line = course(reading, None) if counts_days(reading.days) else None
    made = (line, *(draw(reading) for draw in (calendar, rhythm, sleep, places, sites)))
    return [figure for figure in made if figure is not None]
