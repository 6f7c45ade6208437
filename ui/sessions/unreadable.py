"""Visits that cannot be read any more, told where their plan would be looked for."""

from collections.abc import Iterable
from datetime import date

import streamlit as st

from ui.sessions import kept
from ui.state.language import tell


def told_of(client: str) -> None:
    """A warning for each visit of a client; nothing where all can be read."""
    told(kept.plans(client).unreadable)


def told(days: Iterable[date]) -> None:
    """A warning for each of these days."""
    for day in days:
        st.warning(
            tell(
                "The visit of {day} cannot be read, and its plan is left out here. "
                "Bring back an earlier version of it, or a backup.",
                day=day,
            )
        )
