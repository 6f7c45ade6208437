"""My usual plans: their names, and a way to let one go."""

import streamlit as st

from planner.words import listed
from ui.practice.fields import with_word
from ui.state import usual_plans
from ui.state.language import knowledge, shown, tell, tell_many


def draw() -> None:
    """One row each; how one is made is said where there is none."""
    plans = usual_plans.kept().plans
    says = tell_many("{number} plan", "{number} plans", len(plans)) if plans else tell("None yet")
    with st.expander(tell("**My usual plans** · {says}", says=says), key="practice-usual"):
        if not plans:
            st.caption(tell("Under a plan, “Usual plans” keeps it here under a name."))
        for number, one in enumerate(plans):
            with st.container(horizontal=True, vertical_alignment="center"):
                names = [knowledge().conditions[pain].name for pain in one.conditions]
                st.markdown(
                    tell("**{name}**  \n{pains}", name=one.name, pains=shown(listed(names)))
                )
                st.button(
                    tell("Let go"), key=f"let-go-{number}", on_click=_let_go, args=(one.name,)
                )


def _let_go(name: str) -> None:
    with_word(lambda: usual_plans.change(lambda before: before.without(name)))
