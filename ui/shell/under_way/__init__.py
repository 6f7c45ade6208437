"""An answer that was on its way when the server died: it may not be kept, and that is said."""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import count
from pathlib import Path
from secrets import token_hex

import streamlit as st

WATCH = Path(__file__).with_name("watch.js")
SERVER = token_hex(8)  # of this run of the server
RUNS = count()  # of this server
KEY = "watches-under-way"
READ = "lost-answer-has-been-read"


@cache
def _component() -> Callable[..., object]:
    code = WATCH.read_text(encoding="utf-8")
    made: Callable[..., object] = st.components.v2.component("under_way", js=code)
    return made


def watch() -> None:
    """Look whether an answer is on its way; drawn once on a page, and unseen."""
    named = {"server": SERVER, "run": next(RUNS)}  # unless it changes the browser is not called
    with st.container(key="under-way"):
        _component()(key=KEY, data=named, on_lost_change=_hear, on_back_change=_hear)


def _hear() -> None:
    """What the browser says of it is asked for at each run."""


def _lost() -> str:
    """The server that ended before it answered, as the browser told this one; else empty."""
    said = st.session_state.get(KEY, {}).get("lost")
    return str(said["of"]) if isinstance(said, Mapping) and said.get("told") == SERVER else ""


def is_lost() -> bool:
    """Whether that has to be said still."""
    return _lost() not in ("", st.session_state.get(READ))


def has_been_read() -> None:
    """Say it no more."""
    st.session_state[READ] = _lost()
