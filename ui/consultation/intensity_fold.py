"""Three ways to go, side by side: what each asks for and gives up; one tap picks one."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.intake import Intake
from planner.model.vocabulary import Way
from planner.visit import places
from planner.visit.intensity import WayToGo, ways
from ui.parts.wording import counted, load_in_words, name_of, plain
from ui.state import session

PLACE = places.WISHES["way"]


def draw(intake: Intake, knowledge: Knowledge) -> None:
    """The fold; the three plans are made when it is opened."""
    now = intake.preferences.way
    fold = st.expander(f"**Three ways to go** · now {now.value}", key="ways", on_change="rerun")
    if fold.open:
        with fold:
            for column, way in zip(st.columns(len(Way)), ways(intake, knowledge), strict=True):
                with column:
                    _way(way, way.way is now, knowledge)


def _way(one: WayToGo, chosen: bool, knowledge: Knowledge) -> None:
    sessions = counted(one.sessions, "session", "sessions") if one.sessions else "No massage"
    parts = [f"**{one.way.value.capitalize()}**", sessions, load_in_words(one.plan.load)]
    st.markdown("  \n".join(parts))
    st.button(
        "Chosen" if chosen else "Choose",
        key=f"way-{one.way.value}",
        type="primary" if chosen else "secondary",
        disabled=chosen,
        on_click=session.change,
        args=(PLACE.put, one.way.value),
        width="stretch",
        help=f"Make the plan the {one.way.value} way",
    )
    st.caption(_gives_up(one, knowledge))


def _gives_up(one: WayToGo, knowledge: Knowledge) -> str:
    if one.way is Way.FULL:
        return "Everything that fits the limits."
    names = "; ".join(plain(name_of(line, knowledge)) for line in one.gives_up)
    return f"Gives up: {names}" if names else "Gives up no line; less of some."
