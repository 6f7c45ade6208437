"""The plan as a calendar that a later plan of the same client changes in place."""

from planner.exports.files.calendar.file import plan_ics

__all__ = ["plan_ics"]
