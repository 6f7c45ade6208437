"""The bar on top: the clearance in words, whose visit it is, and what may leave the screen."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.plan import Plan
from planner.model.vocabulary import Clearance
from ui.parts import client_view, downloads, visit_menu
from ui.parts.wording import CLEARANCE, TONE, counted, plain
from ui.state import session
from ui.state.visit_text import Talk

NOTHING_YET = "Choose a pain source to begin. The plan appears as you answer."
NO_AVERAGE = "The average pain is still open (step 2)."


def draw(talk: Talk | None, knowledge: Knowledge) -> None:
    """The whole bar."""
    plan = talk.plan if talk else None
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        with st.container(key=f"banner-{TONE[plan.clearance] if plan else 'empty'}"):
            st.markdown(headline(talk) if talk else NOTHING_YET)
        with st.container(horizontal=True, width="content", key="bar-buttons"):
            if talk:
                downloads.draw(talk.plan, talk.intake, knowledge, session.is_scored())
                if is_finished(talk.plan):
                    client_view.open_button()
            visit_menu.draw(talk if talk and is_finished(talk.plan) else None, knowledge)


def is_finished(plan: Plan) -> bool:
    """Whether the plan may be shown to the client and leave the screen."""
    return plan.clearance.may_be_handed_out and session.is_scored()


def headline(talk: Talk) -> str:
    """The clearance, what it means, and how much is still open."""
    plan = talk.plan
    word, meaning = CLEARANCE[plan.clearance]
    if plan.draft:
        waiting = counted(open_groups(talk), "safety group is", "safety groups are")
        already = f"{meaning} " if plan.clearance is not Clearance.ASK else ""
        meaning = f"{already}{waiting} still open (step 3): until then nothing leaves the screen."
    elif not session.is_scored() and not plan.clearance.stops_everything:
        word, meaning = "Not finished", NO_AVERAGE
    return f"**{word}.** {meaning}  \n:small[{_whose()}]"


def open_groups(talk: Talk) -> int:
    """How many groups of safety questions still wait for an answer."""
    return sum(bool(group.unanswered) for group in talk.asked)


def _whose() -> str:
    client = session.read("client") or {}
    age = client.get("age")
    label = plain(client.get("label") or session.UNNAMED)
    return f"{label}, {age:g}" if age is not None else label
