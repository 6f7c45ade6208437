"""What every page needs, loaded before the server says that it is ready."""

import gc
from functools import cache

from streamlit.env_util import is_repl

from planner.knowledge import load
from planner.words.offered import for_clients
from ui.body_chart.neighbours import neighbours
from ui.shell import navigation  # noqa: F401  (loaded, so that the first page does not wait for it)
from ui.shell.closed_pages import let_go_soon
from ui.shell.streamlit_patch import ask_nobody_outside
from ui.state.records_of_session import open_early


@cache
def up() -> None:
    """Load it, then take it out of the collector's way, once a process.

    Objects that are frozen are not looked at again, which makes each answer quicker.
    """
    ask_nobody_outside()
    let_go_soon()
    load()
    neighbours()
    for_clients()
    open_early()
    is_repl()  # Streamlit asks at its first element, and Python then looks every module up once
    gc.collect()
    gc.freeze()
