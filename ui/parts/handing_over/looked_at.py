"""One paper, looked at: its pages as pictures, a text as text, and the way to take it."""

from functools import partial

import streamlit as st

from planner.exports.documents import Choice
from planner.model.errors import PlannerError
from planner.words import say
from ui.parts import downloads
from ui.parts.downloads import Look
from ui.parts.fields import shown
from ui.parts.handing_over import opened, taken
from ui.parts.handing_over.papers import Paper
from ui.state.language import refusal, tell, tell_many

PDF = "application/pdf"
READABLE = ("text/", "application/fhir+json")
MOST_LINES = 60


def draw(paper: Paper, key: str | None) -> None:
    """The paper in full view; `key` takes it."""
    with st.container(key="looked-at"):
        with st.container(horizontal=True, vertical_alignment="center", key="looked-at-head"):
            st.header(tell(paper.title), anchor=False, width="stretch")
            kind = paper.file_name.rpartition(".")[2].upper()
            downloads.button(
                say("Download ({kind})", kind=kind),
                taken.taking(paper),
                paper.file_name,
                Look("primary", key),
                paper.media_type,
                f"paper-{paper.key}",
            )
        for choice in paper.choices:
            _choice(paper, choice)
        try:
            _content(paper, taken.content_of(paper))
        except PlannerError as error:
            st.error(refusal(error))


def _choice(paper: Paper, choice: Choice) -> None:
    values = [value for value, _ in choice.answers]
    now = values.index(paper.answer(choice))
    st.segmented_control(
        tell(choice.title),
        range(len(values)),
        format_func=lambda place: tell(choice.answers[place][1]),
        **shown(f"choice-{paper.key}-{choice.field}", now, partial(_choose, paper, choice)),
    )


def _choose(paper: Paper, choice: Choice, place: int | None) -> None:
    """Tapped once more, a choice is the usual one again."""
    opened.choices_of(paper.key)[choice.field] = choice.answers[place or 0][0]


def _content(paper: Paper, content: bytes) -> None:
    if paper.media_type == PDF:
        _pages(paper, content)
    elif paper.media_type.startswith(READABLE):
        _text(content.decode("utf-8-sig"))
    else:
        st.caption(tell("A workbook opens in a spreadsheet program; it is not shown here."))


def _pages(paper: Paper, pdf: bytes) -> None:
    seen = taken.pictured(pdf, opened.how_many())
    for number, picture in enumerate(seen.pictures, 1):
        words = tell("{title}, page {number} of {all}", title=paper.title, number=number,
                     all=seen.in_all)  # fmt: skip
        st.image(picture, width="stretch", alt=words)
    if seen.in_all > len(seen.pictures):
        left = seen.in_all - len(seen.pictures)
        words = tell_many("Show {number} more page", "Show {number} more pages", left)
        st.button(words, key="paper-whole", on_click=opened.see_all)


def _text(words: str) -> None:
    lines = words.splitlines()
    st.code("\n".join(lines[:MOST_LINES]), language=None, wrap_lines=True)
    if lines[MOST_LINES:]:
        st.caption(tell("The rest is in the file."))
