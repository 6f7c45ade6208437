"""The visit note in SOAP form: filled from what was entered, the therapist's to change."""

import streamlit as st

from planner.exports.notes.soap import visit_note_text
from planner.exports.notes.visit_note import visit_note
from planner.model.follow_up import FollowUp
from planner.model.review import Review
from planner.model.visit import Visit
from planner.visit.said.follow_up import said_there, with_note
from ui.parts.fields import shown
from ui.state import session
from ui.state.language import spoken, tell


def draw(review: Review, asked: FollowUp, visit: Visit) -> None:
    """The fold with the note; what was changed by hand stays as it was changed."""
    with st.expander(tell("**Visit note** (SOAP)"), key="visit-note", on_change="rerun") as fold:
        if fold.open:
            verdict = said_there(visit).verdict
            made = visit_note(review, asked, session.knowledge(), verdict, visit.assessment)
            _note(visit_note_text(made, spoken()))


def _note(filled: str) -> None:
    own = said_there(session.draft()).note
    st.text_area(
        tell("The note, to change as you like"),
        height=420,
        **shown("note-text", own or filled, lambda new: session.change(with_note, new), "value"),
    )
    with st.container(horizontal=True, vertical_alignment="center"):
        st.download_button(
            tell("Note (text)"),
            data=own or filled,
            file_name="visit-note.txt",
            key="note-file",
            on_click="ignore",
            icon=":material/download:",
        )
        if own and own != filled:
            st.button(tell("Fill it in again"), key="note-again", type="tertiary",
                      on_click=session.change, args=(with_note, None))  # fmt: skip
            st.caption(tell("Changed by hand: later answers do not change it."), width="content")
    st.code(own or filled, language=None, wrap_lines=True)
    st.caption(tell("The corner of the box above copies the note."))
