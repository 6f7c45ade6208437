"""The figures of a diary, in the order in which they are shown."""

from collections.abc import Sequence
from datetime import date

from planner.charts.calendar import calendar
from planner.charts.course import course
from planner.charts.figure import Figure
from planner.charts.rhythm import rhythm
from planner.charts.sites import sites
from planner.charts.sleep import sleep
from planner.diary import DiaryReading
from planner.model.diary import Milestone


def of_a_diary(
    reading: DiaryReading, started: date | None, milestones: Sequence[Milestone] = ()
) -> list[Figure]:
    """Everything that a diary lets draw."""
    first = course(reading, started, milestones)
    return [first, *what_lies_behind(reading)] if first else []


def what_lies_behind(reading: DiaryReading) -> list[Figure]:
    """The figures that do not depend on when the plan started."""
    drawn = (calendar(reading), rhythm(reading), sleep(reading), sites(reading))
    return [figure for figure in drawn if figure is not None]
