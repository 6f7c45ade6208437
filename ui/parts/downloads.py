"""A document that may leave the screen as a button: built when it is asked for, kept as it left."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import streamlit as st

from planner.model.phrase import Phrase
from records import HANDED_OUT, File
from ui.state import session
from ui.state.language import tell

Kind = Literal["primary", "secondary", "tertiary"]


class Look(NamedTuple):
    """How a button stands out, and the key that presses it."""

    kind: Kind = "secondary"
    shortcut: str | None = None


USUAL = Look()


def kept(
    label: Phrase,
    make: Callable[[], bytes],
    file_name: str,
    look: Look = USUAL,
    media_type: str | None = None,
    key: str = "",
) -> None:
    """One document, made on the click in another thread from what it is handed here; kept too."""
    papers = session.papers_on_their_way()

    def made() -> bytes:
        written = make()
        papers.append(File(file_name, written, HANDED_OUT))
        return written

    button(label, made, file_name, look, media_type, key)


def button(
    label: Phrase,
    make: Callable[[], bytes],
    file_name: str,
    look: Look = USUAL,
    media_type: str | None = None,
    key: str = "",
) -> None:
    """One document, made on the click by what keeps it itself."""
    st.download_button(
        tell(label),
        data=make,
        file_name=file_name,
        mime=media_type,
        key=f"download-{key or file_name}",
        type=look.kind,
        shortcut=look.shortcut,
        icon=":material/download:",
        on_click="ignore",
    )
