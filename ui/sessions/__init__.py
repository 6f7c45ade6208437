"""Between visits: a session logged in three taps, consent as it was given, notes to be signed.

Panels that pages place: each keeps what was tapped before it is drawn again.
"""

from ui.sessions.agreement import given as consent_given
from ui.sessions.log import Logged, fed, line, log_summary, logged, ways
from ui.sessions.of_session import note_of_visit
from ui.sessions.papers import extras
from ui.sessions.place import open_consent, open_session, open_today, resume, whose
from ui.sessions.screen import draw
from ui.sessions.unreadable import told_of as unreadable_told

__all__ = [
    "Logged",
    "consent_given",
    "draw",
    "extras",
    "fed",
    "line",
    "log_summary",
    "logged",
    "note_of_visit",
    "open_consent",
    "open_session",
    "open_today",
    "resume",
    "unreadable_told",
    "ways",
    "whose",
]
