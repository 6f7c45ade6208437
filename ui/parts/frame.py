"""The frame of a conversation: one step at a time, its top in sight, and the dock below it."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.parts import step_top
from ui.parts.steps import Steps, back_and_next
from ui.state import session
from ui.state.language import shown


@contextmanager
def drawn() -> Iterator[None]:
    """Everything between the navigation and the lower edge; how it stands is in the style."""
    with st.container(key="frame"):
        yield
        _refused()
    step_top.watch()


def step(steps: Steps) -> DeltaGenerator:
    """The room of the step that stands open: another one for each, so that none keeps a place."""
    return st.container(key=f"step-{steps.now}")


def dock() -> DeltaGenerator:
    """The line at the lower edge; it holds no answer."""
    return st.container(horizontal=True, key="dock")


@contextmanager
def goes(steps: Steps) -> Iterator[None]:
    """The right end of the dock: the ways on, after what is drawn in here."""
    with st.container(horizontal=True, key="goes"):
        yield
        back_and_next(steps)


def opens_at_a_stop(steps: Steps, asked_in: int, stopped: bool) -> None:
    """A stop that is new opens the step of its questions; the others stay a tap away."""
    if stopped and not st.session_state.get(session.STOPPED):
        steps.go_to(asked_in)
    st.session_state[session.STOPPED] = stopped


def _refused() -> None:
    """Why the last change was not kept, over the page: nothing moves for it."""
    problems = shown(session.refused())
    if problems:
        with st.container(key="refused"):
            for problem in problems:
                st.error(str(problem))
