"""What happened beside the visits, in the facts that a list shows and a search finds."""

from collections.abc import Iterable, Mapping

from planner.model.between.note import Note
from planner.model.between.session import Session
from planner.visit.client.at_a_glance import Beside


def beside(sessions: Mapping[str, Session], notes: Iterable[Note]) -> Beside:
    """The sessions by their token, latest first; one without a signed note has it to come."""
    kept = list(notes)
    signed = {one.of for one in kept if one.is_signed}
    had = {token: one for token, one in sessions.items() if one.was_had}
    words = [word for one in sessions.values() for word in (one.words, one.found)]
    written = [part for one in kept for part in one.parts.values()]
    return Beside(
        sessions=tuple(sorted(one.on for one in had.values())),
        without_note=len(set(had) - signed),
        words=tuple(word for word in (*words, *written) if word),
    )
