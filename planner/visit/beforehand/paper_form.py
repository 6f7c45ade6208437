"""The form that a client fills in on paper: its questions, numbers and sheets."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.model.ids import ConditionId
from planner.model.intake import Conversation, PainSource
from planner.safety.asking.beforehand import is_urgent
from planner.safety.asking.questions import Question, groups

ANY_DAY = date(2000, 1, 1)  # a form is of no day; which questions apply asks for none
SHEET, INTRODUCTION = 668, 56  # points that questions may take on the smaller paper; less at first
LETTERS, SIGN_LETTERS = 62, 57  # that fit on one line, beside the boxes
ROW, PADDING, LINE, HEADING = 24, 18, 14, 26


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
    lines = [Line(at, one, is_urgent(one.id, knowledge)) for at, one in enumerate(printed, start=1)]
    return tuple(Sheet(at, tuple(part)) for at, part in enumerate(_evenly(lines), start=1))


def _evenly(lines: list[Line]) -> list[list[Line]]:
    """As few sheets as the lines take, of about one length: none stands alone on the last."""
    fewest = list(_by_height(lines, SHEET))
    shorter = (list(_by_height(lines, height)) for height in range(SHEET // 2, SHEET, 15))
    return next((one for one in shorter if len(one) == len(fewest)), fewest)


def _by_height(lines: Iterable[Line], most: int) -> Iterator[list[Line]]:
    """The lines, as many to a sheet as fit."""
    sheet: list[Line] = []
    left = most - INTRODUCTION
    for line in lines:
        is_new = not sheet or sheet[-1].question.group != line.question.group
        height = _height(line.question) + (HEADING if is_new else 0)
        if sheet and height > left:
            yield sheet
            sheet, left, height = [], most, _height(line.question) + HEADING
        sheet.append(line)
        left -= height
    if sheet:
        yield sheet


def _height(asked: Question) -> int:
    signs = sum(_lines(one.label, SIGN_LETTERS) for one in asked.ticks)
    return max(ROW, PADDING + LINE * (_lines(asked.question, LETTERS) - 1 + signs))


def _lines(text: str, letters: int) -> int:
    return -(-len(text) // letters)
