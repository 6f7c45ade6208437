"""What may be set of a line of the plan, and which line may come in; why not, where it may not."""

from planner.visit.line_bounds.candidates import may_come, may_replace, no_room
from planner.visit.line_bounds.lines import allowed
from planner.visit.line_bounds.values import Bounds, Candidate, Option, Range

__all__ = [
    "Bounds",
    "Candidate",
    "Option",
    "Range",
    "allowed",
    "may_come",
    "may_replace",
    "no_room",
]
