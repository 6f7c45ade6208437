"""The form that a client fills in on paper: its questions, numbers and sheets."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId
from planner.model.intake import Conversation, PainSource
from planner.safety.beforehand import is_urgent
from planner.safety.questions import Question, groups

ANY_DAY = date(2000, 1, 1)  # a form is of no day; which questions apply asks for none
SHEET_HEIGHT = 640  # points that the questions of a sheet may take, on the smaller paper
LETTERS = 64  # of a question that fit on one line, beside the boxes
LINE_HEIGHT, GAP, HEADING = 15, 11, 24


class Line(NamedTuple):
    """One question of a form, with its number there; `urgent`: a yes to it is said at once."""

    number: int
    question: Question
    urgent: bool


class Sheet(NamedTuple):
    """One page of a form."""

    number: int
    lines: tuple[Line, ...]


def paper_form(conditions: Iterable[ConditionId], knowledge: Knowledge) -> tuple[Sheet, ...]:
    """The form for these pain sources, before anything else is known of the client.

    It depends on nothing else, so that its numbers are the same when it is typed in. What is
    private, judged by the therapist, or asked only after a yes is not on it.
    """
    pain = tuple(PainSource(condition=one) for one in conditions)
    asked = groups(Conversation(format=1, on=ANY_DAY, pain=pain), knowledge)
    listed = (one for group in asked for one in group.questions)
    printed = (one for one in listed if one.client_can_answer and not one.private)
    lines = (Line(at, one, is_urgent(one.id, knowledge)) for at, one in enumerate(printed, start=1))
    return tuple(Sheet(at, tuple(part)) for at, part in enumerate(_by_height(lines), start=1))


def _by_height(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines, as many to a sheet as fit."""
    sheet: list[Line] = []
    used = 0
    for line in lines:
        is_new = not sheet or sheet[-1].question.group != line.question.group
        height = _height(line.question) + (HEADING if is_new else 0)
        if sheet and used + height > SHEET_HEIGHT:
            yield sheet
            sheet, used, height = [], 0, _height(line.question) + HEADING
        sheet.append(line)
        used += height
    if sheet:
        yield sheet


def _height(asked: Question) -> int:
    texts = (asked.question, *(one.label for one in asked.ticks))
    return GAP + LINE_HEIGHT * sum(-(-len(text) // LETTERS) for text in texts)
