"""Which step stands open, in the address beside the visit: also for a session that begins anew."""

import streamlit as st

from ui.state import autosave, session

NAMES = {  # in the address: in the session
    "step": session.STEP,
    "follow-up-step": session.FOLLOW_UP_STEP,
}
FIRST, LAST = 1, 9


def resume() -> None:
    """In a session that has opened no step yet: the one that the address names."""
    if autosave.place():
        for name, state in NAMES.items():
            step = st.query_params.get(name, "")
            if state not in st.session_state and step.isascii() and step.isdigit():
                st.session_state[state] = min(max(int(step), FIRST), LAST)


def show() -> None:
    """Let the address name the step, but not the first one and none of a visit not kept."""
    for name, state in NAMES.items():
        step = st.session_state.get(state, FIRST) if autosave.place() else FIRST
        shown = "" if step == FIRST else str(step)
        if shown and st.query_params.get(name) != shown:
            st.query_params[name] = shown
        elif not shown and name in st.query_params:
            del st.query_params[name]
