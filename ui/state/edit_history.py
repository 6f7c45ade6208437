"""What the hand on the plan did, so that it can be taken back and done again step by step."""

from typing import NamedTuple

import streamlit as st

from planner.model.intake import Edit
from planner.model.visit import Draft
from planner.model.vocabulary import Intensity
from planner.visit.draft import saying
from planner.visit.said import edits
from planner.visit.said.places import WISHES
from ui.state import session

KEY = session.BY_HAND
MOST = 50  # steps back
WAY = WISHES["way"]


class Step(NamedTuple):
    """What the hand decided of the plan at one moment."""

    edits: tuple[Edit, ...]
    way: Intensity


class History(NamedTuple):
    """The steps before this one, and those taken back."""

    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()


def remember() -> None:
    """To be called before the hand changes the plan."""
    st.session_state[KEY] = History((*_kept().past, _now())[-MOST:])


def can_undo() -> bool:
    """Whether the hand did anything: in this window, or before it was opened."""
    return bool(_kept().past or session.draft().edits)


def can_redo() -> bool:
    """Whether anything was taken back since."""
    return bool(_kept().future)


def undo() -> None:
    """Take back the last step; one from before this window was opened is its last edit."""
    past, future = _kept()
    now = _now()
    if past:
        session.change(_as_it_was, past[-1])
    elif now.edits:
        session.change(edits.without_the_last)
    else:
        return
    st.session_state[KEY] = History(past[:-1], (*future, now))


def redo() -> None:
    """Do again what was taken back last."""
    past, future = _kept()
    if future:
        now = _now()
        session.change(_as_it_was, future[-1])
        st.session_state[KEY] = History((*past, now), future[:-1])


def _kept() -> History:
    found: History = st.session_state.get(KEY, History())
    return found


def _now() -> Step:
    draft = session.draft()
    return Step(draft.edits, draft.preferences.way)


def _as_it_was(draft: Draft, step: Step) -> Draft:
    return WAY.put(saying(draft, edits=step.edits), step.way.value)
