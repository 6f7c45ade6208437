"""What is changed of Streamlit: an answer is kept whole, and nobody outside is asked anything.

**An answer is kept whole, however soon the next one comes.** At every access to the session
Streamlit looks whether another run is waiting, and ends what is running there (streamlit/streamlit
pull request 7373). In a script that is harmless: the next run draws everything again. In a callback
it is not: the rest of it is dropped without a word, and nobody calls it again (issue 10578, open).
A second tap while the first is being written to the disk would cost an answer; one that comes just
before the callbacks would cost a whole press of a button, which no later run names. (That two
callbacks of one session never run at the same moment is `runner.fastReruns = false` in
`.streamlit/config.toml`.) What is proposed in pull request 16763 would make this superfluous.

**Nobody outside is asked.** Whether a page of another origin may open the app Streamlit decides
with the address that the machine has outside, which it asks a stranger for, while nobody else is
answered: any page in the therapist's browser could have it do so in a loop. Who may come in is
named in `.streamlit/config.toml` instead (`browser.serverAddress`, `server.corsAllowedOrigins`).
"""

from functools import cache, wraps
from typing import Any

import streamlit as st
from streamlit import net_util
from streamlit.runtime.state import SafeSessionState, SessionState

ADDRESS_OUTSIDE = "get_external_ip"
METHOD, LOOK = "on_script_will_rerun", "_yield_callback"
OTHER_STREAMLIT = (
    "This program cannot make sure under Streamlit {} that an answer is kept whole and that nobody "
    "outside is asked: it has no {}. Install the version that requirements.lock names, or look "
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


@cache
def ask_nobody_outside() -> None:
    """From now on the address that the machine has outside is not asked for. Once a process."""
    if not hasattr(net_util, ADDRESS_OUTSIDE):
        raise UnknownStreamlit(OTHER_STREAMLIT.format(st.__version__, ADDRESS_OUTSIDE))
    setattr(net_util, ADDRESS_OUTSIDE, lambda: None)


def _check() -> None:
    """Whether Streamlit is built as expected, before anything of it is changed."""
    state = SafeSessionState(SessionState(), _look_away)
    has = {*dir(SafeSessionState), *vars(state)}
    for name in (METHOD, LOOK):
        if name not in has:
            raise UnknownStreamlit(OTHER_STREAMLIT.format(st.__version__, name))


def _look_away() -> None:
    """Nothing ends what is running."""
