"""The open visit on the disk: every answer is there before the next one.

The address holds a random token, which says nothing of the client and opens the visit for its
owner only. What could not be kept is said on the screen, and what is on the screen stays there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import streamlit as st

from planner.model.errors import PlannerError
from planner.words import say
from records import Conflict, File, Saved, VisitSummary, new_id
from records.errors import NotFound
from ui.state import language, records_of_session

PLACE = "kept-at"  # where the open visit is on the disk
LOOKING = "only-looking"  # a sample is open: nothing is kept
CONFLICT = "both-versions"  # the visit was saved elsewhere in the meantime
TROUBLE = "not-kept"  # why the last change is not on the disk
ADDRESS = "visit"  # the name of the token in the address
NOT_YOURS = say(
    "The visit in the address is not among your records: it may be deleted. See Clients."
)


@dataclass(frozen=True)
class Place:
    """A visit on the disk, and the newest revision this screen has seen."""

    client: str
    token: str
    revision: int
    saved_at: datetime


def place() -> Place | None:
    """Where the open visit is; None while nothing of it is kept."""
    found: Place | None = st.session_state.get(PLACE)
    return found


def token() -> str:
    """What names the open visit on the disk; empty while nothing of it is kept."""
    here = place()
    return here.token if here else ""


def whose() -> str:
    """The id of the client whose visit is open, or the one they will have in the records."""
    here = place()
    return here.client if here else new_id()


def is_only_looked_at() -> bool:
    """Whether the open visit is a sample, which is not kept."""
    return bool(st.session_state.get(LOOKING, False))


def trouble() -> str:
    """Why the last change is not on the disk; empty when it is."""
    return str(st.session_state.get(TROUBLE, ""))


def conflict() -> Conflict | None:
    """Both versions of the visit, while it is undecided which to keep."""
    found: Conflict | None = st.session_state.get(CONFLICT)
    return found


def save(body: str, facts: VisitSummary, knowledge: str, client: str = "") -> None:
    """Keep this text; a first one begins a client, of this id where it is free.

    While two versions wait, nothing is written.
    """
    if is_only_looked_at() or conflict():
        return
    here = place()
    with trouble_told():
        try:
            records = records_of_session.records()
            saved = (
                records.save(here.token, here.revision, body, facts, knowledge)
                if here
                else records.begin(body, facts, knowledge, client)
            )
        except Conflict as both:
            st.session_state[CONFLICT] = both
        else:
            _is_at(saved)


def _is_at(saved: Saved) -> None:
    found = Place(saved.client, saved.token, saved.revision, saved.saved_at)
    st.session_state[PLACE] = found
    st.session_state.pop(TROUBLE, None)


def keep_papers(papers: tuple[File, ...]) -> None:
    """Keep what left the screen beside the open visit's client; of a sample nothing is kept."""
    here = place()
    if here is None:
        return
    with trouble_told():
        for one in papers:
            records_of_session.records().keep_file(here.client, one)


def begin_next(client: str, body: str, facts: VisitSummary, knowledge: str) -> None:
    """Keep this text as another visit of a client."""
    put_away()
    with trouble_told():
        _is_at(records_of_session.records().new_visit(client, body, facts, knowledge))


def overrule(body: str, facts: VisitSummary, knowledge: str) -> None:
    """Of two versions keep this text; the other one stays as an earlier revision."""
    both, here = conflict(), place()
    if both and here:
        st.session_state.pop(CONFLICT)
        _is_at(Saved(here.client, here.token, both.stored.number, both.stored.saved_at))
        save(body, facts, knowledge)


def give_way(body: str, facts: VisitSummary, other: VisitSummary, knowledge: str) -> str:
    """Of two versions take the one on the disk; this text stays as an earlier revision."""
    both = conflict()
    assert both is not None
    overrule(body, facts, knowledge)
    here = place()
    if here and not conflict() and not trouble():
        taken = both.stored.number
        with trouble_told():
            back = records_of_session.records().restore(
                here.token, taken, here.revision, other, knowledge
            )
            _is_at(back)
    return both.stored.body


def put_away() -> None:
    """Nothing is open any more; what was kept stays kept."""
    for key in (PLACE, LOOKING, CONFLICT, TROUBLE):
        st.session_state.pop(key, None)


def only_look() -> None:
    """Keep nothing of what is opened next."""
    st.session_state[LOOKING] = True


@contextmanager
def trouble_told() -> Iterator[None]:
    """Say on the screen what could not be done; a click never ends in a traceback."""
    try:
        yield
    except PlannerError as error:
        tell(error)


def tell(error: PlannerError) -> None:
    """Say on the screen why something could not be done."""
    st.session_state[TROUBLE] = language.refusal(error)


def open_visit(token: str) -> str | None:
    """A visit's newest text; None, with a word on the screen, when it cannot be opened."""
    put_away()
    with trouble_told():
        try:
            opened = records_of_session.records().open(token)
        except NotFound:
            st.session_state[TROUBLE] = language.tell(NOT_YOURS)
        else:
            newest = opened.newest
            _is_at(Saved(opened.client, token, newest.number, newest.saved_at))
            return newest.body
    return None


def from_address() -> str | None:
    """The visit that the address names; None when it names none."""
    token = st.query_params.get(ADDRESS)
    return open_visit(token) if token else None


def show_address() -> None:
    """Let the address name the open visit, so that a refresh finds it again."""
    here = place()
    if here and st.query_params.get(ADDRESS) != here.token:
        st.query_params[ADDRESS] = here.token
    elif not here and ADDRESS in st.query_params:
        del st.query_params[ADDRESS]
