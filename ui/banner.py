"""The bar on top: the clearance in words, whose visit it is, and what may leave the screen."""

import streamlit as st

from planner.intake import Intake
from planner.knowledge import Knowledge
from planner.plan import Plan
from ui import client_view, downloads, session, visit_menu
from ui.wording import CLEARANCE, TONE, counted, plain

NOTHING_YET = "Choose a pain source to begin. The plan appears as you answer."
NO_AVERAGE = "The average pain is still open (step 2)."


def draw(plan: Plan | None, intake: Intake | None, knowledge: Knowledge) -> None:
    """The whole bar."""
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        with st.container(key=f"banner-{TONE[plan.clearance] if plan else 'empty'}"):
            st.markdown(headline(plan) if plan else NOTHING_YET)
        with st.container(horizontal=True, width="content", key="bar-buttons"):
            if plan and intake:
                downloads.draw(plan, intake, knowledge, session.is_scored())
                if is_finished(plan):
                    client_view.open_button()
            visit_menu.draw(plan if plan and is_finished(plan) else None, knowledge)


def is_finished(plan: Plan) -> bool:
    """Whether the plan may be shown to the client and leave the screen."""
    return plan.clearance.may_be_handed_out and session.is_scored()


def headline(plan: Plan) -> str:
    """The clearance, what it means, and how much is still open."""
    word, meaning = CLEARANCE[plan.clearance]
    if plan.draft:
        open_ones = counted(len(plan.unanswered), "question is", "questions are")
        meaning = f"{open_ones} still open. Nothing can leave the screen."
    elif not session.is_scored() and not plan.clearance.stops_everything:
        word, meaning = "Not finished", NO_AVERAGE
    return f"**{word}.** {meaning}  \n:small[{_whose()}]"


def _whose() -> str:
    client = session.read("client") or {}
    age = client.get("age")
    label = plain(client.get("label") or session.UNNAMED)
    return f"{label}, {age:g}" if age is not None else label
