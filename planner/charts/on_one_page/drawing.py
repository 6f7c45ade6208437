"""One channel as a drawing: its scale, its dots, its means, the start, sessions and milestones."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from planner.charts.figure import FONT, Row, Spec, in_house_style
from planner.charts.on_one_page.span import DAY, Point, Span, Tick

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.4.1.json"
SMALL, LARGE = 9.4, 11.5  # letters
INK, GREY, HAIR = "#1b1c1d", "#484d50", "#b9bfc2"
LEFT, RIGHT, ABOVE, BELOW = 26, 9, 7, 7  # points around a channel
FULL_WIDTH = LEFT + RIGHT  # beside the width of the axis
DATES, MARKS = 15, 9  # points more below, for dates and for triangles
LABELS, NUMBERS = 9, 12  # points more above, for the values of means and for milestones
MANY, MARK, SMALL_MARK = 60, 34, 12  # sessions, from which on a triangle is small
SIDES = ("left", "center", "right")
WIDEST_DOT, SMALLEST_DOT, SHARE = 4.8, 1.3, 0.66  # points; of the room that a dot has
TEXT = {"type": "text", "font": FONT, "fontSize": SMALL, "color": GREY}


class Label(NamedTuple):
    """A mean as a heavy line, with its value above it, at the right end of its place."""

    first: float
    last: float
    value: float
    says: str
    at: float
    level: float


class Marks(NamedTuple):
    """All that is drawn of a channel; `milestones` are places with the numbers they have."""

    points: Sequence[Point]
    top: float
    parts: int
    height: int
    accent: str
    ticks: Sequence[Tick] = ()
    means: Sequence[Label] = ()
    sessions: Sequence[float] = ()
    milestones: Sequence[tuple[float, str]] = ()


def drawing(marks: Marks, span: Span) -> Spec:
    """The channel as Vega-Lite; its padding is set, so that all of them stand below each other."""
    lower = (MARKS if marks.sessions else 0) + (DATES if marks.ticks else 0)
    above = ABOVE + (LABELS if marks.means else 0) + (NUMBERS if marks.milestones else 0)
    spec: Spec = {
        "$schema": SCHEMA,
        "height": marks.height,
        "autosize": {"type": "none"},
        "padding": {"left": LEFT, "right": RIGHT, "bottom": BELOW + lower, "top": above},
        "layer": [layer for layer in _layers(marks, span) if layer["data"]["values"]],
    }
    return in_house_style(spec)


def _layers(marks: Marks, span: Span) -> list[Spec]:
    """From the lowest to the one on top."""
    y, dot = _scale(marks), _dot(_diameter(span))
    points = [one._asdict() for one in marks.points]
    before = [one for one in points if one["is_before"]]
    since = [one for one in points if not one["is_before"]]
    line = {"type": "rule", "color": GREY, "strokeWidth": 0.5}
    return [
        _layer([{"value": 0}], line | {"color": INK, "strokeWidth": 1.2}, {"y": y}),
        *_milestones(marks, span),
        _layer(points if span.unit > DAY else [], line,
               _at(span) | {"y": y | {"field": "low"}, "y2": {"field": "high"}}),
        _layer(points, {"type": "line", "strokeWidth": 0.7, "color": GREY},
               _at(span) | {"y": y, "detail": {"field": "run"}}),
        _layer(before, dot | {"fill": "white", "strokeWidth": 0.9}, _at(span) | {"y": y}),
        _layer(since, dot | {"fill": GREY, "strokeWidth": 0.4}, _at(span) | {"y": y}),
        _layer(_start(span), {"type": "rule", "strokeDash": [4, 3], "color": INK}, _at(span)),
        *_means(marks, span, y),
        *_below(marks, span),
    ]  # fmt: skip


def _layer(rows: Sequence[Row], mark: Spec, encoding: Spec) -> Spec:
    return {"data": {"values": list(rows)}, "mark": mark, "encoding": encoding}


def _at(span: Span, field: str = "at") -> Spec:
    domain = [-0.5, span.days - 0.5]
    scale = {"domain": domain, "nice": False, "zero": False}
    return {"x": {"field": field, "type": "quantitative", "axis": None, "scale": scale}}


def _scale(marks: Marks) -> Spec:
    """The scale with its lines, each with its number."""
    axis: Spec = {
        "title": None, "format": ".9~g", "labelFont": FONT,
        "grid": True, "gridColor": HAIR, "gridWidth": 0.5,
        "values": [marks.top * at / marks.parts for at in range(marks.parts + 1)],
        "labelFontSize": SMALL, "labelColor": GREY, "labelPadding": 5, "labelOverlap": False,
    }  # fmt: skip
    scale = {"domain": [0, marks.top], "nice": False}
    return {"field": "value", "type": "quantitative", "axis": axis, "scale": scale}


def _diameter(span: Span) -> float:
    """Of a dot, so that neighbours stand apart as long as there is room."""
    room = span.apart(span.unit)
    return max(SMALLEST_DOT, min(WIDEST_DOT, SHARE * room))


def _dot(diameter: float) -> Spec:
    size = math.pi / 4 * diameter**2
    return {"type": "point", "shape": "circle", "filled": False, "size": size, "stroke": GREY,
            "opacity": 1}  # fmt: skip


def _start(span: Span) -> list[Row]:
    """Where the plan began: between two days."""
    return [{"at": span.at(span.start) - 0.5}] if span.start else []


def _means(marks: Marks, span: Span, y: Spec) -> tuple[Spec, Spec]:
    rows = [one._asdict() for one in marks.means]
    line = {"type": "rule", "strokeWidth": 3, "color": marks.accent}
    words = TEXT | {"fontSize": LARGE, "fontWeight": "bold", "color": marks.accent,
                    "align": "right", "baseline": "bottom", "dx": -3}  # fmt: skip
    return (
        _layer(rows, line, _at(span, "first") | {"x2": {"field": "last"}, "y": y}),
        _layer(rows, words, _at(span)
               | {"y": y | {"field": "level"}, "text": {"field": "says"}}),
    )  # fmt: skip


def _milestones(marks: Marks, span: Span) -> tuple[Spec, Spec]:
    """A dotted line for each, with its number above those of the means."""
    rows: list[Row] = [{"at": at, "says": says} for at, says in marks.milestones]
    top = -LABELS - NUMBERS / 2
    line = {"type": "rule", "strokeWidth": 0.8, "strokeDash": [1, 2], "color": INK}
    words = TEXT | {"fontWeight": "bold", "color": INK, "baseline": "bottom"}
    return (
        _layer(rows, line, _at(span) | {"y": {"value": top}, "y2": {"value": marks.height}}),
        _layer(rows, words, _at(span) | {"y": {"value": top}, "text": {"field": "says"}}),
    )


def _below(marks: Marks, span: Span) -> list[Spec]:
    """Triangles below the scale, and the dates below these."""
    size = SMALL_MARK if len(marks.sessions) > MANY else MARK
    triangle = {"type": "point", "shape": "triangle-up", "filled": True, "size": size,
                "color": INK, "opacity": 1}  # fmt: skip
    dates = marks.height + (MARKS if marks.sessions else 0) + 5
    return [
        _layer([{"at": at} for at in marks.sessions], triangle,
               _at(span) | {"y": {"value": marks.height + 6}}),
        *(_layer([one._asdict() for one in marks.ticks if one.side == side],
                 TEXT | {"align": side, "baseline": "top"},
                 _at(span) | {"y": {"value": dates}, "text": {"field": "says"}})
          for side in SIDES),
    ]  # fmt: skip
