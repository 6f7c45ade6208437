"""The screen under a stop: what to do now, whom to call, the note, and how to correct an answer."""

import streamlit as st

from planner.exports.notes.note import Call, Note, note_for
from planner.knowledge import Knowledge
from planner.visit.interview import Interview
from planner.visit.stop import behind, decides_urgency
from planner.words.terms import CLEARANCE, CLEARANCE_MEANS
from ui.parts import downloads, visit_menu
from ui.parts.fields import place_field
from ui.parts.interview import clearance
from ui.parts.interview.question_rows import in_full
from ui.parts.wording import TONE, plain
from ui.state.language import shown, tell


def draw(found: Interview, knowledge: Knowledge) -> None:
    """What stands in place of questions and plan while an answer asks for help today."""
    plan, draft = shown(found.plan), found.draft
    with st.container(key=f"banner-{TONE[plan.clearance]}-whole"):
        st.title(tell(CLEARANCE[plan.clearance]), anchor=False)
        st.markdown(tell(CLEARANCE_MEANS[plan.clearance]))
    note = shown(note_for(found.plan, draft, knowledge))
    what_to_do, numbers = st.columns([3, 2], gap="large")
    with what_to_do:
        _what_to_do(found, note, knowledge)
    with numbers:
        _numbers(note)
        with st.container(horizontal=True):
            downloads.note(found.plan, draft, knowledge)
    _correct(found, knowledge)


def _what_to_do(found: Interview, note: Note, knowledge: Knowledge) -> None:
    plan = shown(found.plan)
    st.header(tell("What to do now"), anchor=False)
    for reason in plan.reasons:
        if reason.clearance is plan.clearance:
            st.markdown(plain(reason.says))
            if reason.id in found.screening.may_be_cleared:
                clearance.form(reason.id, found, knowledge)
    st.markdown(tell("**The note says**") + "\n" + _listed(note.asked))
    st.markdown(tell("**Reported**") + "\n" + _listed(note.reported))


def _numbers(note: Note) -> None:
    st.header(tell("Whom to call"), anchor=False)
    st.markdown("\n".join(f"- {_call(one)}" for one in note.calls))
    place_field()


def _call(one: Call) -> str:
    return tell("{when}: **{whom}**", when=one.when, whom=plain(one.whom))


def _listed(lines: tuple[str, ...]) -> str:
    return "\n".join(f"- {plain(one)}" for one in lines)


def _correct(found: Interview, knowledge: Knowledge) -> None:
    """The answers behind the stop; an open follow-up may make it less or more urgent."""
    asked = shown(behind(found, knowledge))
    now = [one for one in asked if decides_urgency(one)]
    if now:
        st.header(tell("Ask now: it decides how urgent this is"), anchor=False)
        for one in now:
            in_full(one)
    with st.expander(tell("Correct an answer, or close this visit")):
        for one in asked:
            if one not in now:
                in_full(one)
        visit_menu.new_visit(tell("The visit stays in the list of clients. Take the note first."))
