"""The steps of a conversation as buttons, each with its number as its key."""

from collections.abc import Mapping

import streamlit as st

from planner.model.phrase import Phrase
from ui.state.language import tell

NEXT_KEY = "N"


def draw(state: str, steps: Mapping[int, Phrase], waiting: Mapping[int, int]) -> int:
    """The row of buttons; the step that stands open. `waiting`: how much is open in a step."""
    now: int = st.session_state.setdefault(state, 1)
    with st.container(horizontal=True, wrap=False, gap="xxsmall", key="steps"):
        for step, name in steps.items():
            still = waiting.get(step, 0)
            st.button(
                tell("{step} · {number}", step=name, number=still) if still else tell(name),
                key=f"step-{step}",
                type="primary" if step == now else "secondary",
                width="stretch",
                shortcut=str(step),
                on_click=go_to,
                args=(state, step),
            )
    return now


def next_button(state: str, steps: Mapping[int, Phrase], now: int) -> None:
    """The way to the following step; none after the last."""
    if now in steps and now + 1 in steps:
        st.button(
            tell("Next: {step:lower}", step=steps[now + 1]),
            key="next",
            shortcut=NEXT_KEY,
            icon=":material/arrow_forward:",
            icon_position="right",
            on_click=go_to,
            args=(state, now + 1),
        )


def go_to(state: str, step: int) -> None:
    """Open a step."""
    st.session_state[state] = step
