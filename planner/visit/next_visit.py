"""The visit after a visit: what it takes over, and what it asks afresh."""

from datetime import date

from planner.knowledge import Knowledge
from planner.model.assessment import Assessment, ComparableSign
from planner.model.ids import QuestionId
from planner.model.intake import Scores
from planner.model.visit import Draft, GoalSoFar, KeptFollowUp
from planner.model.vocabulary import Answer
from planner.safety.asking.answers import answer_to
from planner.safety.asking.asked_again import to_ask_again
from planner.visit.draft import saying
from planner.visit.in_force import plan_had
from planner.visit.said.follow_up import said_there


def next_visit(before: Draft, on: date, follows: str, knowledge: Knowledge) -> Draft:
    """The next visit: lasting answers and wishes stay, scores and the short screen are asked again.

    `follows` names the visit before among the records.
    """
    again = to_ask_again(before, knowledge)
    return saying(
        before,
        on=on,
        visit=again.visit,
        answers=again.answers,
        ticked=again.ticked or None,
        from_last=again.from_last or None,
        beforehand=None,
        severity=Scores(),
        assessment=_to_look_at_again(before),
        diary=None,
        handed_out=None,
        by_hand_then=None,
        past=None,
        undone=None,
        follow_up=_looking_back(before, follows, again, knowledge),
    )


def _looking_back(before: Draft, follows: str, again: Draft, knowledge: Knowledge) -> KeptFollowUp:
    """The plan to review as the client has it, the goals as first rated, and what is asked again.

    A plan that nobody was handed is the one in force, made with what is known today.
    """
    rated = said_there(before).goals
    first = {one.goal: one.now if one.before is None else one.before for one in rated}
    return KeptFollowUp(
        follows=follows,
        last=plan_had(before, knowledge),
        goals=tuple(
            GoalSoFar(goal=one.goal, before=first.get(one.goal, one.rating))
            for one in before.preferences.goals
        ),
        again=_yes_of(again, knowledge),
        found=before.assessment if before.assessment.findings else None,
    )


def _to_look_at_again(before: Draft) -> Assessment | None:
    """What lasts of an assessment: how the pain behaves, and which sign is looked at again."""
    kept, sign = before.assessment, before.assessment.comparable
    after = kept.having(
        findings=None,
        notes=None,
        comparable=ComparableSign(name=sign.name) if sign else None,
    )
    return None if after == Assessment() else after


def _yes_of(again: Draft, knowledge: Knowledge) -> dict[QuestionId, Answer]:
    """What lasts of the visit before, with what was said there."""
    found = ((row, answer_to(row, again, knowledge)) for row in again.from_last)
    return {row: answer for row, answer in found if answer is not None}
