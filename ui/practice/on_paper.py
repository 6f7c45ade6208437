"""What stands on every paper: the practice, who works there, how to reach them."""

import streamlit as st

from planner.model.practice import Practice, Therapist
from ui.practice import colour
from ui.practice.fields import own_text, text
from ui.state.language import tell


def draw(kept: Practice, own: Therapist) -> None:
    """Short fields, two by two, and the colour."""
    st.header(tell("On every paper"), anchor=False)
    with st.container(key="practice-paper"):
        text(tell("Name of the practice"), "name", kept)
        text(tell("Address"), "address", kept)
        own_text(tell("Therapist"), "name", own)
        own_text(tell("Licence"), "licence", own)
        text(tell("Phone"), "phone", kept)
        text(tell("E-mail"), "email", kept)
        text(tell("Fax"), "fax", kept)
    colour.draw(kept)
