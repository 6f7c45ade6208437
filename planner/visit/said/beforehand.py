"""What the client answered alone: kept apart from the answers until the therapist takes it over."""

from collections.abc import Iterable, Mapping

from planner.knowledge import Knowledge
from planner.model.beforehand import ClientSaid
from planner.model.ids import QuestionId
from planner.model.visit import Draft
from planner.model.vocabulary import Answer, Medium
from planner.safety.beforehand import client_said
from planner.safety.questions import Question, questions
from planner.visit.draft import saying
from planner.visit.said.answers import answered


def said_alone(draft: Draft, given: Mapping[QuestionId, ClientSaid | None]) -> Draft:
    """With what the client said; None takes it back. What was settled and is said again stays so.

    The therapist's own answers are left as they are.
    """
    kept = {row: one for row, one in draft.beforehand.items() if row not in given}
    said = {row: _as_before(row, one, draft) for row, one in given.items() if one is not None}
    return saying(draft, beforehand={**kept, **said} or None)


def _as_before(row: QuestionId, one: ClientSaid, draft: Draft) -> ClientSaid:
    before = draft.beforehand.get(row)
    is_same = before is not None and before.settled and before.replaced(settled=False) == one
    return before if is_same and before else one


def to_settle(draft: Draft, knowledge: Knowledge) -> tuple[Question, ...]:
    """What waits for the therapist: each yes, urgent ones first, then not sure, then blanks."""
    waiting = [one for one in questions(draft, knowledge) if one.waits]
    return tuple(sorted(waiting, key=lambda one: _rank(one, knowledge)))


def _rank(asked: Question, knowledge: Knowledge) -> tuple[int, int]:
    answer = asked.client.answer if asked.client else None
    order = (Answer.YES, Answer.UNSURE, None)
    return order.index(answer), knowledge.rows[asked.id].clearance.rank


def settled(
    draft: Draft, question: QuestionId, answer: Answer | None, knowledge: Knowledge
) -> Draft:
    """With the therapist's answer to what the client said; None asks about it again.

    A yes brings along the signs that the client ticked.
    """
    said = client_said(question, draft)
    if answer is Answer.YES and said is not None and said.ticked:
        return answered(draft, {}, knowledge, {question: said.ticked})
    return answered(draft, {question: answer}, knowledge)


def plain_no(asked: Iterable[Question]) -> tuple[QuestionId, ...]:
    """Of these questions, those that the client alone said no to, and nobody has answered since."""
    return tuple(
        one.id
        for one in asked
        if one.answer is None
        and not one.by_itself
        and one.client
        and one.client.answer is Answer.NO
    )


def left_blank(shown: Iterable[QuestionId], draft: Draft) -> dict[QuestionId, ClientSaid | None]:
    """A blank for each of these lines of a paper of which nothing was typed in."""
    return {one: ClientSaid(medium=Medium.PAPER) for one in shown if one not in draft.beforehand}
