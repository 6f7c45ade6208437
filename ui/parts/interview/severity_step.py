"""Step 2, how bad: seven scores from 0 to 10, of which only the average is needed."""

import streamlit as st

from planner.visit.places import SCORES as PLACES
from ui.parts.fields import at

SCORES = list(range(11))
PAIN_ENDS = ("0 no pain", "10 the worst pain there could be")
WAY_ENDS = ("0 not at all", "10 completely")
SLEEP_ENDS = ("0 no problem", "10 as bad as it could be")
ASKED = {
    "average": ("On average, how strong was the pain this past week?", PAIN_ENDS),
    "worst": ("At its worst this past week?", PAIN_ENDS),
    "now": ("Right now?", PAIN_ENDS),
    "enjoyment": ("How much did pain get in the way of enjoying life?", WAY_ENDS),
    "activity": ("How much did pain get in the way of everyday doing?", WAY_ENDS),
    "sleep": ("How much of a problem is sleep?", SLEEP_ENDS),
    "stress": ("How much of a problem is stress?", SLEEP_ENDS),
}


def draw() -> None:
    """The whole step."""
    st.caption("Only the average is needed. Tap a number again to take it back.")
    with st.container(key="scales"):
        for score in ASKED:
            _scale(score)


def _scale(score: str) -> None:
    question, (low, high) = ASKED[score]
    needed = " (needed)" if score == "average" else ""
    with st.container(key=f"scale-{score}", gap="xxsmall"):
        st.segmented_control(question + needed, SCORES, width="stretch", **at(PLACES[score]))
        st.html(f'<div class="ends"><span>{low}</span><span>{high}</span></div>')
