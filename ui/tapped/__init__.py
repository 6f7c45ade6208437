"""A component whose taps are each heard once, in order, whatever the line does.

The browser sends a tap again and again until Python says which was the last it kept
(`outbox.js`). So no tap is lost when the line drops, and none is heard twice.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from secrets import token_hex
from typing import Any

import streamlit as st

from ui.state import redrawn, session

HERE = Path(__file__).parent
SHARED = ("elements", "outbox", "sight", "mounted")
Act = Mapping[str, Any]
OnAct = Callable[[Act], None]
Component = Callable[..., object]


def component(
    name: str, folder: Path, scripts: tuple[str, ...], sheets: tuple[str, ...]
) -> Component:
    """A component from the scripts and sheets of a folder, after the shared ones."""
    shared = [HERE / f"{one}.js" for one in SHARED]
    own = [folder / f"{one}.js" for one in scripts]
    made: Component = st.components.v2.component(
        name,
        html=f'<div class="{name}"></div>',
        css=_read(folder / f"{one}.css" for one in sheets),
        js=_read([*shared, *own]),
    )
    return made


def _read(files: Iterable[Path]) -> str:
    return "\n".join(one.read_text(encoding="utf-8") for one in files)


def drawn(
    one: Component,
    data: Mapping[str, Any],
    visit: str,
    key: str,
    on_act: OnAct,
    *,
    narrowly: bool = False,
) -> None:
    """Draw it; `on_act` is called once for each tap, before the page is drawn.

    `visit` names the visit: what was tapped in another one is not taken for it. `narrowly`: after
    the taps only the places that show the visit are drawn anew, where its frame stays as it was.
    """
    one(
        key=key,
        data={**data, "visit": visit, "session": _session(key), "turn": _turn(key)},
        on_said_change=partial(_narrowly if narrowly else _hand_over, key, on_act),
    )


def _narrowly(key: str, on_act: OnAct) -> None:
    before, kept = redrawn.frame(), session.text()
    _hand_over(key, on_act)
    if session.text() != kept:
        redrawn.draw_anew(before)


def _hand_over(key: str, on_act: OnAct) -> None:
    said = st.session_state.get(key, {}).get("said")
    if not isinstance(said, Mapping) or said.get("session") != _session(key):
        return
    for act in said.get("acts") or ():
        if act["turn"] > _turn(key):
            st.session_state[f"{key}/turn"] = act["turn"]
            on_act(act)


def _turn(key: str) -> int:
    """The last tap that was kept."""
    return int(st.session_state.get(f"{key}/turn", 0))


def _session(key: str) -> str:
    """Names this session, so that what an earlier one has kept is not heard again."""
    return str(st.session_state.setdefault(f"{key}/session", token_hex(8)))
