"""How a screening question is answered: in words, by age, pain or a follow-up, or taken over."""

from planner.knowledge import Knowledge
from planner.knowledge.named import CHILD
from planner.knowledge.safety import FollowUp
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer

ADULT_FROM = 18


def answer_to(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """The answer to a row: given, told by age, pain or a follow-up, or taken over."""
    given = intake.answers.get(row)
    if given is not None and given.counts_as_yes:
        return given
    told = _told_by_age(row, intake) or told_by_pain(row, intake, knowledge)
    if given is None:
        told = told or _told_by_follow_up(row, intake, knowledge)
    taken = _taken_over(row, intake, knowledge)
    return next((a for a in (told, taken) if a and a.counts_as_yes), given or told or taken)


def told_by_pain(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    """A pain source can say as much as an answer: fibromyalgia is one of both."""
    told_by = knowledge.rows[row].told_by
    told = told_by and any(source.condition in told_by for source in intake.pain)
    return Answer.YES if told else None


def _told_by_follow_up(
    row: QuestionId, intake: Conversation, knowledge: Knowledge
) -> Answer | None:
    """A yes to a follow-up says yes to its row, even where the row was not asked."""
    asked = knowledge.follow_ups_of.get(row, ())
    return Answer.YES if any(is_yes_said(one.id, intake) for one in asked) else None


def _told_by_age(row: QuestionId, intake: Conversation) -> Answer | None:
    age = intake.client.age
    if row != CHILD or age is None:
        return None
    return Answer.YES if age < ADULT_FROM else Answer.NO


def _taken_over(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Answer | None:
    source = knowledge.rows[row].taken_over_from
    return answer_to(source, intake, knowledge) if source in knowledge.rows else None


def is_yes(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether a row was answered yes or unsure, however it was answered."""
    answer = answer_to(row, intake, knowledge)
    return answer is not None and answer.counts_as_yes


def is_yes_said(row: QuestionId, intake: Conversation) -> bool:
    """Whether the row itself was answered yes or unsure, due or not."""
    given = intake.answers.get(row)
    return given is not None and given.counts_as_yes


def follow_ups_asked(
    row: QuestionId, intake: Conversation, knowledge: Knowledge
) -> tuple[tuple[FollowUp, Answer | None], ...]:
    """The follow-ups of a row that are asked, in file order, up to the first yes or unsure.

    Empty unless the row is a yes.
    """
    if not is_yes(row, intake, knowledge):
        return ()
    asked: list[tuple[FollowUp, Answer | None]] = []
    for follow_up in knowledge.follow_ups_of.get(row, ()):
        answer = intake.answers.get(follow_up.id)
        asked.append((follow_up, answer))
        if answer is not None and answer.counts_as_yes:
            break
    return tuple(asked)
