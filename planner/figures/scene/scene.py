"""A scene as data: what stands in it at the start and at the end, and a page nothing leaves."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ValidationError

from planner.figures.picture import PictureError
from planner.figures.signs.kinds import AnySign
from planner.figures.signs.pen import Point
from planner.model.record import Record


class Way(Record):
    """An arrow through some points of the page."""

    points: tuple[Point, ...]
    double: bool = False


class Side(Record):
    """What is only before, or only after."""

    shapes: tuple[AnySign, ...] = ()
    arrows: tuple[Way, ...] = ()
    spots: tuple[Point, ...] = ()


class Scene(Record):
    """`both` stands behind either side; `start` may be crossed: it is how not to do it."""

    page: tuple[float, float]  # width and height, its middle at the origin
    both: tuple[AnySign, ...] = ()
    start: Side | None = None
    end: Side = Side()
    show: Literal["frames", "stacked", "end"] = "end"
    crossed: bool = False


def scene_of(task: str, table: Mapping[str, Any]) -> Scene:
    """The scene that a table tells."""
    try:
        return Scene.model_validate_json(json.dumps(table))
    except ValidationError as fault:
        raise PictureError(f"The scene of {task} cannot be read: {fault}") from fault
