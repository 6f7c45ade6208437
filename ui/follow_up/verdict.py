"""The therapist's answer to the proposal, and what may leave the screen after it."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.exports.progress_page import progress_pdf
from planner.model.plan import Plan
from planner.model.review import Review, Verdict
from ui.parts import downloads
from ui.parts.wording import plain
from ui.state import follow_up_facts, open_diary, session
from ui.state.visit_text import Talk, as_json

GoesOn = Callable[[], Plan]  # the last plan as it goes on; made only where it is asked for
VERDICT = f"{follow_up_facts.PLACE}/verdict"
PLAN = f"{follow_up_facts.PLACE}/plan"
ACCEPT, EDIT, DECLINE = "accepted", "edited", "declined"
SAID = {
    ACCEPT: "You accepted the proposal.",
    EDIT: "You make the plan yourself: it stands on the Consultation page, to be edited there.",
    DECLINE: "You declined the proposal: the last plan goes on.",
}
ANSWERS_CHANGED = "Since you decided, something above changed, and with it the plan. Decide again."


def given() -> Verdict | None:
    """The therapist's answer; None while there is none."""
    said = session.read(VERDICT)
    return Verdict.model_validate_json(as_json(said)) if said else None


def draw(review: Review, goes_on: GoesOn, talk: Talk) -> None:
    """The three answers, and the papers once one was given."""
    verdict = given()
    st.header("Your decision", anchor=False)
    if verdict and _still_holds(verdict.choice, review, goes_on):
        _decided(verdict, talk, review)
        return
    if verdict:
        st.warning(ANSWERS_CHANGED)
    _ask(review, goes_on)


def _plan_of(choice: str, review: Review, goes_on: GoesOn) -> Plan | None:
    """The plan an answer stands for; None where it is made on the Consultation page."""
    if choice == ACCEPT:
        return review.next_plan
    return goes_on() if choice == DECLINE else None


def _still_holds(choice: str, review: Review, goes_on: GoesOn) -> bool:
    """Whether the plan is still the one that was decided on."""
    plan = _plan_of(choice, review, goes_on)
    return plan is None or plan.model_dump(mode="json") == session.read(PLAN)


def _ask(review: Review, goes_on: GoesOn) -> None:
    with st.form("verdict", enter_to_submit=False, border=False):
        reason = st.text_input("In a word, why (kept with the visit)", max_chars=500,
                               key="verdict-reason")  # fmt: skip
        with st.container(horizontal=True):
            accept = st.form_submit_button("Accept", key="verdict-accept", type="primary")
            edit = st.form_submit_button("Make it myself", key="verdict-edit")
            decline = st.form_submit_button("Decline", key="verdict-decline")
    choice = ACCEPT if accept else EDIT if edit else DECLINE if decline else ""
    if choice:
        _keep(choice, reason, _plan_of(choice, review, goes_on))
        st.rerun()


def _keep(choice: str, reason: str, plan: Plan | None) -> None:
    changed = session.visit()
    changed["follow_up"] = {
        **changed["follow_up"],
        "verdict": {"choice": choice, "reason": reason.strip()},
        "plan": plan.model_dump(mode="json") if plan else None,
    }
    session.keep(changed)


def _decided(verdict: Verdict, talk: Talk, review: Review) -> None:
    because = f" “{plain(verdict.reason)}”" if verdict.reason else ""
    st.markdown(f"{SAID[verdict.choice]}{because}")
    stored = session.plan()
    with st.container(horizontal=True, key="papers"):
        if stored and verdict.choice != EDIT:
            downloads.draw(stored, talk.intake, session.knowledge(), finished=True)
        _progress(review)
        st.button("Decide again", key="verdict-again", type="tertiary", on_click=_take_back)


def _progress(review: Review) -> None:
    """The client's page of progress, where a diary was read and no sign stands."""
    diary = open_diary.opened()
    if diary.is_blank or not review.next_plan.clearance.may_be_handed_out:
        return
    made = (review, open_diary.reading(), session.knowledge())
    downloads.button("Progress (PDF)", partial(progress_pdf, *made), f"progress-{review.on}.pdf")


def _take_back() -> None:
    changed = session.visit()
    for part in ("verdict", "plan"):
        changed["follow_up"].pop(part, None)
    session.keep(changed)
