"""The ways from a client: its page, its latest visit, the next one."""

import streamlit as st

from planner.visit.draft import belonging_to
from planner.visit.next_visit import next_visit
from planner.visit.said.follow_up import said_there
from records import Records
from ui.state import autosave, clock, session
from ui.state.kept_visits import draft_of

CHOSEN = "chosen-client"
PAGE, SEARCH, GROUP = "clients-page", "clients-search", "clients-group"  # of the list


def chosen() -> str | None:
    """The client that stands open."""
    found: str | None = st.session_state.get(CHOSEN)
    return found


def choose(client: str | None) -> None:
    """Open a client, or go back to the list."""
    st.session_state[CHOSEN] = client


def to_the_whole_list() -> None:
    """Back to the list, with nobody searched for."""
    for key in (CHOSEN, PAGE, SEARCH, GROUP):
        st.session_state.pop(key, None)


def to_visit(token: str) -> None:
    """Open a visit, and go where it is worked on."""
    if session.open_kept(token):
        session.go_to("follow-up" if said_there(session.draft()).last else "consultation")


def to_latest(records: Records, client: str) -> None:
    """Open the client's latest visit as it was left."""
    with autosave.trouble_told():
        to_visit(records.client(client).latest)


def begin_next(records: Records, client: str) -> None:
    """Begin the visit after the last one, and go where it is asked."""
    with autosave.trouble_told():
        latest = records.client(client).latest
        body = records.open(latest).newest.body
        before = belonging_to(draft_of(body), client)
        made = next_visit(before, clock.today(), latest, session.knowledge())
        session.begin_next(client, made)
        session.go_to("follow-up" if said_there(made).last else "consultation")
