"""What could harm a client if somebody at home sees it: on no paper, unless asked for twice."""

from planner.knowledge.named import SAFEGUARDING
from planner.model.errors import NotForHandout, Problem
from planner.model.ids import ReasonId
from planner.model.plan import Limits, Plan, Reason
from planner.model.vocabulary import Clearance
from planner.words import say

AT_RISK_IF_SEEN: tuple[ReasonId, ...] = (SAFEGUARDING,)
KEPT_BACK = say(
    "is not printed: a paper about safety at home can put the client at risk. --even-so prints it "
    "all the same; --card prints numbers to call and nothing else"
)


def is_kept_back(plan: Plan) -> bool:
    """Whether the plan knows of something that no paper says."""
    return any(one.id in AT_RISK_IF_SEEN for one in plan.reasons)


def to_be_seen(plan: Plan) -> Plan:
    """The plan as paper may have it; raises NotForHandout where nothing else is left to say."""
    if not is_kept_back(plan):
        return plan
    if is_nothing_else(plan):
        raise NotForHandout([Problem("safety at home", KEPT_BACK)])
    left, clearance = _others(plan), plan.clearance
    if not clearance.may_be_handed_out and clearance is not Clearance.ASK:
        clearance = Clearance.worst(one.clearance for one in left)
    return plan.replaced(reasons=left, clearance=clearance, limits=_limits(plan.limits))


def is_nothing_else(plan: Plan) -> bool:
    """Whether no plan leaves the room, and for nothing that paper says."""
    if not is_kept_back(plan) or plan.clearance.may_be_handed_out:
        return False
    others = Clearance.worst(one.clearance for one in _others(plan))
    return plan.clearance is not Clearance.ASK and others.may_be_handed_out


def _others(plan: Plan) -> tuple[Reason, ...]:
    return tuple(one for one in plan.reasons if one.id not in AT_RISK_IF_SEEN)


def _limits(limits: Limits) -> Limits:
    """The numbers as they bind, without what of it binds them."""
    regions = tuple(one.replaced(by=_unnamed(one.by)) for one in limits.regions)
    return limits.replaced(by=_unnamed(limits.by), regions=regions)


def _unnamed(by: tuple[ReasonId, ...]) -> tuple[ReasonId, ...]:
    return tuple(one for one in by if one not in AT_RISK_IF_SEEN)
