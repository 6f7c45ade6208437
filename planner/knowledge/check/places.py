"""Where a fault of a question is told: its file and id."""

from planner.knowledge.base import Knowledge
from planner.model.ids import ReasonId


def place_of(question: ReasonId, knowledge: Knowledge) -> str:
    """The file and id of a red flag, a precaution or a degree."""
    files = {
        "red_flags": knowledge.red_flags,
        "precautions": knowledge.precautions,
        "follow_ups": knowledge.follow_ups,
    }
    return next(f"{name}.{question}" for name, entries in files.items() if question in entries)
