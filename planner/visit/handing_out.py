"""A plan handed out: it stays in its visit as it was, whatever is known or said later."""

from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.visit.draft import saying
from planner.visit.said.edits import decided


def handed_out(draft: Draft, plan: Plan) -> Draft:
    """With the plan as the client has it now; one that may not leave the screen changes nothing."""
    if not plan.clearance.may_be_handed_out:
        return draft
    return saying(draft, handed_out=plan, by_hand_then=decided(draft))
