"""The safety interview: one group over the whole width, in the browser, answered by ticks.

What travels: Python sends the group with what is kept of it; the browser sends each tap once, in
order, again and again until Python says which was the last it kept. So no tap is lost when the
line drops, and none is heard twice.
"""

from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit as st

from ui.safety_group import acts

__all__ = ["safety_group"]

HERE = Path(__file__).parent
SCRIPTS = (
    "elements", "outbox", "layout", "card", "none", "top", "again", "group", "answering", "main",
)  # fmt: skip
SHEETS = ("group", "card")
OnAct = Callable[[acts.Act], None]


@cache
def _component() -> Callable[..., object]:
    made: Callable[..., object] = st.components.v2.component(
        "safety_group",
        html='<div class="safety"></div>',
        css=_joined("css", SHEETS),
        js=_joined("js", SCRIPTS),
    )
    return made


def _joined(kind: str, names: tuple[str, ...]) -> str:
    return "\n".join(
        (HERE / "browser" / f"{name}.{kind}").read_text(encoding="utf-8") for name in names
    )


def safety_group(data: dict[str, Any], visit: str, key: str, on_act: OnAct) -> None:
    """Draw a group; `on_act` is called once for each thing done in it, before the page is drawn.

    `visit` names the visit: what was tapped in another one is not taken for it.
    """
    _component()(
        key=key,
        data={**data, "visit": visit, "session": _session(key), "turn": _turn(key)},
        on_said_change=partial(_hand_over, key, on_act),
    )


def _hand_over(key: str, on_act: OnAct) -> None:
    said = st.session_state.get(key, {}).get("said")
    for turn, act in acts.read(said, _session(key), _turn(key)):
        st.session_state[f"{key}/turn"] = turn
        on_act(act)


def _turn(key: str) -> int:
    """The last tap that was kept."""
    return int(st.session_state.get(f"{key}/turn", 0))


def _session(key: str) -> str:
    """Names this session, so that what an earlier one has kept is not heard again."""
    return str(st.session_state.setdefault(f"{key}/session", token_hex(8)))
