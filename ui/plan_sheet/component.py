"""The plan as one component: Python sends a value, the browser says what was opened or asked."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.pictures import PICTURE
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.sheet import Opened

WEB = Path(__file__).parent / "web"
SCRIPTS = (f"{PICTURE}.js", "blocks.js", "lines.js", "sheet.js")
STYLES = (f"{PICTURE}.css", "sheet.css", "panel.css")
KEY = "plan-sheet"
MARKUP = """
<div class="sheet">
  <div class="top"><div class="bar"></div><p class="last" role="status"></p></div>
  <div class="halves"><div class="lines"></div>
    <div class="panel" role="region" data-scrolls-alone></div></div>
</div>
"""


@cache
def _component() -> Callable[..., object]:
    made: Callable[..., object] = st.components.v2.component(
        "plan_sheet", html=MARKUP, css=_read(STYLES), js=_read(SCRIPTS)
    )
    return made


def _read(files: tuple[str, ...]) -> str:
    return "\n".join((WEB / one).read_text(encoding="utf-8") for one in files)


def draw(data: Data, on_act: Callable[[Any], None]) -> None:
    """Show a plan; `on_act` is called with what is asked of it, before the next one is drawn."""
    _component()(
        key=KEY,
        data=data,
        on_act_change=lambda: on_act(_sent().get("act")),
        on_open_change=_nothing_else,
        on_folds_change=_nothing_else,
    )


def opened() -> Opened:
    """What stands open in the browser."""
    sent = _sent()
    return Opened(str(sent.get("open") or ""), tuple(map(str, sent.get("folds") or ())))


def _sent() -> Data:
    return dict(st.session_state.get(KEY) or {})


def _nothing_else() -> None:
    """What was opened is read when the plan is drawn."""
