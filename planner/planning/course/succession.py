"""One plan after another of the same client: what stays the same, and what counts on."""

from planner.model.plan import Plan
from planner.planning.whose import client_id_in


def following(plan: Plan, before: Plan) -> Plan:
    """The plan as the one after another: of the same client, one version on."""
    client = before.client_id or plan.client_id or client_id_in(before)
    return plan.replaced(client_id=client, version=before.version + 1)


def is_the_same(plan: Plan, kept: Plan) -> bool:
    """Whether a kept plan is this one; of an edition that named no client it cannot say whose."""
    return plan == kept or (not kept.client_id and _unnamed(plan) == _unnamed(kept))


def _unnamed(plan: Plan) -> Plan:
    return plan.replaced(client_id="", version=0)


def handed_again(plan: Plan, handed: Plan) -> Plan:
    """The plan of a visit at which one was handed out: that one, or the one that follows it."""
    is_that = plan == handed or _unnamed(plan) == _unnamed(handed)
    return handed if is_that else following(plan, handed)
