"""The documents that may leave the screen, each built when it is asked for."""

from collections.abc import Callable
from functools import partial
from typing import Literal

import streamlit as st

from planner.exports import documents
from planner.exports.documents import Document
from planner.knowledge import Knowledge
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.words import say
from ui.state.language import spoken, tell

Kind = Literal["primary", "secondary"]
Made = tuple[Plan, Conversation, Knowledge]  # what a document is made from

# Streamlit makes a document in another thread, so each is handed the plan it stands for.


def draw(plan: Plan, said: Conversation, knowledge: Knowledge, finished: bool) -> None:
    """The plan's documents, or under a stop or a hold the note's; under `ask` none."""
    if plan.clearance.may_be_handed_out and finished:
        made = (plan, said, knowledge)
        _offer(say("PDF"), documents.PLAN_PDF, made, kind="primary", shortcut="P")
        _offer(say("CSV"), documents.PLAN_CSV, made, shortcut="T")
        _offer(say("Calendar"), documents.PLAN_ICS, made, shortcut="K")
    elif not plan.clearance.may_be_handed_out and not plan.draft:
        note(plan, said, knowledge)


def note(plan: Plan, said: Conversation, knowledge: Knowledge) -> None:
    """The note for whoever sees the client next, as PDF and as text."""
    _offer(say("Note (PDF)"), documents.NOTE_PDF, (plan, said, knowledge), kind="primary")
    _offer(say("Note (text)"), documents.NOTE_TEXT, (plan, said, knowledge))


def for_records(plan: Plan, said: Conversation, knowledge: Knowledge) -> None:
    """The plan for another records system, where it may be handed out."""
    if plan.clearance.may_be_handed_out:
        _offer(say("FHIR"), documents.PLAN_FHIR, (plan, said, knowledge))


def _offer(
    label: Phrase,
    document: Document,
    of: Made,
    kind: Kind = "secondary",
    shortcut: str | None = None,
) -> None:
    make = partial(document.make, *of, spoken())
    button(label, make, document.file_name(of[0]), kind, shortcut, document.media_type)


def button(
    label: Phrase,
    make: Callable[[], bytes],
    file_name: str,
    kind: Kind = "secondary",
    shortcut: str | None = None,
    media_type: str | None = None,
) -> None:
    """One document, made on the click in another thread from what it is handed here."""
    st.download_button(
        tell(label),
        data=make,
        file_name=file_name,
        mime=media_type,
        key=f"download-{file_name}",
        type=kind,
        shortcut=shortcut,
        icon=":material/download:",
        on_click="ignore",
    )
