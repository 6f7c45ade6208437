"""Which plan is in force at a visit, and which one it looks back on."""

from planner.knowledge import Knowledge
from planner.model.errors import PlannerError
from planner.model.follow_up import FollowUp
from planner.model.plan import Plan, read_plan
from planner.model.visit import Draft, Visit
from planner.planning.course.succession import handed_again
from planner.review.rescreen import narrowed
from planner.review.today import screened
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there


def plan_in_force(found: Interview | None, knowledge: Knowledge) -> Plan | None:
    """The plan in force; None while there is no pain source, no score, or it cannot be read.

    At a follow-up that is the plan the therapist decided on, unless today's answers forbid it.
    """
    try:
        return plan_to_follow(found, knowledge)
    except PlannerError:
        return None


def plan_to_follow(found: Interview | None, knowledge: Knowledge) -> Plan | None:
    """The same; raises PlanError where the plan decided on cannot be read any more."""
    if found is None or found.visit is None:
        return None
    decided = said_there(found.draft).plan
    if decided is None or not found.plan.clearance.may_be_handed_out:
        return found.plan
    known = _known(decided, knowledge)
    handed = found.draft.handed_out
    return handed_again(known, handed) if handed else known


def allows_less_now(visit: Visit, knowledge: Knowledge) -> bool:
    """Whether an answer given since the decision takes away or narrows a line of its plan."""
    kept = said_there(visit)
    if kept.plan is None:
        return False
    on = visit.on
    today = screened(kept.last or kept.plan, FollowUp(on=on), on, knowledge, visit)
    return _lines(narrowed(kept.plan, today, knowledge)) != _lines(kept.plan)


def _lines(plan: Plan) -> tuple[object, ...]:
    """The lines by id, where and how firm; their words a later base may put otherwise."""
    techniques = plan.massage.techniques if plan.massage else ()
    return (
        *((one.id, one.regions, one.pressure) for one in techniques),
        *(one.id for one in plan.complementary),
        *(one.id for one in plan.self_care),
    )


def last_plan(draft: Draft, knowledge: Knowledge) -> Plan | None:
    """The plan a follow-up looks back on; None at a first visit.

    Raises PlanError where it names what the knowledge base no longer has.
    """
    last = said_there(draft).last
    return _known(last, knowledge) if last else None


def plan_before(draft: Draft, plan: Plan) -> Plan | None:
    """The plan that the client had before this one: of this visit, else of the one before."""
    handed = draft.handed_out
    if handed and handed.version < plan.version:
        return handed
    return said_there(draft).last


def _known(plan: Plan, knowledge: Knowledge) -> Plan:
    """The plan, once each id in it is one of the knowledge base; raises PlanError."""
    return read_plan(plan.model_dump_json(), knowledge.known_ids)
