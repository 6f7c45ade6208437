"""The border of the app: whatever a page runs into is a sentence; no traceback is shown or logged.

A traceback holds values, and so a client's words: the log gets the kind of fault and its place.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from traceback import extract_tb

import streamlit as st

from planner.model.errors import PlannerError
from planner.words import say
from ui.state.language import refusal, tell

LOG = logging.getLogger(__name__)
CANNOT_BE_SHOWN = say(
    "This cannot be shown: something in it is not as this program writes it. Everything else can "
    "be opened; nothing was changed."
)


@contextmanager
def said() -> Iterator[None]:
    """Say what a page could not do; the frame around it stays, and every other page with it."""
    try:
        yield
    except PlannerError as error:
        st.error(refusal(error))
    except Exception as error:
        frame = extract_tb(error.__traceback__)[-1]
        LOG.error("%s in %s:%s", type(error).__name__, frame.name, frame.lineno)
        st.error(tell(CANNOT_BE_SHOWN))
