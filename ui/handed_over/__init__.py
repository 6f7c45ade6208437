"""What a client sees who holds the screen: questions to answer alone, or the own plan.

No navigation, no other name, no way out but the therapist's own gesture.
"""

import streamlit as st

from ui.handed_over import alone, mode, plan_shown
from ui.handed_over.mode import ALONE, PLAN, begin, now, show_in_address
from ui.state import session

__all__ = ["ALONE", "PLAN", "begin", "draw", "now", "show_in_address"]

BARE = (
    "<style>.stAppHeader { display: none; }"
    " .stMain .stMainBlockContainer { max-width: 1104px; padding: 8px 40px 24px; }"
    " @media (max-width: 768px) { .stMain .stMainBlockContainer { padding: 4px 16px 16px; } }"
    "</style>"
)


def draw() -> None:
    """The only thing on the screen while the client holds it."""
    st.html(BARE)
    plan = session.plan()
    if mode.now() == PLAN and plan is not None and plan.clearance.may_be_handed_out:
        plan_shown.draw(plan)
    else:
        alone.draw(asks=mode.now() == ALONE)
