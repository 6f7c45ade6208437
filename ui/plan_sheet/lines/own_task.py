"""The form for a task of the therapist's own: what it is called, how it is done, how much of it."""

from planner.knowledge import Knowledge
from planner.model import sizes
from planner.model.edits import OwnTask
from planner.model.ids import LineId
from planner.visit.line_bounds import Bounds, Range
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.lines import controls

NEW = LineId("own:new")  # stands for the line that it will be
NUMBERS = {
    "minutes": Range(1, 60, 1, 3),
    "days_per_week": Range(1, 7, 1, 7),
    "sets": Range(1, 10, 1, None),
    "reps": Range(1, 50, 1, None, tested_from=10),
    "hold_seconds": Range(1, 120, 5, None, tested_from=5),
}


def form(line: LineId | None, now: OwnTask | None, knowledge: Knowledge) -> Data:
    """Empty for a new one, else as it is now; its minutes and days stand at its line."""
    numbers = {} if now else NUMBERS
    bounds = Bounds(line or NEW, numbers)
    return {
        "kind": "own",
        "line": line or "",
        "name": now.name if now else "",
        "words": now.words if now else "",
        "most": sizes.LINE,
        "numbers": list(controls.controls(bounds, numbers, knowledge)),
    }
