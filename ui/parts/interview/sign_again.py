"""The comparable sign, looked at again: its pain before the session, and after it."""

import streamlit as st

from planner.model.assessment import ComparableSign
from planner.visit.assessing import movement_name, sign_last_time
from planner.visit.said import assessment
from planner.visit.said.numbers import Range
from ui.parts.number_field import Look, number_field, whole
from ui.state import session
from ui.state.language import knowledge, tell

RATED = Range(0, 10)


def after_the_session() -> None:
    """One field, where there is a sign to look at again."""
    if sign := session.draft().assessment.comparable:
        with st.container(key="sign-after"):
            _named(sign)
            _after(sign)


def at_a_later_visit() -> None:
    """Before and after this session, beside what it was last time."""
    sign = session.draft().assessment.comparable
    if sign is None:
        return
    with st.container(border=True, key="sign-again", gap="xsmall"):
        _named(sign)
        if last := sign_last_time(session.draft()):
            st.caption(tell("Last time: {pain:g} of 10 before the session", pain=last))
        before, after = st.columns(2)
        with before:
            number_field(
                tell("Pain before this session, 0 to 10"), "sign-before-session",
                sign.before, RATED, _keep_before, Look(empty=tell("Not looked at")),
            )  # fmt: skip
        with after:
            _after(sign)


def _named(sign: ComparableSign) -> None:
    """Above its fields: a label is heard as it is handed over, and a name may be anything."""
    name = movement_name(sign.name, knowledge())
    st.markdown(tell("**Comparable sign:** {name}", name=name))


def _after(sign: ComparableSign) -> None:
    number_field(
        tell("Pain after this session, 0 to 10"), "sign-after-session",
        sign.after, RATED, _keep_after, Look(empty=tell("Not looked at")),
    )  # fmt: skip


def _keep_before(pain: float | None) -> None:
    session.change(assessment.before_session, whole(pain))


def _keep_after(pain: float | None) -> None:
    session.change(assessment.after_session, whole(pain))
