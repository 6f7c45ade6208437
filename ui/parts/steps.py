"""The steps of a conversation as buttons, each with its number as its key, and the way on."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from planner.model.phrase import Phrase
from ui.state import session
from ui.state.language import tell

NEXT_KEY = "N"


class Steps(NamedTuple):
    """The steps of a page by number; the last one shows what the others lead to.

    `state`: where the session keeps which one is open. `end`: the words for going to the last.
    """

    state: str
    names: Mapping[int, Phrase]
    icon: str
    end: Phrase

    @property
    def last(self) -> int:
        """The number of the last step."""
        return max(self.names)

    @property
    def now(self) -> int:
        """The step that stands open."""
        return min(int(st.session_state.setdefault(self.state, 1)), self.last)

    def go_to(self, step: int) -> None:
        """Open a step; what stood in the place of one gives way."""
        st.session_state[self.state] = step
        st.session_state.pop(session.HANDING_OVER, None)


def draw(steps: Steps, done: Mapping[int, bool], notes: Mapping[int, str]) -> None:
    """The row of buttons; `notes`: how far a step is, in a word."""
    st.session_state[session.ON_SHOW] = steps.state
    with st.container(key="steps"):
        for step, name in steps.names.items():
            note = notes.get(step, "")
            st.button(
                tell("{step} :small[{note}]", step=name, note=note) if note else tell(name),
                key=f"to-step-{step}",
                type="primary" if step == steps.now else "secondary",
                width="stretch",
                icon=_icon(steps, step, done),
                shortcut=str(step),
                on_click=steps.go_to,
                args=(step,),
            )


def _icon(steps: Steps, step: int, done: Mapping[int, bool]) -> str | None:
    if step == steps.last:
        return steps.icon
    return ":material/check:" if done.get(step) and step != steps.now else None


def back_and_next(steps: Steps) -> None:
    """The ways to the step before and to the following one, where there is one."""
    now = steps.now
    if now > 1:
        st.button(
            tell("Back"),
            key="back",
            type="tertiary",
            icon=":material/arrow_back:",
            on_click=steps.go_to,
            args=(now - 1,),
        )
    if now < steps.last:
        to_the_end = now + 1 == steps.last
        st.button(
            tell(steps.end)
            if to_the_end
            else tell("Next: {step:lower}", step=steps.names[now + 1]),
            key="next",
            type="primary",
            shortcut=NEXT_KEY,
            icon=":material/arrow_forward:",
            icon_position="right",
            on_click=steps.go_to,
            args=(now + 1,),
        )
