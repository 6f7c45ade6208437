"""What stands in a step that has nothing to show yet: what is missing, and the way to it."""

from collections.abc import Callable

import streamlit as st

from ui.state.language import tell


def no_pain_source(go_to: Callable[[], None]) -> None:
    """Without a pain source nobody knows which questions apply."""
    with st.container(border=True, key="no-pain-source"):
        st.markdown(
            tell("**No pain source yet.**  \nIt decides which questions are asked and what helps.")
        )
        st.button(tell("Go to step 1"), key="to-pain", on_click=go_to)


def one_number_missing(go_to: Callable[[], None]) -> None:
    """The average is the one score a plan cannot do without."""
    with st.container(border=True, key="no-average"):
        st.markdown(
            tell(
                "**One number is missing: the average pain.**  \n"
                "It decides how often, and every later review is compared with it."
            )
        )
        st.button(tell("Go to step 2"), key="to-severity", on_click=go_to)
