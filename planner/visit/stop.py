"""What stands behind a stop: the answers to look at again, an open degree among them."""

from collections.abc import Sequence

from planner.knowledge import Knowledge
from planner.model.ids import QuestionId, ReasonId, row_of
from planner.model.vocabulary import Clearance
from planner.safety.asking.questions import Question
from planner.visit.interview import Interview

STOPS = (Clearance.EMERGENCY, Clearance.SAME_DAY)


def stops(found: Interview) -> bool:
    """Whether an answer asks for help today, so that nothing else is talked about."""
    return found.plan.clearance in STOPS


def behind(found: Interview, knowledge: Knowledge) -> tuple[Question, ...]:
    """The questions whose answers stop the plan; every yes where none is named."""
    reasons = {reason.id for reason in found.plan.reasons if reason.clearance in STOPS}
    reasons |= {_source(row, knowledge) for row in reasons}
    asked = [one for group in found.asked for one in group.questions]
    rows = {_row(one) for one in asked} & reasons
    if not rows:
        rows = {one.id for one in asked if (said := one.answer or one.last) and said.counts_as_yes}
    return tuple(one for one in asked if _row(one) in rows)


def waits(found: Interview, knowledge: Knowledge) -> bool:
    """Whether a question behind a stop is still to be asked, so that the stop can come after it.

    It is a degree of a yes of today, or a yes of last time that has not been said again.
    """
    return any(one.answer is None for one in behind(found, knowledge))


def last_said(
    found: Interview, said: Sequence[QuestionId], knowledge: Knowledge
) -> QuestionId | None:
    """The answer that a slip takes back: of those that stop the plan the one said last.

    `said` are the questions in the order they were answered, as far as that is known.
    """
    yes = [one.id for one in behind(found, knowledge) if one.answer and one.answer.counts_as_yes]
    latest = next((one for one in reversed(said) if one in yes), None)
    return latest or (yes[-1] if yes else None)


def decides_urgency(asked: Question) -> bool:
    """Whether a question behind a stop is asked there and then: an open one, or one with signs."""
    return asked.answer is None or bool(asked.ticks)


def _row(asked: Question) -> QuestionId:
    return asked.asked_after or asked.id


def _source(row: ReasonId, knowledge: Knowledge) -> ReasonId:
    """The row whose answer this one takes over; itself where it takes over none."""
    precaution = knowledge.precautions.get(QuestionId(row))
    taken = precaution.taken_over_from if precaution else None
    return row_of(taken) if taken else row
