"""What comes of a kept text, worked out once for each: its visit, interview, plans, summary."""

from functools import lru_cache

from planner.knowledge import Knowledge, load
from planner.model.errors import PlannerError
from planner.model.ids import LineId
from planner.model.intake import UNNAMED
from planner.model.plan import Plan
from planner.model.visit import Draft, read_draft
from planner.visit import in_force
from planner.visit.client.at_a_glance import NOTHING, Beside, glance, next_on, to_find_by
from planner.visit.interview import Interview, interview
from planner.visit.line_bounds import Bounds, Candidate, allowed, may_come, may_replace
from records import VisitSummary
from ui.state import language

AT_ONCE = 8  # visits being drawn at the same moment
LINES = 12  # of a plan, the massage as a whole among them


def knowledge() -> Knowledge:
    """The knowledge base, loaded once a process."""
    return load()


@lru_cache(maxsize=AT_ONCE)
def draft_of(text: str) -> Draft:
    """The visit in a kept text; raises IntakeError with everything that is wrong in it."""
    return read_draft(text, knowledge().known_ids)


@lru_cache(maxsize=AT_ONCE)
def interview_of(text: str) -> Interview | None:
    """The interview as far as it has come; None while there is no pain source."""
    return interview(draft_of(text), knowledge())


@lru_cache(maxsize=AT_ONCE * LINES)
def bounds_of(text: str, line: LineId) -> Bounds:
    """What may be set of a line of the plan; nothing while there is no plan."""
    found = interview_of(text)
    return allowed(found, line, knowledge()) if found else Bounds(line)


@lru_cache(maxsize=AT_ONCE)
def candidates_of(text: str, line: LineId | None = None) -> tuple[Candidate, ...]:
    """What may come into the plan, or take the place of a line; why not, where it may not."""
    found = interview_of(text)
    if found is None:
        return ()
    return may_replace(found, line, knowledge()) if line else may_come(found, knowledge())


@lru_cache(maxsize=AT_ONCE)
def plan_of(text: str) -> Plan | None:
    """The plan in force; None while there is none."""
    return in_force.plan_in_force(interview_of(text), knowledge())


@lru_cache(maxsize=AT_ONCE)
def last_plan_of(text: str) -> Plan | None:
    """The plan a follow-up looks back on; None at a first visit. Raises PlanError."""
    return in_force.last_plan(draft_of(text), knowledge())


def plan_if_readable(text: str) -> Plan | None:
    """The plan in force; None too where the text cannot be read any more."""
    try:
        return plan_of(text)
    except PlannerError:
        return None


def summary_of(text: str, beside: Beside = NOTHING) -> VisitSummary:
    """What a list of clients must know of a visit, and of what happened beside it."""
    draft, plan = draft_of(text), plan_of(text)
    review_on = plan.measures.review_on if plan and plan.measures else None
    facts = glance(draft, interview_of(text), plan, beside)
    words = language.shown(to_find_by(draft, language.knowledge(), beside))
    return VisitSummary(
        draft.client.label or UNNAMED,
        draft.on,
        review_on,
        next_on(facts, draft.on),
        facts.as_text,
        "\n".join(words),
    )
