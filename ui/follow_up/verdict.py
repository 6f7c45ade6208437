"""The therapist's answer to the proposal, and what may leave the screen after it."""

from collections.abc import Iterator
from functools import partial

import streamlit as st

from planner.exports.documents import Reader, file_name
from planner.exports.paper.progress import progress_pdf
from planner.model import sizes
from planner.model.plan import Plan
from planner.model.review import Review, Verdict
from planner.visit.decision import (
    Choice,
    GoesOn,
    decided,
    stands_for,
    still_holds,
    undecided,
)
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there
from planner.words import joined, say
from ui import sessions
from ui.parts import handing_over
from ui.parts.fields import free_text
from ui.parts.handing_over import Made, Paper, stamp_of
from ui.state import open_diary, practice, session
from ui.state.language import shown, spoken, tell

SAID = {
    Choice.ACCEPT: say("You accepted the proposal."),
    Choice.EDIT: say(
        "You make the plan yourself: it stands on the Consultation page, to be edited there."
    ),
    Choice.DECLINE: say("You declined the proposal: the last plan goes on."),
}
ANSWERS_CHANGED = say(
    "Since you decided, something above changed, and with it the plan. Decide again."
)


def draw(review: Review, goes_on: GoesOn, found: Interview) -> None:
    """The three answers, and the papers once one was given."""
    verdict = said_there(found.draft).verdict
    st.header(tell("Your decision"), anchor=False)
    if verdict and still_holds(found.draft, review, goes_on):
        _decided(verdict, found, review)
        return
    if verdict:
        st.warning(tell(ANSWERS_CHANGED))
    _ask(review, goes_on)


def _ask(review: Review, goes_on: GoesOn) -> None:
    with st.form("verdict", enter_to_submit=False, border=False):
        reason = free_text(
            tell("In a word, why (kept with the visit)"), sizes.LINE, "verdict-reason"
        )
        with st.container(horizontal=True):
            accept = st.form_submit_button(tell("Accept"), key="verdict-accept", type="primary")
            edit = st.form_submit_button(tell("Make it myself"), key="verdict-edit")
            decline = st.form_submit_button(tell("Decline"), key="verdict-decline")
    pressed = {Choice.ACCEPT: accept, Choice.EDIT: edit, Choice.DECLINE: decline}
    for choice in (one for one, is_pressed in pressed.items() if is_pressed):
        session.change(decided, choice, reason, stands_for(choice, review, goes_on))
        st.rerun()


def _decided(verdict: Verdict, found: Interview, review: Review) -> None:
    choice = Choice(verdict.choice)
    because = say("“{reason}”", reason=verdict.reason) if verdict.reason else ""
    st.markdown(shown(joined(SAID[choice], because)))
    stored = session.plan()
    with st.container(horizontal=True, key="papers"):
        if stored and choice is not Choice.EDIT:
            handing_over.ways_in(Made(stored, found.draft, session.knowledge()))
        for paper in _progress(review):
            handing_over.button(paper, say("Progress (PDF)"))
        st.button(tell("Decide again"), key="verdict-again", type="tertiary",
                  on_click=session.change, args=(undecided,))  # fmt: skip


def hand_over(review: Review, found: Interview, plan: Plan) -> None:
    """The papers of the plan that was decided on, and the page of progress among them."""
    of = Made(plan, found.draft, session.knowledge(), sessions.consent_given())
    papers = handing_over.of_plan(of)
    handing_over.draw(plan, (*papers, *_progress(review)))


def _progress(review: Review) -> Iterator[Paper]:
    """The client's page of progress, where a diary was read and no sign stands."""
    diary = open_diary.opened()
    if diary.is_blank or not review.next_plan.clearance.may_be_handed_out:
        return
    made = (review, open_diary.reading(), session.knowledge(), spoken(), practice.now())
    yield Paper(
        "progress",
        say("Progress"),
        Reader.CLIENT,
        file_name("progress", review.next_plan.client, f"{review.on}.pdf"),
        "application/pdf",
        stamp_of(review, made[-1], repr(diary)),
        partial(progress_pdf, *made),
    )
