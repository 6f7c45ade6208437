"""A paper made once and looked at, taken, kept: always the same bytes.

Streamlit makes what is downloaded in another thread, which knows no session: whatever it needs is
handed to it here.
"""

from collections.abc import Callable, Iterable
from hashlib import sha256

import streamlit as st

from planner.exports.documents import Reader
from planner.exports.pictured import Pages, pages
from planner.exports.together import zipped
from planner.model.plan import Plan
from records import HANDED_OUT, File
from ui.parts.handing_over.papers import Paper
from ui.state import session

MADE, PICTURED = "papers-made", "papers-pictured"
MOST_MADE, MOST_PICTURED = 32, 4  # a session keeps the latest
FOLDER = {Reader.CLIENT: "client", Reader.COLLEAGUE: "client", Reader.THERAPIST: "therapist"}
Store = dict[str, bytes]


def content_of(paper: Paper) -> bytes:
    """Its bytes, made where they are not yet; raises PlannerError where they may not be."""
    return _content(paper, _made())


def _made() -> Store:
    store: Store = st.session_state.setdefault(MADE, {})
    return store


def _content(paper: Paper, store: Store) -> bytes:
    name = paper.name_of_content
    if name not in store:
        store[name] = paper.made()
        for old in list(store)[:-MOST_MADE]:
            store.pop(old, None)
    return store[name]


def pictured(pdf: bytes, most: int) -> Pages:
    """The first pages of a PDF, drawn once."""
    store: dict[str, Pages] = st.session_state.setdefault(PICTURED, {})
    name = f"{most}/{sha256(pdf).hexdigest()}"
    if name not in store:
        store[name] = pages(pdf, most)
        for old in list(store)[:-MOST_PICTURED]:
            del store[old]
    return store[name]


def taking(paper: Paper) -> Callable[[], bytes]:
    """What a download does: the paper, kept as it left."""
    return taking_later(lambda: paper)


def taking_later(find: Callable[[], Paper]) -> Callable[[], bytes]:
    """The same of a paper that is found at that moment."""
    store, leave = _made(), _leaving()

    def take() -> bytes:
        paper = find()
        content = _content(paper, store)
        leave(paper, content)
        return content

    return take


def taking_all(papers: Iterable[Paper]) -> Callable[[], bytes]:
    """The same of several in one zip, each kept by itself; client's and therapist's apart."""
    every, store, leave = tuple(papers), _made(), _leaving()

    def take() -> bytes:
        contents = [(paper, _content(paper, store)) for paper in every]
        for paper, content in contents:
            leave(paper, content)
        return zipped({f"{FOLDER[one.reader]}/{one.file_name}": made for one, made in contents})

    return take


def _leaving() -> Callable[[Paper, bytes], None]:
    files: list[File] = session.papers_on_their_way()
    plans: list[Plan] = session.on_its_way()

    def leave(paper: Paper, content: bytes) -> None:
        files.append(File(paper.file_name, content, HANDED_OUT))
        if paper.plan:
            plans.append(paper.plan)

    return leave
