"""Streamlit's own words, which it says in English only, said in the language of the screen.

No setting of Streamlit changes them. They are put into the other language in the browser, as whole
texts and only within Streamlit's own parts; in English nothing is touched.
"""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import streamlit as st

from planner.model.phrase import Phrase
from planner.words import say
from planner.words.languages import SOURCE
from ui.state.language import spoken, tell

TURN = Path(__file__).with_name("turn.js")
ANY = "§"  # where Streamlit puts something of the page's into its words: a size, a name, a number

FILES = (
    say("Upload"),
    say("Upload {what}", what=ANY),
    say("file upload"),
    say("upload"),
    say("Add files"),
    say("Drag and drop {what} here", what=ANY),
    say("{size} per file", size=ANY),
    say("Uploading..."),
    say("Click to retry upload"),
    say("Delete {what}", what=ANY),
)
CHOICES = (
    say("No results"),
    say("No options to select."),
    say("Choose an option"),
    say("Choose options"),
    say("Clear value"),
    say("Clear all"),
    say("Open"),
    say("Remove {what}", what=ANY),
    say("Selected values"),
    say("Select {number} matches", number=ANY),
    say("Increment"),
    say("Decrement"),
    say("Clear entry"),
    say("Press Enter to apply"),
    say("Press Enter to submit form"),
)
DAYS = (
    say("Choose date"),
    say("Choose date range"),
    say("Clear date"),
    say("Calendar"),
    say("day, {label}", label=ANY),
    say("month, {label}", label=ANY),
    say("year, {label}", label=ANY),
    say("Next month"),
    say("Previous month"),
    say("Use arrow keys to navigate dates. Enter to select. Escape to close."),
)
TABLES = (
    say("Fullscreen"),
    say("Close fullscreen"),
    say("Search"),
    say("Close Search"),
    say("Next Result"),
    say("Previous Result"),
    say("Download as CSV"),
    say("Download as PNG"),
    say("Show data"),
    say("Show chart"),
    say("Show/hide columns"),
    say("Sort ascending"),
    say("Sort descending"),
    say("Format"),
    say("Autosize"),
    say("Pin column"),
    say("Unpin column"),
    say("Hide column"),
    say("Copy column name"),
    say("No data"),
)
FRAME = (
    say("Skip to main content"),
    say("Main menu"),
    say("App pages"),
    say("Expand sidebar"),
    say("Collapse sidebar"),
    say("Scroll tabs left"),
    say("Scroll tabs right"),
    say("View less"),
    say("View {number} more", number=ANY),
    say("Help for {what}", what=ANY),
    say("Close"),
    say("Running..."),
    say("Stop"),
    say("Stopping..."),
    say("Rerun"),
    say("Connecting"),
    say("Connection error"),
    say("Settings"),
    say("Print"),
)
WORDS = (*FILES, *CHOICES, *DAYS, *TABLES, *FRAME)


@cache
def _component() -> Callable[..., object]:
    code = TURN.read_text(encoding="utf-8")
    made: Callable[..., object] = st.components.v2.component("streamlit_words", js=code)
    return made


def turn() -> None:
    """Say them in the language of this screen from now on; drawn once on a page, and unseen."""
    data = {
        "language": spoken().code,
        "direction": spoken().direction,
        "original": SOURCE.code,
        "words": dict(pairs()),
    }
    with st.container(key="streamlit-words"):
        _component()(key="says-streamlits-words", data=data)


def pairs() -> Iterator[tuple[str, str]]:
    """What Streamlit says and what is said instead, where these differ."""
    for words in WORDS:
        if str(words) != (said := _said(words)):
            yield str(words), said


def _said(words: Phrase) -> str:
    return str(tell(words))
