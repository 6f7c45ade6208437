"""The notes and consents of a client as files, for the client's export."""

from planner.exports.notes.chart import chart_text
from planner.model.between.note import Note
from planner.visit.between import noting
from planner.visit.between.logging import plan_of
from ui.sessions import kept, of_session
from ui.state import practice
from ui.state.language import knowledge, spoken


def extras(client: str) -> dict[str, bytes]:
    """A text for each session's note and each note of a visit that was changed or signed."""
    every, plans = kept.sessions(client), kept.plans(client).found
    log = [one.value for one in every]
    how = (spoken(), practice.now())
    found: dict[str, bytes] = {}
    told = set()
    for one in every:
        of = plan_of(one.value, plans)
        if of:
            others = [each for each in log if each is not one.value]
            noted = of_session.noted(client, one, others, of.plan, knowledge())
            text = noting.text_of(noted.note(), noted.filled)
            name = _name(noted.note(), one.token)
            told.add(one.token)
            found[name] = chart_text(noted.note(), text, noted.head, *how).encode()
    for entry in kept.notes(client):
        if entry.value.of not in told:
            parts = noting.text_of(entry.value, {})
            made = chart_text(entry.value, parts, None, *how)
            found[_name(entry.value, entry.token)] = made.encode()
    return found


def _name(note: Note, token: str) -> str:
    return f"note-{note.on}-{token[:4]}.txt"
