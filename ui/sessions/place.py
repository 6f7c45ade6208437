"""Which client's session, consent or note stands open, also after a reload."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

import streamlit as st

from records.errors import RecordsError
from ui.sessions import kept
from ui.state import clock, records_of_session, session

OPEN = "between-visits"
SHOWN = "between-visits-address"  # whether this window has followed its address
ADDRESS = "session"
View = Literal["log", "note", "consent"]


@dataclass(frozen=True)
class Open:
    """What stands open: a session by its token, empty while nothing of it is kept."""

    client: str
    on: date
    token: str = ""
    view: View = "log"


def now() -> Open | None:
    """What stands open; None where nothing does."""
    found: Open | None = st.session_state.get(OPEN)
    return found


def whose() -> str:
    """Whose session, consent or note stands open in place of the page; empty where none does."""
    there = now()
    return there.client if there else ""


def open_today(client: str) -> None:
    """Today's session: the one that is kept, or one still to be logged."""
    today = clock.today()
    there = [one for one in kept.sessions(client) if one.value.on == today]
    show(Open(client, today, there[0].token if there else ""))
    session.go_to("clients")


def open_session(client: str, token: str) -> None:
    """A session that is kept, to be read or changed."""
    for one in kept.sessions(client):
        if one.token == token:
            show(Open(client, one.value.on, token))


def open_consent(client: str) -> None:
    """The client's consent."""
    show(Open(client, clock.today(), view="consent"))


def show(what: Open) -> None:
    """Let this stand open."""
    st.session_state[OPEN] = what


def turn(view: View) -> None:
    """Another side of what stands open."""
    there = now()
    if there:
        show(replace(there, view=view))


def close() -> None:
    """Back to the page."""
    st.session_state.pop(OPEN, None)
    st.session_state[SHOWN] = True


def show_address() -> None:
    """Let the address name the session that stands open."""
    there = now()
    token = there.token if there else ""
    if token and st.query_params.get(ADDRESS) != token:
        st.query_params[ADDRESS] = token
    elif not token and ADDRESS in st.query_params:
        del st.query_params[ADDRESS]


def resume() -> None:
    """In a new window or after a reload: the session that the address names."""
    token = st.query_params.get(ADDRESS)
    if token and SHOWN not in st.session_state:
        with suppress(RecordsError):
            open_session(records_of_session.records().open(token).client, token)
    st.session_state[SHOWN] = True
    show_address()
