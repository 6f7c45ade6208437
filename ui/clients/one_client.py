"""One client: the story, then every version, what differs, and the ways out of the records."""

import streamlit as st

from records import Records
from ui import sessions
from ui.clients import comparing, earlier, files, story
from ui.clients.seen import seen
from ui.state import records_of_session
from ui.state.language import tell


def draw(records: Records, client: str) -> None:
    """The client's page."""
    of = seen(records, client)
    story.head(of)
    if of.line.owner != records_of_session.owner():
        st.caption(tell("Another therapist shares this client with you."))
    sessions.unreadable_told(client)
    story.pictures(of)
    story.cards(records, of)
    earlier.draw(records, client, of.visits)
    comparing.draw(records, of.visits)
    files.draw(records, of.line, of.visits)
