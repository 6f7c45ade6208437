"""Three ways to go, side by side: what each asks for and gives up; one tap picks one."""

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.intake import Intake
from planner.model.vocabulary import Intensity
from planner.visit.intensity import AtIntensity, at_each_intensity
from planner.visit.said import places
from planner.words import say, say_in, say_many
from planner.words.plan import load_in_words
from ui.parts.wording import capital, plain
from ui.state import session
from ui.state.language import shown, tell

NO_MASSAGE = say("No massage")
WORDS = {
    Intensity.LIGHT: say_in("intensity of a plan", "light"),
    Intensity.BALANCED: say_in("intensity of a plan", "balanced"),
    Intensity.FULL: say_in("intensity of a plan", "full"),
}
PLACE = places.WISHES["way"]


def draw(intake: Intake, knowledge: Knowledge) -> None:
    """The fold; the three plans are made when it is opened."""
    now = intake.preferences.way
    heading = tell("**Three ways to go** · now {intensity}", intensity=WORDS[now])
    fold = st.expander(heading, key="ways", on_change="rerun")
    if fold.open:
        with fold:
            found = at_each_intensity(intake, session.knowledge())
            for column, way in zip(st.columns(len(found)), found, strict=True):
                with column:
                    _way(way, way.way is now, knowledge)


def _way(one: AtIntensity, chosen: bool, knowledge: Knowledge) -> None:
    named = capital(WORDS[one.way])
    sessions = say_many("{number} session", "{number} sessions", one.sessions)
    parts = [f"**{named}**", tell(sessions if one.sessions else NO_MASSAGE)]
    st.markdown("  \n".join([*parts, shown(load_in_words(one.plan.load))]))
    st.button(
        tell("Chosen") if chosen else tell("Choose"),
        key=f"way-{one.way.value}",
        type="primary" if chosen else "secondary",
        disabled=chosen,
        on_click=session.change,
        args=(PLACE.put, one.way.value),
        width="stretch",
        help=tell("Make the plan the {intensity} way", intensity=WORDS[one.way]),
    )
    st.caption(_gives_up(one, knowledge))


def _gives_up(one: AtIntensity, knowledge: Knowledge) -> str:
    if one.way is Intensity.FULL:
        return tell("Everything that fits the limits.")
    names = tuple(plain(name_of(LineId(line), knowledge)) for line in one.gives_up)
    if not names:
        return tell("Gives up no line; less of some.")
    return tell("Gives up: {names:semicolons}", names=names)
