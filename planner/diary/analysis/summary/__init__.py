"""A diary at a glance: the last weeks beside those before the plan, sessions, flares, news."""

from planner.diary.analysis.summary.clearness import Change
from planner.diary.analysis.summary.made import summary_of
from planner.diary.analysis.summary.told import Told, told

__all__ = ["Change", "Told", "summary_of", "told"]
