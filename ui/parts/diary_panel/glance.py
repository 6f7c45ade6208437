"""What a diary says in half a minute: its headline, its tiles, and a line for each question."""

import streamlit as st

from planner.diary import Told
from planner.words import joined
from ui.parts.markdown import bold, bullets
from ui.state.language import shown


def opens(headline: str, told: Told) -> None:
    """The headline, the days written, and then beside now."""
    st.header(headline, anchor=False)
    with st.container(key="glance-days"):
        st.caption(shown(joined(told.written, told.compared, by=" · ")))
    with st.container(key="glance-tiles", horizontal=True):
        for tile in told.tiles:
            st.metric(
                tile.name, tile.value, tile.word or None, delta_color="off", delta_arrow="off"
            )


def lines(told: Told) -> None:
    """After the sessions, flares, anything new, and how clear it is."""
    said = (told.after_sessions, told.flares, *told.news)
    with st.container(key="glance-lines"):
        st.markdown(bullets((*said, bold(told.clear))))
