"""What may be set of one line: of the massage as a whole, a technique, a therapy, a home task."""

from planner.knowledge import Knowledge
from planner.model.edits import MASSAGE
from planner.model.ids import LineId
from planner.model.plan import Plan
from planner.planning.case import Case
from planner.visit.interview import Interview
from planner.visit.line_bounds.case_of import case_of
from planner.visit.line_bounds.course import of_massage
from planner.visit.line_bounds.hands import of_technique
from planner.visit.line_bounds.tasks import of_task
from planner.visit.line_bounds.therapies import of_therapy
from planner.visit.line_bounds.values import Bounds


def allowed(found: Interview, line: LineId, knowledge: Knowledge) -> Bounds:
    """What may be set of a line of the plan; nothing of a line that is not in it."""
    case = case_of(found, knowledge)
    return Bounds(line) if case is None else _of(case, found.plan, line)


def _of(case: Case, plan: Plan, line: LineId) -> Bounds:
    if line == MASSAGE and plan.massage:
        return of_massage(case, plan.massage)
    for technique in plan.massage.techniques if plan.massage else ():
        if LineId(technique.id) == line:
            return of_technique(case, technique)
    for therapy in plan.complementary:
        if therapy.id == line:
            return of_therapy(case, therapy)
    for task in plan.self_care:
        if task.id == line:
            return of_task(case, task)
    return Bounds(line)
