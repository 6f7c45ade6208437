"""What the clearance lets go out of the room, and what the paper of every plan says."""

from planner.knowledge import Knowledge
from planner.model.errors import NotForHandout, Problem
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.words import say

NOT_SIGNED_OFF = say("No clinician has checked the facts behind this plan as a whole yet.")
ASK = say("Ask your doctor about anything here that you are not sure of.")


def hand_out_or_refuse(plan: Plan, place: str) -> None:
    """Raise NotForHandout unless the clearance lets the plan leave the screen."""
    if not plan.clearance.may_be_handed_out:
        what = say(
            "no plan is handed out while the clearance is '{clearance}'",
            clearance=plan.clearance.value,
        )
        raise NotForHandout([Problem(place, what)])


def small_print(knowledge: Knowledge) -> tuple[Phrase, ...]:
    """That nobody has signed the facts off, while nobody has; then what a client can do."""
    return () if knowledge.review.clinician else (NOT_SIGNED_OFF, ASK)
