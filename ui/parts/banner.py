"""The bar on top: the clearance in words, whose visit it is, and what may leave the screen."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.intake import UNNAMED, Person
from planner.model.vocabulary import Clearance
from planner.visit.interview import Interview
from ui.parts import client_view, downloads, visit_menu
from ui.parts.wording import CLEARANCE, TONE, counted, plain

NOTHING_YET = "Choose a pain source to begin. The plan appears as you answer."
NO_AVERAGE = "The average pain is still open (step 2)."


def draw(found: Interview | None, knowledge: Knowledge) -> None:
    """The whole bar."""
    tone = TONE[found.plan.clearance] if found else "empty"
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        with st.container(key=f"banner-{tone}"):
            st.markdown(headline(found) if found else NOTHING_YET)
        with st.container(horizontal=True, width="content", key="bar-buttons"):
            if found:
                downloads.draw(found.plan, found.draft, knowledge, found.visit is not None)
                if found.is_finished:
                    client_view.open_button()
            visit_menu.draw(found if found and found.is_finished else None, knowledge)


def headline(found: Interview) -> str:
    """The clearance, what it means, and how much is still open."""
    plan = found.plan
    word, meaning = CLEARANCE[plan.clearance]
    if plan.draft:
        waiting = counted(found.open_groups, "safety group is", "safety groups are")
        already = f"{meaning} " if plan.clearance is not Clearance.ASK else ""
        meaning = f"{already}{waiting} still open (step 3): until then nothing leaves the screen."
    elif found.visit is None and not plan.clearance.stops_everything:
        word, meaning = "Not finished", NO_AVERAGE
    return f"**{word}.** {meaning}  \n:small[{_whose(found.draft.client)}]"


def _whose(client: Person) -> str:
    label = plain(client.label or UNNAMED)
    return f"{label}, {client.age}" if client.age is not None else label
