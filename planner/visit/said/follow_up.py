"""What is asked at a later visit, beside the scores and the safety screen."""

from typing import Literal

from pydantic import ValidationError

from planner.knowledge import Knowledge
from planner.model.errors import IntakeError, PlanError, Problem
from planner.model.follow_up import FollowUp, GoalRating
from planner.model.ids import QuestionId
from planner.model.record.refusal import problems_of
from planner.model.visit import Draft, GoalSoFar, KeptFollowUp, Visit
from planner.model.vocabulary import Answer
from planner.safety.asking.asked_again import every_visit
from planner.visit.draft import saying
from planner.words import say

Rated = Literal["before", "now"]
Fact = Literal[
    "after_last_time", "long_flares", "sessions", "self_care", "overall", "words", "findings"
]


def said_there(draft: Draft) -> KeptFollowUp:
    """What the follow-up holds so far; nothing at a first visit."""
    return draft.follow_up or KeptFollowUp()


def asked(visit: Visit, knowledge: Knowledge) -> FollowUp:
    """What was asked so far, today's scores and short screen among it; the rest is absent."""
    kept = said_there(visit)
    short = every_visit(visit, knowledge)
    screen = {one.id: one.answer for one in short if one.answer}
    ticked = {one.id: one.ticked for one in short if one.answer and one.ticked}
    rated = tuple(_rating(one) for one in kept.goals if one.now is not None)
    try:
        return kept.facts.having(
            on=visit.on,
            severity=visit.severity,
            answers=screen,
            ticked=ticked or None,
            ended=_ended(visit, kept) or None,
            goals=rated,
        )
    except ValidationError as error:
        raise PlanError(problems_of(error, "follow-up", "follow-up")) from None


def _ended(visit: Visit, kept: KeptFollowUp) -> dict[QuestionId, str]:
    """Since when what is answered no today is so no more."""
    return {row: since for row, since in kept.ended.items() if visit.answers.get(row) is Answer.NO}


def _rating(goal: GoalSoFar) -> GoalRating:
    assert goal.now is not None
    return GoalRating(goal=goal.goal, before=goal.before, now=goal.now)


def with_fact(draft: Draft, part: Fact, value: object) -> Draft:
    """With one fact said; None takes it back."""
    kept = said_there(draft)
    return saying(draft, follow_up=kept.having(facts=kept.facts.having(**{part: value})))


def with_rating(draft: Draft, place: int, part: Rated, score: float | None) -> Draft:
    """With a goal rated, as it was before the plan or as it is now."""
    kept = said_there(draft)
    goals = list(kept.goals)
    if not 0 <= place < len(goals):
        raise IntakeError([Problem(f"follow_up.goals[{place}]", say("is not there"))])
    goals[place] = goals[place].having(**{part: score})
    return saying(draft, follow_up=kept.having(goals=tuple(goals)))
