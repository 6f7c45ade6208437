"""Step 2, how bad: seven scores from 0 to 10 in one grid, of which only the average is needed."""

from typing import NamedTuple

import streamlit as st

from planner.model.phrase import Phrase
from planner.visit.said.places import SCORES as PLACES
from planner.words import say
from ui.parts.fields import at
from ui.parts.interview import scores_of_forms
from ui.state.language import tell

SCORES = list(range(11))


class Part(NamedTuple):
    """Scores under one heading, and what the ends of their scale mean."""

    title: Phrase
    low: Phrase
    high: Phrase
    asked: dict[str, Phrase]


PARTS = (
    Part(
        say("Pain in the past week"),
        say("0 no pain"),
        say("10 worst there could be"),
        {
            "average": say("On average, the one number that is needed"),
            "worst": say("At its worst"),
            "now": say("Right now"),
        },
    ),
    Part(
        say("How much it got in the way"),
        say("0 not at all"),
        say("10 completely"),
        {"enjoyment": say("Enjoying life"), "activity": say("Everyday doing")},
    ),
    Part(
        say("How much of a problem"),
        say("0 none"),
        say("10 as bad as it could be"),
        {"sleep": say("Sleep"), "stress": say("Stress")},
    ),
)


def draw() -> None:
    """The whole step; a second tap on a number takes it back."""
    with st.container(key="scales"):
        for part in PARTS:
            ends = f"<span>{tell(part.low)}</span><span>{tell(part.high)}</span>"
            st.html(f'<div class="ends"><h2>{tell(part.title)}</h2>{ends}</div>')
            for score, asked in part.asked.items():
                with st.container(key=f"scale-{score}"):
                    st.segmented_control(tell(asked), SCORES, width="stretch", **at(PLACES[score]))
    scores_of_forms.draw()
