"""The signs behind a note, each as it was answered; what was not asked is not among them."""

from collections.abc import Iterable, Iterator

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Asked
from planner.model.ids import QuestionId
from planner.model.intake import Conversation
from planner.model.phrase import Text
from planner.model.record import Record
from planner.model.vocabulary import Answer
from planner.safety.asking.answers import answer_to, follow_ups_asked, said, ticks_of
from planner.words import formed

MOST_AROUND = 4  # signs that were asked about beside those that decide, and are not there


class Sign(Record):
    """One sign: yes, no, or not sure."""

    words: Text
    answer: Answer


def signs_of(rows: Iterable[QuestionId], intake: Conversation, knowledge: Knowledge) -> list[Sign]:
    """Each row that decides, the signs listed under it and under its degrees."""
    return [sign for row in rows for sign in _of_row(row, intake, knowledge)]


def not_noted(
    rows: Iterable[QuestionId], intake: Conversation, knowledge: Knowledge
) -> tuple[str, ...]:
    """The signs listed under a row that was answered yes without one of them being ticked."""
    bare = (row for row in rows if not ticks_of(row, intake))
    return tuple(
        formed(one.reported, "capital") for row in bare for one in knowledge.ticks_under(row)
    )


def signs_around(
    rows: tuple[QuestionId, ...], intake: Conversation, knowledge: Knowledge
) -> list[Sign]:
    """What else of the same kind was asked about, and is not there."""
    groups = {knowledge.rows[row].group for row in rows}
    near = (one for one in knowledge.red_flags.values() if one.group in groups)
    found = [Sign(words=one.label, answer=Answer.NO) for one in near if _is_denied(one, intake)]
    return found[:MOST_AROUND]


def _is_denied(row: Asked, intake: Conversation) -> bool:
    """Whether it was said in words that it is not so; what is private is not told."""
    return intake.answers.get(row.id) is Answer.NO and not row.private


def _of_row(row: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[Sign]:
    answer = answer_to(row, intake, knowledge)
    if answer is None:
        return
    yield Sign(words=knowledge.rows[row].label, answer=answer)
    yield from _listed(row, intake, knowledge)
    for degree, _ in follow_ups_asked(row, intake, knowledge):
        if told := said(degree.id, intake):
            yield Sign(words=degree.label, answer=told)
            yield from _listed(degree.id, intake, knowledge)


def _listed(question: QuestionId, intake: Conversation, knowledge: Knowledge) -> Iterator[Sign]:
    """The list under a question, where signs in it were ticked: what was shown and left is a no."""
    ticked = ticks_of(question, intake)
    for one in knowledge.ticks_under(question) if ticked else ():
        there = Answer.YES if one.id in ticked else Answer.NO
        yield Sign(words=formed(one.reported, "capital"), answer=there)
