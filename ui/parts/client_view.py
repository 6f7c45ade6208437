"""The button that shows the client the own plan; the screen is the client's from then on."""

import streamlit as st

from planner.visit.handing_out import handed_out
from ui import handed_over
from ui.state import session
from ui.state.language import tell

KEY = "V"


def open_button() -> None:
    """The way there; what the client has seen is kept as it was."""
    st.button(
        tell("Show to client"),
        key="show-client",
        icon=":material/visibility:",
        shortcut=KEY,
        on_click=_show,
    )


def _show() -> None:
    """The plan in force at this moment, which is the one that the client's screen draws."""
    plan = session.plan()
    if plan and plan.clearance.may_be_handed_out:
        session.change(handed_out, plan)
        handed_over.begin(handed_over.PLAN)
