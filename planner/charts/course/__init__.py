"""The course of the pain, with what happened on the way."""

from planner.charts.course.drawn import LINE_UP_TO, course
from planner.charts.course.milestones import in_words

__all__ = ["LINE_UP_TO", "course", "in_words"]
