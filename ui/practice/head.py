"""How a paper begins, as it is printed: the words go in as text, the logo as a picture."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from planner.exports.letterhead import Letterhead, letterhead
from planner.model.practice import Practice
from ui.state.language import shown, tell

WEB = Path(__file__).parent / "web"
MARKUP = '<div class="paper"></div>'


@cache
def _component() -> Callable[..., object]:
    made: Callable[..., object] = st.components.v2.component(
        "paper_head",
        html=MARKUP,
        css=(WEB / "head.css").read_text("utf-8"),
        js=(WEB / "head.js").read_text("utf-8"),
    )
    return made


def _said(head: Letterhead) -> dict[str, object]:
    return {**vars(head), "fax": tell("Fax {number}", number=head.fax) if head.fax else ""}


def draw(practice: Practice) -> None:
    """The head over the beginning of a plan."""
    head = shown(letterhead(practice))
    said = _said(head) if head else {"name": tell("Name of the practice"), "is_empty": True}
    # A picture as an address within the page: what a drawing holds is drawn there and never run.
    data = {**said, "logo": practice.logo, "title": tell("Your plan")}
    _component()(key="paper-head", data=data)
