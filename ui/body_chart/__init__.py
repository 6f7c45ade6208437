"""The body chart: 77 regions to tap, front and back, with a level for each.

What travels: Python sends the marks and our own labels; the browser sends a count of its taps
and the regions that these changed, never the whole chart. So a tap made while the page is being
redrawn, and a change made in the list beside the chart, both survive.
"""

from collections.abc import Callable, Iterable
from functools import cache, partial
from pathlib import Path
from typing import Any

import streamlit as st

from planner.knowledge import load
from planner.model.ids import RegionId
from planner.visit.said.pain_marks import Levels
from planner.words import Language
from ui.body_chart.close_up import close_up, seen_from
from ui.body_chart.marks import (
    LEVELS,
    Taps,
    in_words,
    list_changes,
    read_taps,
    with_levels,
    wpi_count,
)
from ui.body_chart.markup import LETTERS, TITLES, markup
from ui.state.language import knowledge, spoken, tell, tell_many

__all__ = [
    "LEVELS",
    "TITLES",
    "body_chart",
    "close_up",
    "in_words",
    "list_beside",
    "seen_from",
    "with_levels",
    "wpi_count",
]

HERE = Path(__file__).parent
SCRIPTS = ("reach.js", "chart.js")
OnLevels = Callable[[Levels], None]


@cache
def _component(code: str) -> Callable[..., object]:
    """The chart with its drawing in one language."""
    made: Callable[..., object] = st.components.v2.component(
        f"body_chart_{code}",
        html=markup(),
        css=(HERE / "chart.css").read_text(encoding="utf-8"),
        js="\n".join((HERE / one).read_text(encoding="utf-8") for one in SCRIPTS),
    )
    return made


def body_chart(marks: Levels, key: str, on_taps: OnLevels | None = None, view: str = "") -> Levels:
    """Draw the chart with these marks; the marks with every new tap in them.

    `on_taps` is called before the page is drawn, with the regions that taps changed and their new
    levels (0: no longer marked); apply them with `with_levels` to what is kept. `view`: the part
    of the drawing that is shown, see `close_up`; all of it where none is named.
    """
    new = _taken(key)
    marked = with_levels(marks, new.levels)
    wanted = spoken()
    said = {"words": _words(wanted), "regions": _regions(wanted)}
    _component(wanted.code)(
        key=key,
        data={"marks": marked, "turn": new.turn, "view": view, **said},
        on_taps_change=partial(_hand_over, key, on_taps),
    )
    return marked


def list_beside(key: str, marks: Iterable[RegionId], on_choice: OnLevels) -> dict[str, Any]:
    """The arguments of an `st.multiselect` of the same regions; draw it after the chart.

    A browser sends what all its widgets show. A list that has not heard of a tap yet would look
    like one from which that mark was taken. So each tap gives the list a new key, and what was
    chosen is compared with what that very list was drawn with.
    """
    widget = f"{key}/list/{_sent(key).turn}"
    drawn = list(marks)
    if st.session_state.get(widget, drawn) != drawn:
        st.session_state[widget] = drawn
    arguments = (widget, drawn, on_choice)
    return {"key": widget, "on_change": _chosen, "args": arguments, "default": drawn}


def _chosen(widget: str, drawn: list[RegionId], on_choice: OnLevels) -> None:
    on_choice(list_changes(drawn, st.session_state[widget]))


def _hand_over(key: str, on_taps: OnLevels | None) -> None:
    if on_taps is not None:
        on_taps(_taken(key).levels)


def _taken(key: str) -> Taps:
    """The taps that have not been taken before, and take them."""
    taps = _sent(key)
    before = st.session_state.get(_turn_key(key), 0)
    st.session_state[_turn_key(key)] = taps.turn
    return taps if taps.turn != before else Taps(taps.turn)


def _sent(key: str) -> Taps:
    return read_taps(st.session_state.get(key, {}).get("taps"), load().regions)


def _turn_key(key: str) -> str:
    return f"{key}/turn"


@cache
def _regions(_: Language) -> list[dict[str, Any]]:
    """What the browser says of each region: all from the knowledge base."""
    return [
        {"id": one.id, "label": one.label, "side": one.side, "mirror": one.mirror}
        for one in knowledge().regions.values()
    ]


@cache
def _words(_: Language) -> dict[str, Any]:
    """What the browser says beside the names of regions; `changed` by the number of them."""
    most = len(load().regions)
    return {
        "levels": [tell(one) for one in LEVELS],
        "letters": {side: tell(letter) for side, letter in LETTERS.items()},
        "named": tell("{place}: {level}", place="{place}", level="{level}"),
        "changed": [
            tell_many("{number} area changed", "{number} areas changed", number)
            for number in range(most + 1)
        ],
    }
