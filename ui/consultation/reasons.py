"""Why the clearance is what it is, and where the therapist records a clinician's answer."""

from collections.abc import Callable

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import reason_name
from planner.model.ids import QuestionId, ReasonId
from planner.model.intake import Override
from planner.model.plan import Plan, Reason
from planner.model.visit import Draft
from planner.visit.interview import Interview
from planner.visit.said import answers
from planner.words import say
from planner.words.terms import CLEARANCE
from ui.parts.fields import free_text
from ui.parts.interview import clearance
from ui.parts.markdown import bold, lines, paragraphs
from ui.parts.sources import cited
from ui.state import session
from ui.state.language import shown, tell

MOST_LETTERS = 400

UNCHECKED = say("This rule guards, but its source was not checked yet.")


def draw(found: Interview, knowledge: Knowledge) -> None:
    """Every reason with its sources and what can be recorded for it."""
    plan = shown(found.plan)
    for reason in plan.reasons:
        with st.container(key=f"reason-{reason.id}", gap="xxsmall"):
            st.markdown(lines((bold(_heading(reason, knowledge)), reason.says)))
            if reason.reported:
                st.caption(reason.reported)
            _settled(reason, knowledge)
            with st.container(horizontal=True, gap="small"):
                _why(reason, plan)
                _record(reason, found, knowledge)


def _heading(reason: Reason, knowledge: Knowledge) -> str:
    name, word = reason_name(reason.id, knowledge), CLEARANCE[reason.clearance]
    if name == reason.id:
        return tell(word)
    return tell("{label} · {clearance:lower}", label=name, clearance=word)


def _settled(reason: Reason, knowledge: Knowledge) -> None:
    if reason.cleared_by:
        st.caption(tell("Cleared by {whom}", whom=reason.cleared_by))
        clearance.settled(reason.id, knowledge)
    if reason.overridden:
        st.caption(tell("Set aside by the therapist: {why}", why=reason.overridden))


def _why(reason: Reason, plan: Plan) -> None:
    waits = tell(UNCHECKED) if reason.awaits_review else ""
    with st.popover(tell("Sources"), type="tertiary", key=f"reason-why-{reason.id}"):
        st.markdown(paragraphs((waits, cited(reason.sources, plan.sources))))


def _record(reason: Reason, found: Interview, knowledge: Knowledge) -> None:
    """The form that fits: a clinician's answer, the therapist's own, or taking one back."""
    if reason.cleared_by:
        _back(tell("Take the clearance back"), f"unclear-{reason.id}", answers.uncleared, reason.id)
    elif reason.id in found.screening.may_be_cleared:
        clearance.form(reason.id, found, knowledge)
    if reason.overridden:
        _back(tell("Take it back"), f"unset-{reason.id}", answers.restored, reason.id)
    elif reason.id in found.screening.may_be_set_aside:
        _override_form(QuestionId(reason.id))


def _back(label: str, key: str, take: Callable[[Draft, ReasonId], Draft], row: ReasonId) -> None:
    """A button that takes back what was recorded for a row."""
    st.button(label, key=key, type="tertiary", on_click=session.change, args=(take, row))


def _override_form(row: QuestionId) -> None:
    with (
        st.popover(tell("Set aside"), type="tertiary", key=f"set-{row}"),
        st.form(f"set-form-{row}", enter_to_submit=False, border=False),
    ):
        why = free_text(tell("Your reason, in writing"), MOST_LETTERS, f"set-why-{row}")
        st.caption(tell("It is kept and printed for the therapist. A ban stays a ban."))
        if st.form_submit_button(tell("Set aside")):
            if why.strip():
                session.change(answers.set_aside, Override(of=row, reason=why))
                st.rerun()
            st.error(tell("Write down why."))
