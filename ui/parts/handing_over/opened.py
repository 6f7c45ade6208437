"""Whether the panel stands open over the step of a page, and which paper is looked at there."""

import streamlit as st

from planner.exports.documents import Answer
from ui.state import session

CHOSEN = "paper-looked-at"
ASKED_TWICE = "paper-asked-for-twice"
WHOLE = "paper-looked-at-whole"
CHOICES = "chosen-of-papers"
AT_FIRST, AT_MOST = 2, 40  # pages that are drawn of one


def is_open() -> bool:
    """Whether it stands open on the page that is on show."""
    there = st.session_state.get(session.HANDING_OVER)
    return bool(there) and there == st.session_state.get(session.ON_SHOW)


def open_now() -> None:
    """Let it stand in the place of the open step."""
    close()
    st.session_state[session.HANDING_OVER] = st.session_state.get(session.ON_SHOW)


def close() -> None:
    """Back to the step; nothing that was looked at is remembered."""
    for key in (session.HANDING_OVER, CHOSEN, ASKED_TWICE, WHOLE, CHOICES):
        st.session_state.pop(key, None)


def chosen() -> str:
    """The paper that is looked at, by its key; empty while none was chosen."""
    return str(st.session_state.get(CHOSEN, ""))


def choose(key: str) -> None:
    """Look at this one, from its first page."""
    st.session_state[CHOSEN] = key
    st.session_state.pop(WHOLE, None)


def how_many() -> int:
    """How many pages of it are drawn."""
    return AT_MOST if st.session_state.get(WHOLE) else AT_FIRST


def see_all() -> None:
    """Look at all of its pages."""
    st.session_state[WHOLE] = True


def choices_of(key: str) -> dict[str, Answer]:
    """What was chosen of a paper."""
    every: dict[str, dict[str, Answer]] = st.session_state.setdefault(CHOICES, {})
    return every.setdefault(key, {})


def was_asked_twice() -> bool:
    """Whether somebody asked for what is not offered."""
    return bool(st.session_state.get(ASKED_TWICE))


def ask_twice() -> None:
    """What is not offered is wanted all the same."""
    st.session_state[ASKED_TWICE] = True
