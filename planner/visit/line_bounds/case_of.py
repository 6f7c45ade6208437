"""The client's case behind an interview, with the tasks of the therapist's own in its knowledge."""

from planner.knowledge import Knowledge
from planner.knowledge.own import knowing
from planner.planning.case import Case
from planner.safety.by_hand import hand_of
from planner.visit.interview import Interview


def case_of(found: Interview, knowledge: Knowledge) -> Case | None:
    """The case; None while there is no plan of any kind."""
    if found.visit is None or found.plan.stops_everything:
        return None
    known = knowing(knowledge, hand_of(found.visit.edits).own)
    return Case(found.visit, found.screening, known)
