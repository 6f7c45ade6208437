"""What a client alone with the tablet is asked: one short list, or one question, at a time."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.intake import Conversation
from planner.safety.answers import said
from planner.safety.beforehand import client_said
from planner.safety.questions import Group, Question, groups

MOST_ROWS = 5
LIST_HEIGHT = 450  # pixels of a tablet that rows may take
ROW, PADDING, LINE = 79, 24, 31
LETTERS = 72  # of a question that fit on one line


class Screen(NamedTuple):
    """What stands on the tablet at a time; on a private one nothing says what it is about."""

    group: str
    questions: tuple[Question, ...]
    private: bool = False


def screens(visit: Conversation, knowledge: Knowledge) -> tuple[Screen, ...]:
    """Every screen for this client now: what the therapist has not answered yet.

    What the client has said so far opens further questions, as it would in the interview.
    """
    return tuple(
        Screen(group.name, tuple(part), _is_private(group))
        for group in groups(_as_if_it_counted(visit), knowledge)
        for part in _parts(group, visit)
    )


def next_screen(every: tuple[Screen, ...], after: int, visit: Conversation) -> int | None:
    """The first screen after this one on which the client has said nothing yet; None at the end."""
    order = (*range(after + 1, len(every)), *range(min(after + 1, len(every))))
    return next((at for at in order if not _is_done(every[at], visit)), None)


def _is_done(screen: Screen, visit: Conversation) -> bool:
    return all(client_said(one.id, visit) for one in screen.questions)


def _is_private(group: Group) -> bool:
    """A group with a private question is asked one question a screen, and shows no answer again."""
    return any(one.private for one in group.questions)


def _as_if_it_counted(visit: Conversation) -> Conversation:
    """The conversation in which the client's own answers count: only to find what is asked next."""
    own = {row: one for row, one in visit.beforehand.items() if not one.settled}
    answers = {row: one.answer for row, one in own.items() if one.answer is not None}
    ticked = {row: one.ticked for row, one in own.items() if one.ticked}
    return visit.replaced(
        answers={**answers, **visit.answers}, ticked={**ticked, **visit.ticked}, beforehand={}
    )


def _parts(group: Group, visit: Conversation) -> Iterator[list[Question]]:
    """The open questions of a group, as many to a screen as fit."""
    part: list[Question] = []
    for one in group.questions:
        if not (one.client_can_answer and _is_open(one, visit)):
            continue
        if part and (_is_private(group) or not _fits(part, one)):
            yield part
            part = []
        part.append(one)
    if part:
        yield part


def _is_open(asked: Question, visit: Conversation) -> bool:
    """Whether the therapist has yet to answer it, or the client alone has."""
    if client_said(asked.id, visit) or asked.id in visit.from_last:
        return True
    return said(asked.id, visit) is None and asked.answer is None


def _fits(part: list[Question], one: Question) -> bool:
    """One that lists signs stands by itself, and a list stays within its sub-heading."""
    rows = [*part, one]
    if len(rows) > MOST_ROWS or any(row.ticks for row in rows):
        return False
    return one.section == part[-1].section and sum(map(_height, rows)) <= LIST_HEIGHT


def _height(asked: Question) -> int:
    return max(ROW, PADDING + LINE * -(-len(asked.question) // LETTERS))
