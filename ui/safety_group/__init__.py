"""The safety interview: one group over the whole width, in the browser, answered by ticks.

Python sends the group with what is kept of it; the browser sends each tap, and each is heard once
(`ui/tapped`).
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from ui import tapped
from ui.safety_group import acts

__all__ = ["safety_group"]

BROWSER = Path(__file__).parent / "browser"
SCRIPTS = ("layout", "card", "none", "top", "again", "memory", "group", "answering", "main")
SHEETS = ("group", "card")
OnAct = Callable[[acts.Act], None]


@cache
def _component() -> tapped.Component:
    return tapped.component("safety", BROWSER, SCRIPTS, SHEETS)


def safety_group(data: dict[str, Any], visit: str, key: str, on_act: OnAct) -> None:
    """Draw a group; `on_act` is called once for each thing done in it, before the page is drawn.

    `visit` names the visit: what was tapped in another one is not taken for it.
    """
    tapped.drawn(_component(), data, visit, key, lambda act: on_act(acts.made_of(act)))
