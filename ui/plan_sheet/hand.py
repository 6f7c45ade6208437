"""What the hand can do to the plan now, and why it could not just now."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from planner.model.ids import LineId
from planner.visit.line_bounds import Bounds, Candidate


class ByHand(NamedTuple):
    """Take back, do again, set values of a line, let another line come in.

    `candidates` are the lines that may take the place of one, or come in beside all.
    """

    bounds: Callable[[LineId], Bounds]
    candidates: Callable[[LineId | None], Iterable[Candidate]]
    undo: bool = False
    redo: bool = False
    refused: str = ""
