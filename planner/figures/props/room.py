"""What a room has: a screen, a chair with arms, a door post; a bag to carry, a bar to twist."""

import numpy as np
from numpy.typing import NDArray

from planner.figures.body.turning import UP, Vector, across, unit
from planner.figures.paint.shapes import Stroke
from planner.figures.picture import PropAt
from planner.figures.props.furniture import SEAT, chair
from planner.figures.props.solids import box, boxes, rod, toned
from planner.figures.props.stage import Drawn, Stage, held, placed, where
from planner.figures.style import Tone

ARM_REST = 0.145  # above the seat
BAR = 0.017


def screen(prop: PropAt, stage: Stage) -> Drawn:
    """A screen on its foot; `size` says how far its lower edge is up, its height and width."""
    up, high, wide = prop.size or (0.10, 0.17, 0.26)
    parts = [
        ((0.02, 0.006, 0.0), (0.10, 0.012, 0.12)),
        ((0.02, up / 2 + 0.03, 0.0), (0.014, up + 0.06, 0.02)),
    ]
    panel = box(stage.camera, placed(prop) + UP * (up + high / 2), (0.016, high, wide))
    return [*boxes(stage.camera, placed(prop), prop.yaw, parts), *toned(panel, Tone.SCREEN)]


def armchair(prop: PropAt, stage: Stage) -> Drawn:
    """A chair with rests for the arms."""
    parts = [
        part
        for z in (-0.125, 0.125)
        for part in (
            ((0.04, SEAT + ARM_REST, z), (0.21, 0.02, 0.026)),
            ((0.125, SEAT + ARM_REST / 2 - 0.01, z), (0.018, ARM_REST, 0.018)),
        )
    ]
    return [*chair(prop, stage), *boxes(stage.camera, placed(prop), prop.yaw, parts)]


def post(prop: PropAt, stage: Stage) -> Drawn:
    """One post of a doorway."""
    thick, high, deep = prop.size or (0.05, 1.12, 0.05)
    return [
        *boxes(stage.camera, placed(prop), prop.yaw, [((0.0, high / 2, 0.0), (thick, high, deep))])
    ]


def bag(prop: PropAt, stage: Stage) -> Drawn:
    """A bag that hangs by its handle from a hand."""
    hand = where(prop, stage)
    long, high, deep = prop.size or (0.17, 0.15, 0.07)
    top = hand - UP * 0.075
    rim = [top + np.array([x, 0.0, 0.0]) for x in (-0.045, 0.045)]
    handle = Stroke(stage.camera.page(np.array([rim[0], hand, rim[1]])), 0.011)
    middle = top - UP * high / 2
    body = box(stage.camera, middle, (long, high, deep))
    return [handle, *toned(body, Tone.CLOTH)]


def rubber_bar(prop: PropAt, stage: Stage) -> Drawn:
    """A thick rubber bar between two hands; `size`: spare length, and turns it is twisted by."""
    spare, turns, _ = prop.size or (0.05, 0.0, 0.0)
    first, last = held(prop, stage)
    way = unit(last - first)
    ends = (first - way * spare, last + way * spare)
    side = across(stage.camera.rows[2], way)
    other = np.cross(way, side)
    share = np.linspace(0.04, 0.96, 90)[:, None]
    middle = ends[0] + share * (ends[1] - ends[0])
    grooves = []
    for begin in np.arange(0, 2, 0.5) * np.pi:
        angle = begin + 2 * np.pi * turns * share
        rim = middle + BAR * (np.cos(angle) * side + np.sin(angle) * other)
        grooves += [
            Stroke(stage.camera.page(part), 0.005, "groove")
            for part in _runs(rim, np.cos(angle)[:, 0] > 0.1)  # noqa: PLR2004 - the side seen
        ]
    return [*rod(stage.camera, ends, BAR, Tone.CLOTH, "rubber-bar"), *grooves]


def _runs(points: Vector, seen: NDArray[np.bool_]) -> list[Vector]:
    edges = np.flatnonzero(np.diff(seen.astype(int))) + 1
    pieces = np.split(np.arange(len(points)), edges)
    return [points[piece] for piece in pieces if seen[piece[0]] and len(piece) > 1]
