"""The button that shows the client the own plan; the screen is the client's from then on."""

import streamlit as st

from planner.model.plan import Plan
from planner.visit.handing_out import handed_out
from ui import handed_over
from ui.state import session
from ui.state.language import tell

KEY = "V"


def open_button(plan: Plan) -> None:
    """The way there; what the client has seen is kept as it was."""
    st.button(
        tell("Show to client"),
        key="show-client",
        icon=":material/visibility:",
        shortcut=KEY,
        on_click=_show,
        args=(plan,),
    )


def _show(plan: Plan) -> None:
    session.change(handed_out, plan)
    handed_over.begin(handed_over.PLAN)
