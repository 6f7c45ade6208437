"""What gives: pillows, packs, folded and rolled towels."""

import numpy as np
import shapely

from planner.figures.body.turning import UP, Vector, about_y, unit
from planner.figures.paint.shapes import Area, Stroke
from planner.figures.picture import PropAt
from planner.figures.props.solids import box, rod
from planner.figures.props.stage import Draw, Drawn, Stage, placed, where
from planner.figures.style import Tone

FACING = 0.7  # how far the end of a roll has to look at the viewer for its turns to be seen


def soft(tone: Tone, size: tuple[float, float, float]) -> Draw:
    """A pillow, a pack, a folded towel: a cushion with round edges."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        length, height, width = prop.size or size
        middle, frame = where(prop, stage), about_y(prop.yaw)
        radius = min(length, height, width) / 2
        inner = np.array([length, height, width]) / 2 - radius
        corners = [
            middle + frame @ (inner * np.array(sign))
            for sign in (
                (-1, -1, -1),
                (1, -1, -1),
                (1, -1, 1),
                (-1, -1, 1),
                (-1, 1, -1),
                (1, 1, -1),
                (1, 1, 1),
                (-1, 1, 1),
            )
        ]
        shape = shapely.MultiPoint(stage.camera.page(np.array(corners))).convex_hull
        depth = float(stage.camera.depth(middle))
        return [Area(prop.kind, shape.buffer(radius), tone, depth, shaded=True)]

    return draw


def roll(tone: Tone, radius: float, length: float) -> Draw:
    """A rolled towel or a bottle lying across, or upright in a hand (`size`: length, radius)."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        long, wide, upright = prop.size or (length, radius, 0.0)
        way = UP if upright else about_y(prop.yaw) @ np.array([0.0, 0.0, 1.0])
        middle = where(prop, stage)
        ends = (middle - way * long / 2, middle + way * long / 2)
        windings = _windings(stage, ends, wide) if tone is Tone.CLOTH else []
        return [*rod(stage.camera, ends, wide, tone, prop.kind), *windings]

    return draw


def _windings(stage: Stage, ends: tuple[Vector, Vector], radius: float) -> list[Stroke]:
    """A towel's turns, seen on the end of its roll that is nearer; none where it lies across."""
    near = max(ends, key=lambda end: float(stage.camera.depth(end)))
    if abs(stage.camera.rows[2] @ unit(ends[1] - ends[0])) < FACING:
        return []
    middle, turns = stage.camera.page(near), np.linspace(0.0, 2.6, 40)
    around = 2 * np.pi * turns
    way = (0.12 + 0.25 * turns)[:, None] * np.stack([np.cos(around), np.sin(around)], axis=1)
    return [Stroke(middle + radius * way, radius * 0.14, "groove")]


def hollow(prop: PropAt, stage: Stage) -> Drawn:
    """The dark under a body that does not lie flat; what lies on the ground covers the rest."""
    length, height, width = prop.size or (0.16, 0.03, 0.12)
    middle = placed(prop) + UP * height / 2
    faces = box(stage.camera, middle, (length, height, width))
    shape = shapely.union_all([face.shape for face in faces])
    return [Area("hollow", shape, Tone.MOUTH, 0.0, gap=False)]
