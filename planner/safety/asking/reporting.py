"""What this client said of a row, in the words of a note: the signs ticked, and what was denied."""

from collections.abc import Iterator

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Asked, FollowUp
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.vocabulary import Answer
from planner.safety.asking.answers import answer_to, follow_ups_asked, ticks_of
from planner.words import say


def signs_said(question: QuestionId, intake: Conversation, knowledge: Knowledge) -> tuple[str, ...]:
    """The signs ticked under a question, as a note lists them."""
    ticked = ticks_of(question, intake)
    return tuple(one.reported for one in knowledge.ticks_under(question) if one.id in ticked)


def signs_of_row(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> tuple[str, ...]:
    """The signs ticked under a row and under its degrees."""
    degrees = (one.id for one, _ in follow_ups_asked(row, intake, knowledge))
    return tuple(sign for one in (row, *degrees) for sign in signs_said(one, intake, knowledge))


def told(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[str]:
    """What the client said of a row, sentence by sentence: itself, and each degree not a no."""
    signs = signs_said(row, intake, knowledge)
    yield reported_as(knowledge.rows[row], answer_to(row, intake, knowledge), signs)
    for follow_up, answer in follow_ups_asked(row, intake, knowledge):
        if answer is not None and answer.counts_as_yes:
            yield reported_as(follow_up, answer, signs_said(follow_up.id, intake, knowledge))


def denied(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[Phrase]:
    """The degrees that a doctor asks of first, answered no: those that decide the urgency."""
    for one, answer in follow_ups_asked(row, intake, knowledge):
        if answer is Answer.NO and one.if_yes.clearance.rank < one.if_no.clearance.rank:
            if knowledge.ticks_under(one.id):
                yield say("Answered no: {sign}.", sign=one.label)
            else:
                yield say("Answered no: {question}", question=one.question)


def unsure_of(row: Asked, intake: Conversation, knowledge: Knowledge) -> str:
    """The label of the row, or of a degree of it, that the client was not sure of."""
    if answer_to(row.id, intake, knowledge) is Answer.UNSURE:
        return row.label
    degrees = follow_ups_asked(row.id, intake, knowledge)
    return next((one.label for one, answer in degrees if answer is Answer.UNSURE), "")


def reported_as(asked: Asked | FollowUp, answer: Answer | None, signs: tuple[str, ...]) -> str:
    """The sentence of a note for a yes: with its signs, and told as a doubt where it is one."""
    said = asked.reported
    if signs and asked.reports:
        said = say("{reports}: {signs:semicolons}.", reports=asked.reports, signs=signs)
    if answer is Answer.UNSURE:
        return say("Not sure about this: {reported}", reported=said)
    return said
