"""Which plan is in force at a visit, and which one it looks back on."""

from planner.knowledge import Knowledge
from planner.knowledge.own import knowing_own
from planner.model.errors import PlannerError
from planner.model.ids import LineId
from planner.model.plan import NoMassage, NotChosen, Plan, read_plan
from planner.model.visit import Draft
from planner.planning.course.succession import handed_again
from planner.review.rescreen import narrowed, with_hands_left, without_twins
from planner.review.today import Today, as_said, new_beside
from planner.visit.interview import Interview, interview
from planner.visit.said.follow_up import said_there
from planner.words import joined


def plan_in_force(found: Interview | None, knowledge: Knowledge) -> Plan | None:
    """The plan in force; None while there is no pain source, no score, or it cannot be read.

    At a follow-up that is the plan the therapist decided on, unless today's answers forbid any.
    None too once the decision has lapsed: then the therapist decides anew.
    """
    try:
        return _in_force(found, knowledge)
    except PlannerError:
        return None


def _in_force(found: Interview | None, knowledge: Knowledge) -> Plan | None:
    """The same; raises PlanError where the plan decided on cannot be read any more."""
    if found is None or found.visit is None or has_lapsed(found, knowledge):
        return None
    decided, handed = said_there(found.draft).plan, found.draft.handed_out
    if decided is None or not found.plan.clearance.may_be_handed_out:
        return found.plan
    known = _known(decided, knowledge)
    return handed_again(known, handed) if handed else known


def has_lapsed(found: Interview, knowledge: Knowledge) -> bool:
    """Whether today's answers take away or narrow a part of the plan decided on.

    Where they stop the massage altogether, that stands in the place of any plan.
    """
    known = _decided(found.draft, knowledge)
    if known is None or found.plan.clearance.stops_the_hands:
        return False
    return _asks_for_less(known, found.draft, knowledge)


def _decided(draft: Draft, knowledge: Knowledge) -> Plan | None:
    decided = said_there(draft).plan
    try:
        return _known(decided, knowledge) if decided else None
    except PlannerError:
        return None


def _asks_for_less(decided: Plan, draft: Draft, knowledge: Knowledge) -> bool:
    """Whether today's answers leave less of a plan, or give a reason that it does not know."""
    knowledge = knowing_own(knowledge, said_there(draft).last, decided)
    today = as_said(said_there(draft).last or decided, draft, knowledge)
    if new_beside(decided, today.reasons):
        return True
    return _bounds(narrowed(decided, today, knowledge)) != _bounds(decided)


def _bounds(plan: Plan) -> tuple[object, ...]:
    """The lines by id, where, how firm and how long; a later base may put their words otherwise."""
    techniques = plan.massage.techniques if plan.massage else ()
    phases = plan.massage.phases if plan.massage else ()
    return (
        *((one.id, one.regions, one.pressure) for one in techniques),
        *((one.minutes, one.sessions_per_week) for one in phases),
        *(one.id for one in plan.complementary),
        *(one.id for one in plan.self_care),
    )


def plan_had(draft: Draft, knowledge: Knowledge) -> Plan | None:
    """The plan that the next visit looks back on; of one that cannot be read, the one before it."""
    try:
        return plan_to_follow(draft, knowledge)
    except PlannerError:
        return said_there(draft).last


def plan_to_follow(draft: Draft, knowledge: Knowledge) -> Plan | None:
    """The plan as the client has it: the one handed out last, else the one in force.

    Where a later visit has none of both, the client still has the plan that it looks back on.
    Raises PlanError where the plan decided on cannot be read any more.
    """
    in_force = draft.handed_out or _in_force(interview(draft, knowledge), knowledge)
    return in_force or said_there(draft).last


def left_of(plan: Plan, draft: Draft, knowledge: Knowledge) -> Plan:
    """A plan that the client has, its massage no more than the answers of this visit leave."""
    today = as_said(plan, draft, knowledge)
    left = with_hands_left(plan, today, knowledge)
    return _without_massage(left, today) if today.clearance.stops_the_hands else left


def _without_massage(plan: Plan, today: Today) -> Plan:
    """The plan with today's stop in the place of its massage."""
    if plan.massage is None:
        return plan
    behind = [one for one in today.reasons if one.clearance is today.clearance]
    why, plain = joined(*(one.says for one in behind)), joined(*(one.plain for one in behind))
    gone = (NotChosen(id=LineId(one.id), why=why, plain=plain) for one in plan.massage.techniques)
    return plan.replaced(
        massage=None,
        no_massage=NoMassage(says=why, plain=plain),
        not_chosen=without_twins((*plan.not_chosen, *gone)),
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
