"""Whether a text that came from elsewhere is one that could be opened here."""

from collections.abc import Callable

from planner.knowledge import load
from planner.model.between.consent import CONSENT, read_consent
from planner.model.between.note import NOTE, read_note
from planner.model.between.session import SESSION, read_session
from planner.model.errors import EntryError, Problem
from planner.model.record import KnownIds, Record
from planner.model.visit import read_draft
from planner.words import say

VISIT = "visit"  # what the records call it


def read_kept(kind: str, text: str) -> Record:
    """What opening would make of a text of a kind; raises PlannerError with what is wrong."""
    if kind not in READERS:
        raise EntryError([Problem(kind, say("is of a kind that this version does not know"))])
    return READERS[kind](text, load().known_ids)


def _note(text: str, _: KnownIds) -> Record:
    return read_note(text)


READERS: dict[str, Callable[[str, KnownIds], Record]] = {
    VISIT: read_draft,
    SESSION: read_session,
    CONSENT: read_consent,
    NOTE: _note,
}
