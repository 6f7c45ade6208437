"""The figures behind the course of a diary, in the order in which they are shown."""

from planner.charts.calendar import calendar
from planner.charts.figure import Figure
from planner.charts.rhythm import rhythm
from planner.charts.sites import sites
from planner.charts.sleep import sleep
from planner.diary import DiaryReading


def what_lies_behind(reading: DiaryReading) -> list[Figure]:
    """The figures that do not depend on when the plan started."""
    drawn = (calendar(reading), rhythm(reading), sleep(reading), sites(reading))
    return [figure for figure in drawn if figure is not None]
