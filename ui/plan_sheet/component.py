"""The plan as one component: Python sends a value, the browser says what was opened or asked."""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st

from ui import tapped
from ui.pictures import PICTURE
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.sheet import Opened
from ui.state import autosave

WEB = Path(__file__).parent / "web"
SCRIPTS = ("nodes", "stepper", "chips", "order", "rows", "picking", "own", "blocks", "panel")
SHEETS = ("sheet", "rows", "controls", "panel")
KEY = "plan-sheet"
OPENED = "plan-opened"


@cache
def _component() -> tapped.Component:
    return tapped.component("plan_sheet", WEB, (PICTURE, *SCRIPTS, "sheet"), (PICTURE, *SHEETS))


def draw(data: Data, on_act: Callable[[Any], None]) -> None:
    """Show a plan; `on_act` is called with each tap, before the next one is drawn."""
    tapped.drawn(_component(), data, autosave.token(), KEY, partial(_heard, on_act), narrowly=True)


def opened() -> Opened:
    """What stands open in the browser."""
    found: Opened = st.session_state.get(OPENED, Opened())
    return found


def open_line(line: str) -> None:
    """Let a line stand open, or none."""
    st.session_state[OPENED] = opened()._replace(line=line)


def _heard(on_act: Callable[[Any], None], said: tapped.Act) -> None:
    line = str(said.get("line", ""))
    if said.get("act") == "open":
        open_line(line)
    elif said.get("act") == "fold":
        _fold(line, bool(said.get("open")))
    on_act(said)


def _fold(name: str, opens: bool) -> None:
    others = tuple(one for one in opened().folds if one != name)
    st.session_state[OPENED] = opened()._replace(folds=(*others, name) if opens else others)
