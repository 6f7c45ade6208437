"""The note of a session, and those of visits, from what was entered."""

from collections.abc import Callable, Sequence

import streamlit as st

from planner.exports.notes.chart import SESSION_NOTE, Times, head_of, times_of
from planner.exports.notes.session_note import Logged, session_note
from planner.exports.notes.soap import TITLE, VisitNote
from planner.knowledge import Knowledge
from planner.model.between.note import About
from planner.model.between.session import Session
from planner.model.plan import Plan
from ui.sessions import note
from ui.sessions.kept import Kept
from ui.sessions.note import Noted
from ui.state import autosave, session
from ui.state.language import spoken, tell


def noted(
    client: str, one: Kept[Session], log: Sequence[Session], plan: Plan, knowledge: Knowledge
) -> Noted:
    """The note of a kept session."""
    said = one.value
    earlier = [each for each in log if each.on < said.on]
    before = max(earlier, key=lambda each: each.on, default=None)
    made = session_note(Logged(said, plan, before), knowledge)
    return Noted(
        client=client,
        of=one.token,
        about=About.SESSION,
        on=said.on,
        made=made,
        head=head_of(SESSION_NOTE, plan.client, times_of(said, log, plan), spoken()),
        found_before=before.found if before else "",
    )


def note_of_visit(make: Callable[[], VisitNote], about: About, earlier: str = "") -> None:
    """The fold with the note of the open visit; `earlier`: as an edition before had changed it."""
    with st.expander(tell("**Visit note** (SOAP)"), key="visit-note", on_change="rerun") as fold:
        if fold.open:
            _of_visit(make(), about, earlier)


def _of_visit(made: VisitNote, about: About, earlier: str) -> None:
    here, on = autosave.place(), session.draft().on
    head = head_of(TITLE, made.client, Times(on), spoken())
    if here is None:
        st.caption(tell("It can be changed and signed once the visit is kept."))
    client, token = (here.client, here.token) if here else ("", "")
    note.draw(Noted(client, token, about, on, made, head, "", earlier))
