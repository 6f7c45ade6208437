"""Visits that cannot be read any more, told where their plan would be looked for."""

import streamlit as st

from ui.sessions import kept
from ui.state.language import tell


def told(client: str) -> None:
    """A warning for each; nothing where all can be read."""
    for day in kept.plans(client).unreadable:
        st.warning(
            tell(
                "The visit of {day} cannot be read, and its plan is left out here. "
                "Bring back an earlier version of it, or a backup.",
                day=day,
            )
        )
