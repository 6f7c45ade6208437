"""The bar on top: the clearance in words, whose visit it is, and what may leave the screen."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.intake import Person
from planner.model.vocabulary import Clearance
from planner.visit.interview import Interview
from planner.words import joined, say, say_many
from planner.words.terms import CLEARANCE, CLEARANCE_MEANS
from ui.parts import client_view, downloads, visit_menu
from ui.parts.wording import TONE, plain
from ui.state.language import tell

UNNAMED = say("Client")
NOTHING_YET = say("Choose a pain source to begin. The plan appears as you answer.")
NO_AVERAGE = say("The average pain is still open (step 2).")
NOT_TODAY = say("Not today: book a new day.")
NOT_FINISHED = say("Not finished")


def draw(found: Interview | None, knowledge: Knowledge) -> None:
    """The whole bar."""
    tone = TONE[found.plan.clearance] if found else "empty"
    with st.container(horizontal=True, vertical_alignment="center", key="bar"):
        with st.container(key=f"banner-{tone}"):
            st.markdown(headline(found) if found else tell(NOTHING_YET))
        with st.container(horizontal=True, width="content", key="bar-buttons"):
            if found:
                downloads.draw(found.plan, found.draft, knowledge, found.visit is not None)
                if found.is_finished:
                    client_view.open_button(found.plan)
            visit_menu.draw(found if found and found.is_finished else None, knowledge)


def headline(found: Interview) -> str:
    """The clearance, what it means, and how much is still open."""
    word, meaning = CLEARANCE[found.plan.clearance], CLEARANCE_MEANS[found.plan.clearance]
    if found.plan.clearance is Clearance.HOLD and found.screening.is_for_another_day:
        meaning = joined(NOT_TODAY, meaning)
    if found.plan.draft:
        already = meaning if found.plan.clearance is not Clearance.ASK else ""
        meaning = joined(already, _still_open(found.open_groups))
    elif found.visit is None and not found.plan.stops_everything:
        word, meaning = NOT_FINISHED, NO_AVERAGE
    return tell(
        "**{word}.** {meaning}  \n:small[{whose}]",
        word=word,
        meaning=meaning,
        whose=whose(found.draft.client),
    )


def _still_open(groups: int) -> str:
    return say_many(
        "{number} safety group is still open (step 3): until then nothing leaves the screen.",
        "{number} safety groups are still open (step 3): until then nothing leaves the screen.",
        groups,
    )


def whose(client: Person) -> str:
    """The client's label and age, as far as they are known."""
    label = plain(client.label) or UNNAMED
    if client.age is None:
        return tell("{label}", label=label)
    return tell("{label}, {age}", label=label, age=client.age)
