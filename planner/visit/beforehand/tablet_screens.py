"""What a client alone with the tablet is asked: one short list, or one question, at a time."""

from collections.abc import Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.intake import Conversation
from planner.safety.asking.answers import said
from planner.safety.asking.beforehand import client_said
from planner.safety.asking.questions import Group, Question, groups

MOST_ROWS = 8


class Glass(NamedTuple):
    """What a list may take of a glass in pixels: all of it is seen with one scroll at most."""

    list_height: int
    letters: int  # of a question that fit on one line
    line: int
    padding: int
    row: int  # the least


TABLET = Glass(list_height=840, letters=72, line=31, padding=24, row=79)
PHONE = Glass(list_height=1010, letters=27, line=26, padding=18, row=73)


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
    """The open questions of a group, as many to a screen as fit; those with signs come last."""
    part: list[Question] = []
    asked = [one for one in group.questions if one.client_can_answer and _is_open(one, visit)]
    for one in asked if _is_private(group) else _lists_first(asked):
        if part and (_is_private(group) or not _fits(part, one)):
            yield part
            part = []
        part.append(one)
    if part:
        yield part


def _lists_first(asked: list[Question]) -> list[Question]:
    """Those with signs, and what is asked after them, behind the others."""
    signed = {one.id for one in asked if one.ticks}
    return sorted(asked, key=lambda one: one.id in signed or one.asked_after in signed)


def _is_open(asked: Question, visit: Conversation) -> bool:
    """Whether the therapist has yet to answer it, or the client alone has."""
    if client_said(asked.id, visit) or asked.id in visit.from_last:
        return True
    return said(asked.id, visit) is None and asked.answer is None


def _fits(part: list[Question], one: Question) -> bool:
    """One that lists signs stands by itself; a list is seen whole with one scroll at most."""
    rows = [*part, one]
    if len(rows) > MOST_ROWS or any(row.ticks for row in rows):
        return False
    return all(_height(rows, glass) <= glass.list_height for glass in (TABLET, PHONE))


def _height(rows: list[Question], glass: Glass) -> int:
    lines = (-(-len(one.question) // glass.letters) for one in rows)
    return sum(max(glass.row, glass.padding + glass.line * number) for number in lines)
