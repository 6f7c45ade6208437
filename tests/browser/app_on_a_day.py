"""The app on a day that a test sets: the screen asks the file for what the clock would say."""

import os
from datetime import UTC, date, datetime, time
from pathlib import Path

import streamlit as st

from ui.pictures.served import route
from ui.state import clock

SCREEN = Path(__file__).parents[2] / "ui" / "screen.py"
DAY = Path(os.environ["PAIN_PLAN_DAY"])  # holds one date, and may be written over at any time
MORNING = time(10, tzinfo=UTC)


def _today() -> date:
    return date.fromisoformat(DAY.read_text(encoding="utf-8").strip())


def _now() -> datetime:
    return datetime.combine(_today(), MORNING)


clock.today, clock.now = _today, _now
app = st.App(str(SCREEN), routes=[route()])
