"""A visit as a value: its main line is `first_visit` and `follow_up`."""

from planner.visit.main_line import first_visit, follow_up

__all__ = ["first_visit", "follow_up"]
