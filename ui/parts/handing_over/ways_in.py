"""What stands beside a plan or a stop: the paper that matters most, and the way to all of them."""

import streamlit as st

from planner.exports import documents
from planner.model.phrase import Phrase
from planner.words import say
from ui.parts import downloads
from ui.parts.downloads import USUAL, Look
from ui.parts.handing_over import opened
from ui.parts.handing_over.papers import Made, Paper, main_at_the_click
from ui.parts.handing_over.taken import taking, taking_later
from ui.state.language import tell

KEY = "P"
MAIN = Look("primary", KEY)


def button(paper: Paper, label: Phrase) -> None:
    """One paper to take, beside others that are not of the plan."""
    key = f"paper-{paper.key}"
    downloads.button(label, taking(paper), paper.file_name, USUAL, paper.media_type, key)


def ways_in(of: Made) -> None:
    """Nothing is made before a tap, and nothing is offered where the plan has no paper."""
    due = documents.due(of.plan)
    if not due:
        return
    main = due[0]
    if not main.is_private(of.plan):
        name, take = main.file_name(of.plan), taking_later(main_at_the_click(of))
        downloads.button(say("PDF"), take, name, MAIN, main.media_type, "main")
    if st.button(tell("Hand over"), key="hand-over-open", icon=":material/folder_open:"):
        opened.open_now()
        st.rerun()  # the step gives way, wherever this button stands
