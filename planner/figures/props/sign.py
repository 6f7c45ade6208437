"""Flat signs beside a figure: warmth over a pack, a thought, what is seen and heard."""

from dataclasses import replace

import shapely.affinity

from planner.figures.body.turning import Vector
from planner.figures.paint.shapes import Area
from planner.figures.picture import PropAt
from planner.figures.props.stage import Drawn, Stage, where


def sign(prop: PropAt, stage: Stage) -> Drawn:
    """The signs of a prop that is held or stands somewhere."""
    return signs(prop, stage.camera.page(where(prop, stage)))


def signs(prop: PropAt, middle: Vector) -> Drawn:
    """The signs of a prop about this middle on the page, `size` times as large."""
    large = prop.size[0] if prop.size else 1.0
    return [_put(one, middle, large) for shape in prop.signs for one in shape.placed()]


def _put(one: Area, middle: Vector, large: float) -> Area:
    scaled = shapely.affinity.scale(one.shape, large, large, origin=(0, 0))
    return replace(one, shape=shapely.affinity.translate(scaled, *middle))
