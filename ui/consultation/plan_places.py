"""Where the plan stands beside the questions: in one line, in short, and the ways it leaves."""

import streamlit as st

from planner.knowledge.own import knowing_own
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


def ways_out(found: Interview | None) -> None:
    """What may leave the screen: to the client's eyes, on paper, as files."""
    with st.container(horizontal=True, key="ways-out"):
        if found and found.is_finished:
            client_view.open_button()
        redrawn.place(redrawn.FILES, _files)


def _files() -> None:
    found = session.interview()
    if found is None or found.visit is None or found.plan.stops_everything:
        return
    with st.container(horizontal=True, key="files"):
        of = handing_over.Made(found.plan, found.draft, session.knowledge())
        handing_over.ways_in(of)
