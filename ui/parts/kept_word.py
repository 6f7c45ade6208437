"""When the open visit was last kept on the disk: a quiet word at the top of every step."""

from datetime import date, datetime
from html import escape
from zoneinfo import ZoneInfo

import streamlit as st

from ui.state import autosave, clock, practice, redrawn
from ui.state.language import tell


def draw() -> None:
    """Nothing while nothing is kept; drawn anew with every answer, for each is kept."""
    redrawn.place(redrawn.KEPT, _draw)


def _draw() -> None:
    here = autosave.place()
    st.html(_as_html(here.saved_at) if here else "<span></span>")


def _as_html(saved_at: datetime) -> str:
    zone = _zone()
    words = escape(in_words(saved_at.astimezone(zone), clock.now().astimezone(zone).date()))
    return f"<time class='kept' datetime='{saved_at.isoformat()}'>{words}</time>"


def _zone() -> ZoneInfo | None:
    """That of the practice; None, which is this computer's, where none is set."""
    name = practice.now().timezone
    return ZoneInfo(name) if name else None


def in_words(saved_at: datetime, today: date) -> str:
    """The minute; of another day that day."""
    if saved_at.date() == today:
        minute = f"{saved_at:%H:%M}"
        return tell("kept {time}", time=minute)
    return tell("kept {day:short}", day=saved_at.date())
