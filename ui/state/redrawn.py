"""What is drawn anew after an answer: the plan's places, or the page where its frame changes."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from planner.visit.progress import progress
from ui.state import autosave, session

PLAN, IN_SHORT, FOUND = "plan-in-full", "plan-in-short", "what-was-found"
ONE_LINE, FILES, KEPT = "plan-in-one-line", "plan-as-files", "kept-at-the-top"
DRAWN = "drawn-places"

Frame = tuple[Any, ...]


def begin() -> None:
    """A run of the whole page begins: no place of the plan is drawn yet."""
    st.session_state[DRAWN] = ()


def place(key: str, draw: Callable[[], None]) -> None:
    """A place of the plan that can be drawn anew without the page around it."""
    st.session_state[DRAWN] = (*st.session_state.get(DRAWN, ()), key)
    st.fragment(draw, key=key)()


def frame() -> Frame:
    """What of the visit the page shows outside of the plan's places and the questions."""
    found, here = session.interview(), autosave.place()
    kept = (here and here.token, autosave.trouble(), autosave.conflict())
    around = (*kept, session.was_refused(), session.face())
    if found is None:
        return around
    plan = found.plan
    asked = (
        found.visit is None,
        session.plan() is None,
        plan.clearance,
        plan.draft,
        found.open_groups,
    )
    return (*around, found.draft.client, *asked, *progress(found), plan.reasons, plan.unmet)


def draw_anew(before: Frame) -> None:
    """At the end of a callback: only the plan's places, where the frame is as it was before."""
    drawn = st.session_state.get(DRAWN, ())
    if drawn and frame() == before:
        st.rerun(list(drawn))
