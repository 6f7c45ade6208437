"""What the client answered alone, where the therapist still has to ask about it."""

from collections.abc import Mapping

from planner.knowledge import Knowledge
from planner.model.beforehand import ClientSaid
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Clearance
from planner.safety.asking.answers import is_yes_said, said

AT_ONCE = (Clearance.EMERGENCY, Clearance.SAME_DAY)


def is_urgent(row: QuestionId, knowledge: Knowledge) -> bool:
    """Whether a client should say a yes to it at once, before anybody reads it."""
    return knowledge.rows[row].clearance in AT_ONCE


def client_said(question: QuestionId, intake: Conversation) -> ClientSaid | None:
    """What the client said of it, or left blank; None where that is settled or was never asked."""
    found = intake.beforehand.get(question)
    return None if found is None or found.settled else found


def says_yes(question: QuestionId, intake: Conversation) -> bool:
    """Whether the client's yes or not sure to it still waits for the therapist."""
    found = client_said(question, intake)
    is_yes = found is not None and found.answer is not None and found.answer.counts_as_yes
    return is_yes and not is_yes_said(question, intake)


def still_to_ask(question: QuestionId, intake: Conversation) -> bool:
    """Whether it needs a tap of its own: the client's yes, not sure or blank, not yet settled."""
    found = client_said(question, intake)
    if found is None:
        return False
    return says_yes(question, intake) if found.answer else said(question, intake) is None


def settled_by(
    answers: Mapping[QuestionId, Answer | None], intake: Conversation
) -> dict[QuestionId, ClientSaid]:
    """What the client said once these answers are given; one taken back is asked about again."""
    return {
        question: one.replaced(settled=answers[question] is not None)
        if question in answers
        else one
        for question, one in intake.beforehand.items()
    }
