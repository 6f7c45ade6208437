"""The therapist's answer to a proposal: which plan it stands for, and when it lapses."""

from collections.abc import Callable
from enum import StrEnum

from planner.model.plan import Plan
from planner.model.review import Review, Verdict
from planner.model.visit import Draft
from planner.planning.course.succession import is_the_same
from planner.visit.draft import saying
from planner.visit.said.follow_up import said_there

GoesOn = Callable[[], Plan]  # the last plan as it goes on; made only where it is asked for


class Choice(StrEnum):
    """What the therapist may answer."""

    ACCEPT = "accepted"
    EDIT = "edited"  # the plan is made by hand, from the answers
    DECLINE = "declined"


def stands_for(choice: Choice, review: Review, goes_on: GoesOn) -> Plan | None:
    """The plan an answer stands for; None where the therapist makes it by hand."""
    if choice is Choice.ACCEPT:
        return review.next_plan
    return goes_on() if choice is Choice.DECLINE else None


def still_holds(draft: Draft, review: Review, goes_on: GoesOn) -> bool:
    """Whether there is a decision, and its plan is still the one that was decided on.

    A later answer or a changed diary may alter what was proposed: the decision lapses then.
    """
    kept = said_there(draft)
    if kept.verdict is None:
        return False
    plan = stands_for(Choice(kept.verdict.choice), review, goes_on)
    return plan is None or (kept.plan is not None and is_the_same(plan, kept.plan))


def decided(draft: Draft, choice: Choice, reason: str, plan: Plan | None) -> Draft:
    """With the therapist's answer, a word of why, and the plan it stands for."""
    verdict = Verdict(choice=choice.value, reason=reason.strip())
    return saying(draft, follow_up=said_there(draft).having(verdict=verdict, plan=plan))


def undecided(draft: Draft) -> Draft:
    """With the decision taken back."""
    return saying(draft, follow_up=said_there(draft).having(verdict=None, plan=None))
