"""Charts as functions of data, for screen and paper: each with its sentence and its table."""

from planner.charts.figure import Figure
from planner.charts.week import week_picture

__all__ = ["Figure", "week_picture"]
