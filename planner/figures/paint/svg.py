"""A picture as SVG: whole numbers in a box whose longer side is 2000, tones as classes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely
import shapely.ops
from shapely.geometry.base import BaseGeometry

from planner.figures.body.turning import Vector
from planner.figures.paint.shapes import Area, Arrow, Spot, Stroke
from planner.figures.style import Theme, Tone, style

LONGER_SIDE = 2000
TOLERANCE = 0.9  # in the box's own units
ARROW_WIDTH, ARROW_HEAD, ARROW_GAP = 0.017, 0.054, 0.007
SPOT, SPOT_RING = 0.054, 0.006
BEAT = (
    "@keyframes beat{0%,100%{visibility:visible}%SHARE%,99.9%{visibility:hidden}}"
    ".beat{animation:beat %TOTAL%s step-end infinite}"
)

Element = Area | Stroke | Arrow | Spot


@dataclass(frozen=True)
class Box:
    """The frame on the page: left, bottom, right, top in shares of height."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def longer(self) -> float:
        """Its longer side."""
        return max(self.right - self.left, self.top - self.bottom)

    @property
    def scale(self) -> float:
        """Units of the SVG in one height."""
        return LONGER_SIDE / self.longer

    def size(self) -> tuple[int, int]:
        """Width and height in units of the SVG."""
        return (
            round((self.right - self.left) * self.scale),
            round((self.top - self.bottom) * self.scale),
        )

    def fit(self, points: Vector) -> Vector:
        """Points of the page in the SVG's own whole numbers, y down."""
        placed = (points - np.array([self.left, self.top])) * np.array([1, -1]) * self.scale
        return np.rint(placed).astype(int)


def picture(elements: Iterable[Element], box: Box) -> str:
    """One still picture."""
    return _file(box, "".join(_drawn(one, box) for one in elements))


def alternating(frames: Sequence[Iterable[Element]], box: Box, seconds: float) -> str:
    """Whole frames that take turns; whoever asks for less motion is shown the still picture."""
    total = seconds * len(frames)
    beat = BEAT.replace("%SHARE%", f"{100 / len(frames):.1f}%").replace("%TOTAL%", f"{total:g}")
    groups = [
        f'<g class="beat" style="animation-delay:{at * seconds - total:g}s">'
        + "".join(_drawn(one, box) for one in frame)
        + "</g>"
        for at, frame in enumerate(frames)
    ]
    return _file(box, f"<style>{beat}</style>" + "".join(groups))


def _file(box: Box, inside: str) -> str:
    width, height = box.size()
    glow = (
        '<radialGradient id="felt"><stop class="felt" offset=".5" stop-opacity=".9"/>'
        '<stop class="felt" offset="1" stop-opacity="0"/></radialGradient>'
    )
    defs = f"<defs>{glow}</defs>" if "url(#felt)" in inside else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
        f"<style>{style(Theme.LIGHT)}</style>{defs}{inside}</svg>\n"
    )


def _drawn(one: Element, box: Box) -> str:
    match one:
        case Area():
            return _area(one, box)
        case Stroke():
            width = round(one.width * box.scale)
            return f'<path class="{one.kind}" stroke-width="{width}" d="{_line(one.points, box)}"/>'
        case Arrow():
            return _arrow(one, box)
        case Spot():
            return _spot(one, box)


def _area(area: Area, box: Box) -> str:
    path = path_of(area.shape, box)
    if not path:
        return ""
    edge = ""
    classes = area.tone.value
    if area.tone is Tone.GHOST:
        edge = ' stroke-width="11" stroke-dasharray="34 25"'
    elif area.edged:
        classes += " edge"
        edge = ' stroke-width="6"'
    drawn = f'<path class="{classes}"{edge} d="{path}"/>'
    if area.shade is not None:
        shade = path_of(area.shade, box)
        drawn += f'<path class="{Tone.SHADE}" d="{shade}"/>' if shade else ""
    return drawn


def _arrow(arrow: Arrow, box: Box) -> str:
    head = ARROW_HEAD * box.longer
    points = arrow.points
    heads = [_head(points, head)]
    if arrow.double:
        heads.append(_head(points[::-1], head))
        points = _shortened(points[::-1], head * 0.6)[::-1]
    line = _line(_shortened(points, head * 0.6), box)
    tips = "".join("M" + "L".join(f"{x} {y}" for x, y in box.fit(tip)) + "Z" for tip in heads)
    return (
        f'<path class="line" stroke-width="{ARROW_WIDTH * LONGER_SIDE:.0f}" d="{line}"/>'
        f'<path class="{Tone.ARROW}" d="{tips}"/>'
    )


def arrow_ground(arrow: Arrow, longer: float) -> BaseGeometry:
    """The ground an arrow keeps free of what lies under it."""
    line = shapely.LineString(arrow.points).buffer((ARROW_WIDTH / 2 + ARROW_GAP) * longer)
    ends = [arrow.points, arrow.points[::-1]] if arrow.double else [arrow.points]
    heads = [shapely.Polygon(_head(points, ARROW_HEAD * longer)) for points in ends]
    return shapely.union_all([line, *(head.buffer(ARROW_GAP * longer) for head in heads)])


def _head(points: Vector, size: float) -> Vector:
    tip = points[-1]
    back = _shortened(points, size)[-1]
    way = tip - back
    square = np.array([-way[1], way[0]]) * 0.5
    return np.array([tip, back + square, back - square])


def _shortened(points: Vector, by: float) -> Vector:
    """A line without its last stretch."""
    line = shapely.LineString(points)
    rest = max(line.length - by, line.length * 0.05)
    cut = shapely.ops.substring(line, 0, rest)
    return np.array(cut.coords)


def _spot(spot: Spot, box: Box) -> str:
    (x, y), radius = box.fit(spot.at), round(SPOT * LONGER_SIDE)
    ring, width = round(radius * 0.5), round(SPOT_RING * LONGER_SIDE)
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="url(#felt)"/>'
        f'<circle class="ring" cx="{x}" cy="{y}" r="{ring}" stroke-width="{width}"/>'
    )


def _line(points: Vector, box: Box) -> str:
    return "M" + "L".join(f"{x} {y}" for x, y in box.fit(points))


def path_of(shape: BaseGeometry, box: Box) -> str:
    """A shape as a path of relative whole steps; crumbs too small to see are left out."""
    rings: list[str] = []
    for polygon in polygons(shape):
        if polygon.area * box.scale**2 < 60:  # noqa: PLR2004 - a crumb of 8 by 8 in 2000
            continue
        for slim in polygons(polygon.simplify(TOLERANCE / box.scale)):
            edges = (slim.exterior, *slim.interiors)
            rings.extend(_ring(np.array(ring.coords), box) for ring in edges)
    return "".join(rings)


def _ring(coords: Vector, box: Box) -> str:
    placed = box.fit(coords)[:-1]
    steps = np.diff(placed, axis=0)
    steps = steps[np.any(steps != 0, axis=1)]
    moves = "".join(
        f"{dx}{dy:+d}" if at == 0 else f"{dx:+d}{dy:+d}" for at, (dx, dy) in enumerate(steps)
    )
    return f"M{placed[0][0]} {placed[0][1]}l{moves}z"


def polygons(shape: BaseGeometry) -> list[shapely.Polygon]:
    """The polygons of a shape, whatever it is a collection of."""
    if isinstance(shape, shapely.Polygon):
        return [] if shape.is_empty else [shape]
    parts = getattr(shape, "geoms", ())
    return [polygon for part in parts for polygon in polygons(part)]
