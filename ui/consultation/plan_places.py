"""Where the plan stands beside the questions: in one line, in short, and the ways it leaves."""

import streamlit as st

from planner.knowledge.own import knowing_own
from planner.model.plan import Plan
from planner.visit.interview import Interview
from ui.parts import client_view, handing_over
from ui.plan_sheet.changed.seen import seen
from ui.plan_sheet.in_short import short, summary
from ui.state import redrawn, session
from ui.state.language import knowledge, shown, tell


def in_one_line() -> None:
    """State, how often, minutes, money, and the one warning: at the bottom of every step."""
    redrawn.place(redrawn.ONE_LINE, _in_one_line)


def _in_one_line() -> None:
    marks = len(session.draft().marks)
    st.html(summary.as_html(summary.summary(session.interview(), marks, knowledge())))


def in_short() -> None:
    """Each line with its time, beside the questions; nothing before there is a plan."""
    redrawn.place(redrawn.IN_SHORT, _in_short)


def _in_short() -> None:
    found = session.interview()
    if found is None or found.visit is None or found.plan.stops_everything:
        return
    known = knowing_own(knowledge(), found.plan)
    rows = short.groups(shown(found.plan), seen(found), known)
    st.html(short.as_html(rows, tell("The plan now")))


def to_hand_over(found: Interview | None) -> Plan | None:
    """The plan that leaves the screen: the one in force, or a stop before anything was scored."""
    return session.plan() if found is None or found.visit else found.plan


def ways_out(found: Interview | None) -> None:
    """What may leave the screen: to the client's eyes, on paper, as files."""
    with st.container(horizontal=True, key="ways-out"):
        plan = to_hand_over(found)
        if plan and not plan.draft and plan.clearance.may_be_handed_out:
            client_view.open_button()
        redrawn.place(redrawn.FILES, _files)


def _files() -> None:
    found = session.interview()
    plan = to_hand_over(found)
    if found is None or found.visit is None or plan is None or plan.stops_everything:
        return
    with st.container(horizontal=True, key="files"):
        of = handing_over.Made(plan, found.draft, session.knowledge())
        handing_over.ways_in(of)
