"""What happened to a client beside the visits: read once a session, told to the client's line."""

import streamlit as st

from planner.model.between.note import NOTE, Note, read_note
from planner.model.between.session import SESSION, Session, read_session
from planner.model.errors import PlannerError
from planner.visit.client.at_a_glance import NOTHING, Beside
from planner.visit.client.beside import beside
from records import Entered, VisitSummary
from ui.state import autosave, records_of_session
from ui.state.kept_visits import summary_of

READ = "beside-the-visits"  # of which client, and what


def of(client: str) -> Beside:
    """Sessions and notes of a client, in a few facts."""
    told: tuple[str, Beside] | None = st.session_state.get(READ)
    if told is None or told[0] != client:
        st.session_state[READ] = (client, _read(client))
    found: Beside = st.session_state[READ][1]
    return found


def summary(text: str) -> VisitSummary:
    """What a list must know of the open visit, and of what happened beside it."""
    here = autosave.place()
    return summary_of(text, of(here.client) if here else NOTHING)


def told_anew(client: str) -> None:
    """Let the client's line follow what was entered beside the visits."""
    st.session_state.pop(READ, None)
    records = records_of_session.records()
    latest = records.client(client).latest
    body = records.revision(latest, records.revisions(latest)[0].number).body
    records.tell_beside(client, summary_of(body, of(client)))


def _read(client: str) -> Beside:
    entries = records_of_session.records().entries(client)
    sessions = {one.token: had for one in entries if (had := _session(one))}
    return beside(sessions, [note for one in entries if (note := _note(one))])


def _session(one: Entered) -> Session | None:
    """What an entry says of a session; None for another kind.

    What cannot be read is told: it is neither counted nor found.
    """
    try:
        return read_session(one.newest.body) if one.kind == SESSION else None
    except PlannerError as error:
        autosave.tell(error)
        return None


def _note(one: Entered) -> Note | None:
    try:
        return read_note(one.newest.body) if one.kind == NOTE else None
    except PlannerError as error:
        autosave.tell(error)
        return None
