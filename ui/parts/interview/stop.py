"""What stands in place of the questions under a stop; the frame around it stays."""

import streamlit as st

from planner.exports.notes.note import Call, Dialled, Note, note_for
from planner.knowledge import Knowledge
from planner.visit.interview import Interview
from planner.visit.stop import behind, decides_urgency
from planner.words.terms import CLEARANCE, CLEARANCE_MEANS
from ui.parts import handing_over, visit_menu
from ui.parts.fields import place_field
from ui.parts.interview import clearance, safety_acts
from ui.parts.interview.question_rows import in_full
from ui.parts.markdown import bullets, numbered, paragraphs
from ui.parts.wording import TONE
from ui.state.language import shown, tell


def draw(found: Interview, knowledge: Knowledge) -> None:
    """What it is and why, what to do and whom to call; first of all the way back from a slip."""
    draft = found.draft
    note = shown(note_for(found.plan, draft, knowledge, even_so=True))
    _banner(found, note)
    what_to_do, numbers = st.columns([13, 7], gap="large")
    with what_to_do:
        _what_to_do(found, note, knowledge)
        _ask_now(found, knowledge)
    with numbers, st.container(key="whom-to-call", border=True):
        _numbers(note)
        with st.container(horizontal=True, key="letters"):
            handing_over.ways_in(handing_over.Made(found.plan, draft, knowledge))
    _leave()


def _banner(found: Interview, note: Note) -> None:
    plan = shown(found.plan)
    with st.container(
        key=f"banner-{TONE[plan.clearance]}-whole", horizontal=True, vertical_alignment="center"
    ):
        with st.container(key="stop-words"):
            st.title(tell(CLEARANCE[plan.clearance]), anchor=False)
            st.markdown(tell(CLEARANCE_MEANS[plan.clearance]))
            st.markdown(bullets(note.reported))
        st.button(
            tell("That was a slip"),
            key="slip",
            icon=":material/undo:",
            on_click=safety_acts.slip,
        )


def _what_to_do(found: Interview, note: Note, knowledge: Knowledge) -> None:
    plan = shown(found.plan)
    st.header(tell("What to do now"), anchor=False)
    for reason in plan.reasons:
        if reason.clearance is plan.clearance:
            st.markdown(reason.says)
            if reason.id in found.screening.may_be_cleared:
                clearance.form(reason.id, found, knowledge)
    st.markdown(paragraphs((tell("**The note says**"), numbered(note.asked))))


def _numbers(note: Note) -> None:
    st.header(tell("Whom to call"), anchor=False)
    for one in note.calls:
        st.markdown(_call(one))
        for line in one.dial:
            st.link_button(
                _dials(line), f"tel:{line.digits}", icon=":material/call:", width="stretch"
            )
    place_field()


def _dials(line: Dialled) -> str:
    if line.whom:
        return tell("Call {number} ({whom})", number=line.number, whom=line.whom)
    return tell("Call {number}", number=line.number)


def _call(one: Call) -> str:
    return tell("{when}: **{whom}**", when=one.when, whom=one.whom)


def _ask_now(found: Interview, knowledge: Knowledge) -> None:
    """The questions that make a stop more or less urgent."""
    asked = [one for one in shown(behind(found, knowledge)) if decides_urgency(one)]
    if asked:
        with st.container(key="ask-now", border=True):
            st.markdown(tell("**It decides how urgent this is**"))
            for one in asked:
                in_full(one)


def _leave() -> None:
    with st.container(horizontal=True, key="leave-the-stop"):
        st.button(
            tell("Back to the question"),
            key="look-again",
            icon=":material/arrow_back:",
            on_click=safety_acts.look_again,
        )
        with st.popover(tell("Close the visit"), key="close-visit"):
            visit_menu.new_visit(
                tell("The visit stays in the list of clients. Take the note first.")
            )
