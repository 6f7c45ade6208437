"""What stands where the plan will be, before there is one."""

from collections.abc import Callable

import streamlit as st

from planner.words import say
from ui.parts import visit_menu
from ui.state.language import tell

HOW_IT_GOES = say("""
**The plan will stand here and change with every answer.**

1. **Where and what.** Tap the body, or choose what hurts. That is enough to begin.
2. **How bad.** One number is needed: the average pain.
3. **Safety.** Tick what is true in each group, or tap “None of these”.
4. **Wishes.** What the client likes, can do and can pay.

Each line of the plan opens to its reason, how sure it is, and its sources.
While a question is open the plan is a draft, and nothing can leave the screen.
This supports a trained therapist. It does not diagnose, and it does not decide.
""")


def draw() -> None:
    """How the conversation goes, and two ways to begin with something."""
    with st.container(border=True, key="first-look"):
        st.markdown(tell(HOW_IT_GOES))
    with st.container(border=True, key="first-files"):
        visit_menu.open_or_try("first")


def one_number_missing(go_to: Callable[[int], None]) -> None:
    """The average is the one score a plan cannot do without."""
    with st.container(border=True):
        st.markdown(
            tell(
                "**One number is missing: the average pain.**  \n"
                "It decides how often, and every later review is compared with it."
            )
        )
        st.button(tell("Go to step 2"), key="to-severity", on_click=go_to, args=(2,))
