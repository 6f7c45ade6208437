"""What was tapped in the safety step, put into the visit; and what only this screen remembers."""

from dataclasses import dataclass, field
from functools import singledispatch
from itertools import count
from typing import Any

import streamlit as st

from planner.model.ids import QuestionId, ReasonId
from planner.visit.asking import asking, later
from planner.visit.said import answers, places
from planner.visit.stop import last_said
from ui.safety_group.acts import (
    Act,
    Answered,
    Clears,
    InFull,
    NoneOfThese,
    Placed,
    Since,
    Ticked,
    Turned,
)
from ui.state import session

STAMPS = count(1)


@dataclass
class Screen:
    """What is no answer: lines ticked and not answered, the order of answers, what stands open.

    `opened` is the question whose card is opened once, `clearing` the row whose form is open,
    `looking_back`: a stop was left to look at its question again.
    """

    ticked: set[QuestionId] = field(default_factory=set)
    said: list[QuestionId] = field(default_factory=list)
    full: bool = False
    opened: dict[str, Any] | None = None
    clearing: ReasonId | None = None
    looking_back: bool = False


def screen() -> Screen:
    """What this screen remembers of the open visit."""
    kept: Screen = st.session_state.setdefault(session.SAFETY, Screen())
    return kept


@singledispatch
def _do(_: Act) -> None:
    raise NotImplementedError


def done(act: Act) -> None:
    """Put what was tapped into the visit: on the disk before anything is drawn."""
    now = screen()
    now.looking_back, now.opened = False, None
    _do(act)


@_do.register
def _(act: Ticked) -> None:
    screen().ticked.add(act.question)
    session.change(answers.doubted, act.question, session.knowledge())


@_do.register
def _(act: Answered) -> None:
    now = screen()
    now.ticked.discard(act.question)
    now.said = [*(one for one in now.said if one != act.question), act.question]
    signs = {act.question: act.signs} if act.signs else {}
    session.change(answers.answered, {act.question: act.answer}, session.knowledge(), signs)


@_do.register
def _(act: NoneOfThese) -> None:
    rows = [one for one in act.shown if one not in screen().ticked]
    session.change(answers.none_of_the_shown, act.group, rows, session.knowledge())
    _go_on(act.group)


@_do.register
def _(act: Turned) -> None:
    if act.is_next:
        _go_on(act.group)
    else:
        st.session_state[session.OPEN_GROUP] = act.group


def _go_on(group: str) -> None:
    """Open the next group that waits; one with more still open stays, and the last one too."""
    found = session.interview()
    if found is None:
        return
    groups = asking(found, session.knowledge()).groups
    here = next((one for one in groups if one.id == group), None)
    if here is None or not here.unanswered:
        st.session_state[session.OPEN_GROUP] = later(groups, group) or group


@_do.register
def _(act: Placed) -> None:
    session.change(places.where(act.row).put, list(act.places))


@_do.register
def _(act: InFull) -> None:
    screen().full = act.full


@_do.register
def _(act: Clears) -> None:
    screen().clearing = act.row


@_do.register
def _(act: Since) -> None:
    session.change(answers.ended, act.question, act.words)


def slip() -> None:
    """Take the last answer back and return to its question, unanswered."""
    if question := _behind_the_stop():
        now = screen()
        now.said = [one for one in now.said if one != question]
        now.ticked.add(question)
        session.change(answers.slipped, question, session.knowledge())
        _open(question)


def look_again() -> None:
    """Return to the question behind a stop as it was answered."""
    if question := _behind_the_stop():
        screen().looking_back = True
        _open(question)


def _behind_the_stop() -> QuestionId | None:
    found = session.interview()
    return last_said(found, screen().said, session.knowledge()) if found else None


def _open(question: QuestionId) -> None:
    knowledge = session.knowledge()
    asked = knowledge.follow_ups.get(question)
    row = asked.row if asked else question
    st.session_state[session.OPEN_GROUP] = knowledge.rows[row].group
    screen().opened = {"id": question, "stamp": next(STAMPS)}


def close_the_form() -> None:
    """Back from the form for a clinician's answer to the questions."""
    screen().clearing = None
