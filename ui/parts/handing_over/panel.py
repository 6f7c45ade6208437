"""The panel: the client's papers and the therapist's apart, one of them looked at, all in a zip."""

from functools import partial

import streamlit as st

from planner.exports.documents import Reader, file_name
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.words import say
from ui.parts import downloads
from ui.parts.handing_over import looked_at, opened, taken
from ui.parts.handing_over.papers import Paper
from ui.parts.handing_over.ways_in import KEY
from ui.parts.wording import linked
from ui.state.language import tell

Papers = tuple[Paper, ...]
GROUPS: dict[Reader, Phrase] = {
    Reader.CLIENT: say("For the client"),
    Reader.COLLEAGUE: say("To take along"),
    Reader.THERAPIST: say("For you"),
}
ICONS = {"pdf": "picture_as_pdf", "ics": "calendar_month", "txt": "notes", "json": "data_object"}
PRIVATE = say(
    "Paper can be found at home by whoever it speaks of. Nothing is offered here unless the "
    "client, asked alone, wants it."
)


def draw(plan: Plan, papers: Papers) -> None:
    """In the place of the step; a tap on a paper draws nothing but this panel anew."""
    with st.container(key="step-hand-over"):
        _head(plan)
        st.fragment(partial(_draw, plan, papers), key="hand-over")()


def _draw(plan: Plan, papers: Papers) -> None:
    now = (one.choosing(opened.choices_of(one.key)) for one in papers)
    offered = tuple(one for one in now if not one.is_private or opened.was_asked_twice())
    if len(offered) < len(papers):
        _asks_twice()
    if offered:
        _papers(plan, offered)


def _head(plan: Plan) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="hand-over-head"):
        st.button(tell("Close"), key="hand-over-close", icon=":material/close:",
                  type="tertiary", on_click=opened.close)  # fmt: skip
        st.title(tell("Hand over"), anchor=False, width="content")
        st.caption(linked(plan.client, tell("{day:day}", day=plan.on)))


def _asks_twice() -> None:
    with st.container(border=True, key="hand-over-private"):
        st.markdown(tell(PRIVATE))
        st.button(tell("It is wanted: show it"), key="hand-over-wanted",
                  on_click=opened.ask_twice)  # fmt: skip


def _papers(plan: Plan, papers: Papers) -> None:
    now = next((one for one in papers if one.key == opened.chosen()), papers[0])
    with st.container(key="hand-over-papers"):
        for reader in sorted({one.reader for one in papers}, key=_readers(papers).index):
            st.header(tell(GROUPS[reader]), anchor=False)
            for paper in (one for one in papers if one.reader is reader):
                _row(paper, is_chosen=paper is now)
                if paper is now:
                    looked_at.draw(paper, KEY if paper is papers[0] else None)
        _all(plan, papers)


def _readers(papers: Papers) -> list[Reader]:
    """Whose papers come first: what matters most first, the therapist's own last."""
    named = [one.reader for one in papers if one.reader is not Reader.THERAPIST]
    return [*named, Reader.THERAPIST]


def _row(paper: Paper, *, is_chosen: bool) -> None:
    with st.container(key=f"paper-chosen-{paper.key}" if is_chosen else f"paper-{paper.key}"):
        words = tell("{title} :small[{name}]", title=paper.title, name=paper.file_name)
        st.button(words, key=f"look-{paper.key}", icon=_icon(paper), type="tertiary",
                  width="stretch", on_click=opened.choose, args=(paper.key,))  # fmt: skip


def _icon(paper: Paper) -> str:
    kind = paper.file_name.rpartition(".")[2]
    return f":material/{ICONS.get(kind, 'table')}:"


def _all(plan: Plan, papers: Papers) -> None:
    downloads.button(
        say("Everything as one zip"),
        taken.taking_all(papers),
        file_name("papers", plan.client, f"{plan.on}.zip"),
        media_type="application/zip",
        key="papers",
    )
