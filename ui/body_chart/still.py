"""The body chart to look at only: one view of the figure, with the level of each mark."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

import streamlit as st

from planner.figures.body_chart.curves import path
from planner.figures.body_chart.figure import MIDLINES
from planner.figures.body_chart.shapes import Shape, shapes, silhouette
from planner.model.ids import RegionId

HERE = Path(__file__).parent


def seen_best(*marks: Mapping[RegionId, int]) -> str:
    """The view on which most of these marks stand."""
    marked = {region for some in marks for region in some}
    counts = {view: sum(one.id in marked for one in shapes() if one.view == view)
              for view in MIDLINES}  # fmt: skip
    return max(counts, key=lambda view: counts[view])


def still(levels: Mapping[RegionId, int], view: str, says: str, key: str) -> None:
    """Draw one view with these marks; `says` stands for it where it cannot be seen."""
    data = {"levels": dict(levels), "view": view, "middle": MIDLINES[view], "says": says}
    _component()(key=key, data=data)


@cache
def _component() -> Callable[..., object]:
    made: Callable[..., object] = st.components.v2.component(
        "still_body",
        html=_markup(),
        css=(HERE / "still.css").read_text(encoding="utf-8"),
        js=(HERE / "still.js").read_text(encoding="utf-8"),
    )
    return made


def _markup() -> str:
    """The drawing, made of our own data only."""
    views = "".join(map(_view, MIDLINES))
    return f'<svg class="still" role="img">{views}</svg>'


def _view(view: str) -> str:
    there = [one for one in shapes() if one.view == view]
    skin = f'<path class="skin" d="{path(silhouette(view))}"/>'
    regions = (f'<path class="region" data-of="{one.id}" d="{one.path}"/>' for one in there)
    return f'<g data-view="{view}">{skin}{"".join(regions)}{"".join(map(_digit, there))}</g>'


def _digit(one: Shape) -> str:
    x, y = one.centre
    return f'<text data-of="{one.id}" x="{x:.1f}" y="{y:.1f}"></text>'
