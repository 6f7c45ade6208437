"""The documents that may leave the screen, each built when it is asked for."""

from collections.abc import Callable
from typing import Literal, NamedTuple

import streamlit as st

from planner.exports import documents
from planner.exports.documents import Document, Given
from planner.knowledge import Knowledge
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.words import say
from records import HANDED_OUT, File
from ui.state import own_pictures, practice, session
from ui.state.language import spoken_on_paper, tell

Kind = Literal["primary", "secondary"]


class Look(NamedTuple):
    """How a button stands out, and the key that presses it."""

    kind: Kind = "secondary"
    shortcut: str | None = None


USUAL = Look()
Made = tuple[Plan, Conversation, Knowledge]  # what a document is made from

# Streamlit makes a document in another thread, so each is handed the plan it stands for.


def draw(plan: Plan, said: Conversation, knowledge: Knowledge, finished: bool) -> None:
    """The plan's documents, or under a stop or a hold the note's; under `ask` none."""
    if plan.clearance.may_be_handed_out and finished:
        made = (plan, said, knowledge)
        _offer(say("PDF"), documents.PLAN_PDF, made, Look("primary", "P"))
        with st.popover(tell("More"), key="more-files"):
            _offer(say("CSV"), documents.PLAN_CSV, made)
            _offer(say("Calendar"), documents.PLAN_ICS, made)
    elif not plan.clearance.may_be_handed_out and not plan.draft:
        note(plan, said, knowledge)


def note(plan: Plan, said: Conversation, knowledge: Knowledge) -> None:
    """The note for whoever sees the client next, as PDF and as text."""
    _offer(say("Note (PDF)"), documents.NOTE_PDF, (plan, said, knowledge), Look("primary"))
    _offer(say("Note (text)"), documents.NOTE_TEXT, (plan, said, knowledge))


def for_records(plan: Plan, said: Conversation, knowledge: Knowledge) -> None:
    """The plan for another records system, where it may be handed out."""
    if plan.clearance.may_be_handed_out:
        _offer(say("FHIR"), documents.PLAN_FHIR, (plan, said, knowledge))


def _offer(label: Phrase, document: Document, of: Made, look: Look = USUAL) -> None:
    plan, left = of[0], session.on_its_way()
    language, head = spoken_on_paper(of[1].language), practice.now()
    own = own_pictures.of_plan(plan)

    def made() -> bytes:
        written = document.make(Given(*of, language, head, own))
        left.append(plan)
        return written

    named = document.file_name(plan)
    button(label, made, named, look, document.media_type, f"{document.kind}-{document.suffix}")


def button(
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

    st.download_button(
        tell(label),
        data=made,
        file_name=file_name,
        mime=media_type,
        key=f"download-{key or file_name}",
        type=look.kind,
        shortcut=look.shortcut,
        icon=":material/download:",
        on_click="ignore",
    )
