"""The records of whoever is using the app: the store once a process, one owner a session."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache

import streamlit as st

from planner.visit.kept.kept_text import read_kept
from records import LOCAL, Records, RecordsError, Settings, Store, open_store
from ui.state import sign_in

_LENT: ContextVar[Records | None] = ContextVar("lent", default=None)
OWNER = "owner"  # who is using this session; written by the entrance only


@cache
def store() -> Store:
    """The store this process keeps records in; raises RecordsError, and is tried again then."""
    return open_store(Settings.from_environment(os.environ), read_kept)


def open_early() -> None:
    """Open a file of records before the first page asks; a server's may be away for a while.

    What goes wrong is said by the page that needs them, which asks again.
    """
    with suppress(RecordsError):
        if Settings.from_environment(os.environ).path:
            store()


def owner() -> str:
    """Whose records these are."""
    return str(st.session_state.get(OWNER, LOCAL))


def records() -> Records:
    """The records of whoever is using the app.

    Raises RecordsError when none can be opened, or the sign-in is over.
    """
    if lent := _LENT.get():
        return lent
    own = of_owner()
    if not is_alone():
        sign_in.require(own)
    return own


@contextmanager
def lent(own: Records) -> Iterator[None]:
    """For a file that is made outside the run of a page, where nobody is known to be signed in."""
    before = _LENT.set(own)
    try:
        yield
    finally:
        _LENT.reset(before)


def of_owner() -> Records:
    """The same, whether or not the sign-in still holds: for the entrance."""
    return store().of(owner())


def is_alone() -> bool:
    """Whether everything belongs to the one therapist of this machine."""
    return owner() == LOCAL


def sign_out() -> None:
    """End the sign-in in every tab, also for a copy of its cookie."""
    with suppress(RecordsError):
        sign_in.end(of_owner())
    st.logout()
