"""From the drawing's lines to the 77 closed shapes on the page, each with its place and side."""

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise

from planner.figures.body_chart.curves import (
    Curve,
    Point,
    centre,
    path,
    placed,
    polygon,
    smooth,
    straight,
    turned,
)
from planner.figures.body_chart.figure import (
    CORNERS,
    DETAILS,
    MIDLINES,
    OUTLINE,
    PLACES,
    SEAMS,
    Line,
)

# Which half of each figure lies to the viewer's left (-1) and right (1), by the person's own side.
OUTWARD = {("front", "right"): -1, ("front", "left"): 1, ("back", "left"): -1, ("back", "right"): 1}


@dataclass(frozen=True)
class Shape:
    """One region as drawn; `side` is the person's own."""

    id: str
    view: str
    side: str
    curve: Curve

    @property
    def path(self) -> str:
        """Its border as an SVG path."""
        return path(self.curve)

    @cached_property
    def corners(self) -> tuple[Point, ...]:
        """Its border as a polygon."""
        return polygon(self.curve)

    @cached_property
    def centre(self) -> Point:
        """Where its level is printed."""
        return centre(self.corners)


@cache
def shapes() -> tuple[Shape, ...]:
    """Every region in reading order: front then back, head to foot."""
    return tuple(
        shape for view, places in PLACES.items() for place in places for shape in _pair(view, place)
    )


def half_outline(view: str) -> tuple[Curve, Curve]:
    """The silhouette of a figure from crown to crotch, on the viewer's left and right."""
    names = ("crown", "neck base", "fingertip", "armpit", "hip", "toe", "inner thigh", "crotch")
    half = tuple(cubic for start, end in pairwise(names) for cubic in _edge(view, start, end))
    return placed(half, MIDLINES[view], -1), placed(half, MIDLINES[view], 1)


def silhouette(view: str) -> Curve:
    """The whole border of a figure, round from the crown and back to it."""
    one, other = half_outline(view)
    return (*one, *turned(other))


def details(view: str) -> tuple[str, ...]:
    """The thin lines that only help to see a body: fingers, spine, toes."""
    return tuple(
        path(placed(smooth(line), MIDLINES[view], outward))
        for line in DETAILS[view]
        for outward in (-1, 1)
    )


def _pair(view: str, place: str) -> list[Shape]:
    """A place on the viewer's left and right, or the one shape that lies across the midline."""
    half = _ring(view, PLACES[view][place])
    sides = sorted(("left", "right"), key=lambda side: OUTWARD[view, side])
    halves = [placed(half, MIDLINES[view], OUTWARD[view, side]) for side in sides]
    if place == "sacrum":
        return [Shape(place, view, "midline", (*halves[1][:-1], *turned(halves[0][:-1])))]
    return [
        Shape(f"{place}_{side}", view, side, curve)
        for side, curve in zip(sides, halves, strict=True)
    ]


def _ring(view: str, names: tuple[str, ...]) -> Curve:
    return tuple(
        cubic for start, end in pairwise((*names, names[0])) for cubic in _edge(view, start, end)
    )


@cache
def _edge(view: str, start: str, end: str) -> Curve:
    """The border between two corners: along the shortest line that has both, or the midline."""
    lines = [line for line in (*SEAMS.get(view, ()), *OUTLINE) if start in line and end in line]
    if not lines:
        return straight(CORNERS[start], CORNERS[end])
    line = min(lines, key=len)
    here, there = line.index(start), line.index(end)
    curve = smooth(_points(line))
    return curve[here:there] if here < there else turned(curve[there:here])


def _points(line: Line) -> list[Point]:
    return [CORNERS[step] if isinstance(step, str) else step for step in line]
