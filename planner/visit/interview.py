"""One interview: what was said so far, what is asked, and what comes of it."""

from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.model.visit import Draft, Visit
from planner.planning import make_plan, screened_only
from planner.planning.course.measures import since
from planner.planning.course.succession import following, handed_again
from planner.safety.asking.questions import Group, groups
from planner.safety.screening import Screening, screen
from planner.visit.draft import missing, whole


class Interview(NamedTuple):
    """A visit with a pain source; `visit` is None, and `plan` without a line, while not scored."""

    draft: Draft
    visit: Visit | None
    asked: tuple[Group, ...]
    screening: Screening
    plan: Plan

    @property
    def is_finished(self) -> bool:
        """Whether the plan may be shown to the client and leave the screen."""
        return self.visit is not None and self.plan.clearance.may_be_handed_out

    @property
    def open_groups(self) -> int:
        """How many groups of safety questions still wait for an answer."""
        return sum(bool(group.unanswered) for group in self.asked)


def interview(draft: Draft, knowledge: Knowledge) -> Interview | None:
    """The interview as far as it has come; None while there is nobody's pain to ask about."""
    if not draft.pain:
        return None
    asked = groups(draft, knowledge)
    screening = screen(draft, knowledge, asked)
    visit = None if missing(draft) else whole(draft)
    plan = (
        make_plan(visit, screening, knowledge)
        if visit
        else screened_only(draft, screening, knowledge)
    )
    return Interview(draft, visit, asked, screening, _looking_back(plan, draft))


def _looking_back(plan: Plan, draft: Draft) -> Plan:
    """A plan made anew at a later visit: it follows the last one, and is measured from the first.

    One that was handed out at this visit comes before it too.
    """
    last = draft.follow_up.last if draft.follow_up else None
    if last is not None:
        plan = following(plan, last)
        if last.measures is not None and plan.measures is not None:
            plan = plan.replaced(measures=since(last.measures, plan.measures, plan.on))
    return handed_again(plan, draft.handed_out) if draft.handed_out else plan
