"""The one panel that hands papers over: what may leave, looked at, taken, kept as it was."""

from ui.parts.handing_over.opened import is_open
from ui.parts.handing_over.panel import draw
from ui.parts.handing_over.papers import Made, Paper, of_plan, stamp_of
from ui.parts.handing_over.ways_in import button, ways_in

__all__ = ["Made", "Paper", "button", "draw", "is_open", "of_plan", "stamp_of", "ways_in"]
