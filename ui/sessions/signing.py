"""Who signs: the therapist of the practice, or whoever is named here."""

import streamlit as st

from planner.visit.between.noting import Writer
from ui.state import practice
from ui.state.language import tell

NAMED = "signs-as"  # who signed last in this window


def of_the_practice() -> Writer:
    """The therapist as the practice has them; nobody where it was never set."""
    set_once = practice.now()
    return Writer(set_once.therapist, set_once.licence)


def writer(key: str) -> Writer:
    """The two fields, filled with who signed last, else with the therapist of the practice."""
    before = st.session_state.get(NAMED) or of_the_practice()
    who, licence = st.columns(2)
    with who:
        name = st.text_input(tell("Therapist"), before.name, key=f"writer-{key}", max_chars=120)
    with licence:
        number = st.text_input(tell("Licence"), before.licence, key=f"licence-{key}", max_chars=120)
    said = Writer(name.strip(), number.strip())
    if said.name:
        st.session_state[NAMED] = said
    return said
