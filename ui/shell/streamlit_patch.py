"""An answer is kept whole, however soon the next one comes.

At every access to the session Streamlit looks whether another run is waiting, and ends what is
running there (streamlit/streamlit pull request 7373). In a script that is harmless: the next run
draws everything again. In a callback it is not: the rest of it is dropped without a word, and
nobody calls it again (issue 10578, open). A second tap while the first is being written to the
disk would cost an answer; one that comes just before the callbacks would cost a whole press of a
button, which no later run names. (That two callbacks of one session never run at the same moment
is `runner.fastReruns = false` in `.streamlit/config.toml`.) What is proposed in pull request
16763 would make this file superfluous.
"""

from functools import cache, wraps
from typing import Any

import streamlit as st
from streamlit.runtime.state import SafeSessionState, SessionState

METHOD, LOOK = "on_script_will_rerun", "_yield_callback"
OTHER_STREAMLIT = (
    "This program cannot make sure that an answer is kept whole under Streamlit {}: "
    "SafeSessionState has no {}. Install the version that requirements.lock names, or look "
    "whether streamlit issue 10578 is closed and ui/shell/streamlit_patch.py can go."
)


class UnknownStreamlit(RuntimeError):
    """The installed Streamlit lacks what is changed here."""


@cache
def let_callbacks_end() -> None:
    """From now on a callback runs to its end; the waiting run begins after it. Once a process.

    Raises UnknownStreamlit, which says what to do, where Streamlit is built otherwise.
    """
    _check()
    dispatch = getattr(SafeSessionState, METHOD)

    @wraps(dispatch)
    def whole(state: SafeSessionState, *arguments: Any, **more: Any) -> None:
        look = getattr(state, LOOK)
        object.__setattr__(state, LOOK, _look_away)
        try:
            dispatch(state, *arguments, **more)
        finally:
            object.__setattr__(state, LOOK, look)

    setattr(SafeSessionState, METHOD, whole)


def _check() -> None:
    """Whether Streamlit is built as expected, before anything of it is changed."""
    state = SafeSessionState(SessionState(), _look_away)
    has = {*dir(SafeSessionState), *vars(state)}
    for name in (METHOD, LOOK):
        if name not in has:
            raise UnknownStreamlit(OTHER_STREAMLIT.format(st.__version__, name))


def _look_away() -> None:
    """Nothing ends what is running."""
