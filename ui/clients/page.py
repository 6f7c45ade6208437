"""The clients page: the list, or one client of it."""

import streamlit as st

from planner.model.errors import PlannerError
from ui import sessions
from ui.clients import all_records, files, listing, one_client, ways
from ui.state import records_of_session
from ui.state.language import refusal


def draw() -> None:
    """The page; where the records cannot be read, one sentence that says so."""
    try:
        records = records_of_session.records()
        if client := sessions.whose():
            ways.choose(client)
        chosen = ways.chosen()
        if client:
            sessions.draw(records)
        elif chosen:
            one_client.draw(records, chosen)
        else:
            files.receipt()
            listing.draw(records)
            all_records.draw()
    except PlannerError as error:
        ways.choose(None)
        st.error(refusal(error))
