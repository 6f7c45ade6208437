"""How a home task is done, in words, and the form that it begins with."""

from typing import Any

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import Task
from planner.model.phrase import Phrase
from planner.words import joined


def how_to(task: Task) -> Phrase:
    """How it is done, with its count."""
    return joined(task.steps, task.count)


def form_of(task: Task, knowledge: Knowledge) -> dict[str, Any]:
    """How it begins, what it needs, its easier and harder form, and what a drawing shows."""
    known = knowledge.self_care
    return {
        "start_position": task.positions[0],
        "props": task.props,
        "easier": known[task.easier].name if task.easier else task.easier_says,
        "harder": known[task.harder].name if task.harder else task.harder_says,
        "picture": task.picture,
    }
