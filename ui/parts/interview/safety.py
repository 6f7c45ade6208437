"""The safety step: the questions, the form for a clinician's answer, or the stop they lead to."""

import streamlit as st

from planner.visit.interview import Interview
from planner.visit.stop import stops, waits
from ui.parts.interview import clearance, safety_acts, safety_step, stop
from ui.state import session
from ui.state.language import tell


def draw(found: Interview) -> None:
    """A stop comes after the question that decides it, never before."""
    knowledge, now = session.knowledge(), safety_acts.screen()
    if now.clearing in found.screening.may_be_cleared:
        _form(found)
    elif stops(found) and not waits(found, knowledge) and not now.looking_back:
        stop.draw(found, knowledge)
    else:
        safety_step.draw(found)


def _form(found: Interview) -> None:
    """The form by itself, over the whole width."""
    row = safety_acts.screen().clearing
    assert row is not None
    st.button(
        tell("Back to the questions"),
        key="back-to-questions",
        type="tertiary",
        icon=":material/arrow_back:",
        on_click=safety_acts.close_the_form,
    )
    clearance.whole(row, found, session.knowledge())
