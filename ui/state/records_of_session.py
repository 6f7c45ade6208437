"""The records of whoever is using the app: the store once a process, one owner a session."""

import os
from functools import cache

import streamlit as st

from records import LOCAL, Records, Settings, Store, open_store

OWNER = "owner"  # who is using this session; written by the entrance only


@cache
def store() -> Store:
    """The store this process keeps records in; raises RecordsError, and is tried again then."""
    return open_store(Settings.from_environment(os.environ))


def owner() -> str:
    """Whose records these are."""
    return str(st.session_state.get(OWNER, LOCAL))


def records() -> Records:
    """The records of whoever is using the app; raises RecordsError when none can be opened."""
    return store().of(owner())


def is_alone() -> bool:
    """Whether everything belongs to the one therapist of this machine."""
    return owner() == LOCAL
