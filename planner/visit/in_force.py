"""Which plan is in force at a visit, and which one it looks back on."""

from planner.knowledge import Knowledge
from planner.model.errors import PlannerError
from planner.model.plan import Plan, read_plan
from planner.model.visit import Draft
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there


def plan_in_force(found: Interview | None, knowledge: Knowledge) -> Plan | None:
    """The plan in force; None while there is no pain source, no score, or it cannot be read.

    At a follow-up that is the plan the therapist decided on, unless today's answers forbid it.
    """
    if found is None or found.visit is None:
        return None
    decided = said_there(found.draft).plan
    if decided is None or not found.plan.clearance.may_be_handed_out:
        return found.plan
    try:
        return _known(decided, knowledge)
    except PlannerError:
        return None


def last_plan(draft: Draft, knowledge: Knowledge) -> Plan | None:
    """The plan a follow-up looks back on; None at a first visit.

    Raises PlanError where it names what the knowledge base no longer has.
    """
    last = said_there(draft).last
    return _known(last, knowledge) if last else None


def _known(plan: Plan, knowledge: Knowledge) -> Plan:
    """The plan, once each id in it is one of the knowledge base; raises PlanError."""
    return read_plan(plan.model_dump_json(), knowledge.known_ids)
