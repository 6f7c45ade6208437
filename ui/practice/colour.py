"""The one colour of the papers: a few good ones as swatches, or one's own."""

import streamlit as st

from planner.model.practice import Practice
from planner.visit.set_once import ACCENTS
from ui.parts.fields import shown
from ui.practice.fields import keep, put_in
from ui.state.language import tell

KEY = "practice/accent"


def draw(kept: Practice) -> None:
    """The choice, and a picker; a colour that is too light is refused in a word."""
    st.html(_swatches())
    with st.container(horizontal=True, vertical_alignment="bottom", key="practice-colour"):
        st.pills(
            tell("Colour of the papers"),
            list(ACCENTS),
            format_func=lambda one: tell(ACCENTS[one]),
            **shown(KEY, kept.accent if kept.accent in ACCENTS else None, _put),
        )
        st.color_picker(tell("Your own"), **shown(f"{KEY}/own", kept.accent, _put, "value"))


def _put(colour: str | None) -> None:
    if colour:
        keep(put_in, "accent", colour)


def _swatches() -> str:
    """A dot of its colour before each name."""
    rules = (
        f".st-key-practice-accent button:nth-of-type({place})::before {{ background: {colour}; }}"
        for place, colour in enumerate(ACCENTS, 1)
    )
    return f"<style>{' '.join(rules)}</style>"
