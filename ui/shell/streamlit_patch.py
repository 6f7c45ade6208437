"""An answer is kept whole, however soon the next one comes.

At every access to the session Streamlit looks whether another run is waiting, and ends what is
running there. In a script that is harmless: the next run draws everything again. In a callback it
is not: the rest of it is dropped without a word, and nobody calls it again. A second tap while the
first is being written to the disk would cost an answer. (That two callbacks of one session never
run at the same moment is `runner.fastReruns = false` in `.streamlit/config.toml`.)
"""

from functools import cache, wraps
from typing import Any

from streamlit.runtime.state import SafeSessionState


@cache
def let_callbacks_end() -> None:
    """From now on a callback runs to its end; the waiting run begins after it. Once a process."""
    dispatch = SafeSessionState.on_script_will_rerun

    @wraps(dispatch)
    def whole(state: SafeSessionState, *arguments: Any, **more: Any) -> Any:
        look = state._yield_callback
        look()
        object.__setattr__(state, "_yield_callback", _look_away)
        try:
            return dispatch(state, *arguments, **more)
        finally:
            object.__setattr__(state, "_yield_callback", look)

    SafeSessionState.on_script_will_rerun = whole  # type: ignore[method-assign]


def _look_away() -> None:
    """Nothing ends what is running."""
