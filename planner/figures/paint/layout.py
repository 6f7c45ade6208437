"""Frames on one sheet: side by side, stacked, or taking turns; then covered and framed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from planner.figures.paint.shapes import Area, Arrow, Ground, Spot, Stroke, bounds, covered
from planner.figures.paint.svg import Box, Element, alternating, arrow_ground, picture

MARGIN = 0.03  # of the longer side
APART = 0.10  # between two frames, of the larger one's width
GAP = 0.007
BEAT = 1.6  # seconds that a frame stays
MARK, MARK_WIDTH = 0.055, 0.024  # half a cross or tick and its strokes, of the longer side


@dataclass(frozen=True)
class Frame:
    """What is drawn together, the furthest first; `clip` keeps a box of it.

    `crossed` is how not to do it: it gets a cross, and what stands beside it a tick.
    """

    elements: Sequence[Element]
    clip: tuple[float, float, float, float] | None = None
    crossed: bool = False
    marks: Sequence[Stroke] = ()

    def box(self) -> tuple[float, float, float, float]:
        """Left, bottom, right, top of what it draws, or of what is kept."""
        marks = _shapes(self.marks)
        if self.clip is None:
            return bounds([*_shapes(self.elements), *marks])
        loose = _shapes(one for one in self.elements if isinstance(one, Arrow | Spot))
        return bounds([shapely.box(*self.clip), *loose, *marks])


def _shapes(elements: Iterable[Element]) -> Iterable[BaseGeometry]:
    for one in elements:
        match one:
            case Area():
                yield one.shape
            case Stroke():
                yield shapely.LineString(one.points).buffer(one.width / 2)
            case Arrow():
                yield shapely.LineString(one.points).buffer(0.02)
            case Spot():
                yield shapely.Point(one.at).buffer(0.02)


def still(frames: Sequence[Frame], *, stacked: bool = False) -> str:
    """The SVG of one frame, or of some beside each other."""
    placed = _in_rows(frames, stacked=stacked)
    if any(frame.crossed for frame in placed):
        placed = _marked(placed, stacked=stacked)
    box = _box(placed)
    return picture([one for frame in placed for one in _finished(frame, box)], box)


def moving(frames: Sequence[Frame]) -> str:
    """The SVG of whole frames that take turns."""
    box = _box(frames)
    return alternating([_finished(frame, box) for frame in frames], box, BEAT)


def _in_rows(frames: Sequence[Frame], *, stacked: bool) -> list[Frame]:
    boxes = [frame.box() for frame in frames]
    wide = max(right - left for left, _, right, _ in boxes)
    high = max(top - bottom for _, bottom, _, top in boxes)
    placed, at = [], 0.0
    for frame, (left, bottom, right, top) in zip(frames, boxes, strict=True):
        if stacked:
            placed.append(_moved(frame, (0.0, at - top)))
            at -= top - bottom + APART * high
        else:
            placed.append(_moved(frame, (at - left, 0.0)))
            at += right - left + APART * wide
    return placed if len(frames) > 1 else list(frames)


def _moved(frame: Frame, by: tuple[float, float]) -> Frame:
    clip = frame.clip and (
        frame.clip[0] + by[0],
        frame.clip[1] + by[1],
        frame.clip[2] + by[0],
        frame.clip[3] + by[1],
    )
    return replace(frame, elements=[_shifted(one, by) for one in frame.elements], clip=clip)


def _shifted(one: Element, by: tuple[float, float]) -> Element:
    match one:
        case Area():
            welds = {joint: (x + by[0], y + by[1], r) for joint, (x, y, r) in one.welds.items()}
            return replace(one, shape=shapely.affinity.translate(one.shape, *by), welds=welds)
        case Spot():
            return replace(one, at=one.at + np.array(by))
        case Stroke() | Arrow():
            return replace(one, points=one.points + np.array(by))


def _box(frames: Sequence[Frame]) -> Box:
    left, bottom, right, top = bounds([shapely.box(*frame.box()) for frame in frames])
    margin = MARGIN * max(right - left, top - bottom)
    return Box(left - margin, bottom - margin, right + margin, top + margin)


def _finished(frame: Frame, box: Box) -> list[Element]:
    """A frame covered and clipped, its arrows on free ground."""
    under = [one for one in frame.elements if isinstance(one, Area | Stroke)]
    spots = [one for one in frame.elements if isinstance(one, Spot)]
    arrows = [one for one in frame.elements if isinstance(one, Arrow)]
    ground = _ground(arrows, frame, box)
    return [*covered(under, GAP * box.longer, ground), *spots, *arrows, *frame.marks]


def _ground(arrows: Sequence[Arrow], frame: Frame, box: Box) -> Ground:
    free = shapely.union_all([arrow_ground(one, box.longer) for one in arrows]) if arrows else None
    return Ground(free, shapely.box(*frame.clip) if frame.clip else None)


def _marked(frames: Sequence[Frame], *, stacked: bool) -> list[Frame]:
    """A cross or a tick under each frame, or beside each where they are stacked."""
    longer = _box(frames).longer
    left, bottom, _, _ = bounds([shapely.box(*frame.box()) for frame in frames])
    half = MARK * longer
    marked = []
    for frame in frames:
        own_left, own_bottom, own_right, own_top = frame.box()
        at = (
            (left - 1.6 * half, (own_bottom + own_top) / 2)
            if stacked
            else ((own_left + own_right) / 2, bottom - 1.6 * half)
        )
        marks = _cross(at, half) if frame.crossed else _tick(at, half)
        strokes = [Stroke(np.array(points), MARK_WIDTH * longer, kind) for kind, points in marks]
        marked.append(replace(frame, marks=strokes))
    return marked


Mark = tuple[str, list[tuple[float, float]]]


def _cross(at: tuple[float, float], half: float) -> list[Mark]:
    x, y = at
    return [
        ("no", [(x - half, y - half), (x + half, y + half)]),
        ("no", [(x - half, y + half), (x + half, y - half)]),
    ]


def _tick(at: tuple[float, float], half: float) -> list[Mark]:
    x, y = at
    return [("yes", [(x - half, y), (x - 0.3 * half, y - 0.8 * half), (x + half, y + 0.8 * half)])]
