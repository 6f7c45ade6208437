"""The sheet of a scene: one frame, or before and after, and what is wrong with them."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Area, Arrow, Spot
from planner.figures.paint.svg import Element
from planner.figures.scene.scene import Scene, Side, scene_of
from planner.figures.sheet import Sheet

THIN = 0.006  # of the longer side: what is thinner is not seen at 3 cm


def scene_sheet(task: str, table: Mapping[str, Any]) -> Sheet:
    """The sheet of one task's table."""
    told = scene_of(task, table)
    sides = [side for side in (told.start, told.end) if side is not None]
    frames = tuple(_frame(told, side) for side in sides)
    turns = () if told.crossed or len(frames) == 1 else frames
    still = frames[-1:] if told.show == "end" else frames
    return Sheet(
        still, turns, stacked=told.show == "stacked", faults=partial(_faults, told, frames)
    )


def _frame(told: Scene, side: Side) -> Frame:
    areas = [one for shape in (*told.both, *side.shapes) for one in shape.placed()]
    arrows = [Arrow(np.array(way.points), way.double) for way in side.arrows]
    spots = [Spot(np.array(at)) for at in side.spots]
    return Frame([*areas, *spots, *arrows], crossed=told.crossed and side is told.start)


def _faults(told: Scene, frames: Iterable[Frame]) -> tuple[str, ...]:
    wide, high = told.page
    page = shapely.box(-wide / 2, -high / 2, wide / 2, high / 2)
    return tuple(
        dict.fromkeys(
            fault
            for frame in frames
            for one in frame.elements
            for fault in _faults_of(one, page, max(wide, high))
        )
    )


def _faults_of(one: Element, page: shapely.Polygon, longer: float) -> Iterable[str]:
    match one:
        case Area():
            if one.shape.is_empty:
                yield f"A {one.name} shape is empty."
            elif one.shape.buffer(-THIN * longer / 2).is_empty:
                yield f"A {one.name} shape is too thin to be seen: {_where(one.shape)}."
            if not page.covers(one.shape):
                yield f"A {one.name} shape leaves the page: {_where(one.shape)}."
        case Arrow() if not page.covers(shapely.LineString(one.points)):
            yield f"An arrow leaves the page: {_where(shapely.LineString(one.points))}."
        case Spot() if not page.covers(shapely.Point(one.at)):
            yield f"A felt spot leaves the page: {_where(shapely.Point(one.at))}."


def _where(shape: BaseGeometry) -> str:
    return ", ".join(f"{side:.2f}" for side in shape.bounds)
