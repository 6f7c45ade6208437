"""A diary on one page of paper: its channels one below the other, under one time axis."""

from planner.charts.on_one_page.channels import EACH, SLEEP, WAY, Channel, Mean, Shown, channels
from planner.charts.on_one_page.drawing import FULL_WIDTH
from planner.charts.on_one_page.span import DAY, Span

__all__ = [
    "DAY",
    "EACH",
    "FULL_WIDTH",
    "SLEEP",
    "WAY",
    "Channel",
    "Mean",
    "Shown",
    "Span",
    "channels",
]
