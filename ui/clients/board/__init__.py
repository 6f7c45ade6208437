"""The list of clients in the browser: search, groups, one row a client; taps are heard once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from ui import tapped

BROWSER = Path(__file__).parent / "browser"
KEY = "clients-board"


@cache
def _component() -> tapped.Component:
    return tapped.component("clients_board", BROWSER, ("board", "rows"), ("board",))


def draw(data: Mapping[str, Any], on_act: tapped.OnAct) -> None:
    """The list as it stands; `on_act` is told what was tapped or typed."""
    tapped.drawn(_component(), data, "clients", KEY, on_act)
