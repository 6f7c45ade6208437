"""The main line: one conversation becomes one plan; a diary and a talk become the next one."""

from datetime import date

from planner.knowledge import Knowledge
from planner.model.diary import DiaryResult
from planner.model.follow_up import FollowUp
from planner.model.intake import Intake
from planner.model.plan import Plan
from planner.model.review import Review
from planner.planning import make_plan
from planner.review import review, standing_of
from planner.safety.screening import screen


def first_visit(intake: Intake, knowledge: Knowledge) -> Plan:
    """Screen, then plan."""
    return make_plan(intake, screen(intake, knowledge), knowledge)


def follow_up(
    last: Plan,
    diary: DiaryResult,
    facts: FollowUp,
    knowledge: Knowledge,
    *,
    started: date | None = None,
    intake: Intake | None = None,
) -> Review:
    """Screen again, look at what changed, propose; the therapist decides."""
    return review(standing_of(last, diary, facts, knowledge, started=started, intake=intake))
