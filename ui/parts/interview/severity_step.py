"""Step 2, how bad: seven scores from 0 to 10, of which only the average is needed."""

import streamlit as st

from planner.visit.said.places import SCORES as PLACES
from planner.words import say
from ui.parts.fields import at
from ui.state.language import tell

SCORES = list(range(11))
NEEDED = "average"
PAIN_ENDS = (say("0 no pain"), say("10 the worst pain there could be"))
WAY_ENDS = (say("0 not at all"), say("10 completely"))
SLEEP_ENDS = (say("0 no problem"), say("10 as bad as it could be"))
ASKED = {
    "average": (say("On average, how strong was the pain this past week?"), PAIN_ENDS),
    "worst": (say("At its worst this past week?"), PAIN_ENDS),
    "now": (say("Right now?"), PAIN_ENDS),
    "enjoyment": (say("How much did pain get in the way of enjoying life?"), WAY_ENDS),
    "activity": (say("How much did pain get in the way of everyday doing?"), WAY_ENDS),
    "sleep": (say("How much of a problem is sleep?"), SLEEP_ENDS),
    "stress": (say("How much of a problem is stress?"), SLEEP_ENDS),
}


def draw() -> None:
    """The whole step."""
    st.caption(tell("Only the average is needed. Tap a number again to take it back."))
    with st.container(key="scales"):
        for score in ASKED:
            _scale(score)


def _scale(score: str) -> None:
    question, (low, high) = ASKED[score]
    asked = tell("{question} (needed)", question=question) if score == NEEDED else tell(question)
    with st.container(key=f"scale-{score}", gap="xxsmall"):
        st.segmented_control(asked, SCORES, width="stretch", **at(PLACES[score]))
        st.html(f'<div class="ends"><span>{tell(low)}</span><span>{tell(high)}</span></div>')
