"""A picture of the face as data: two states of jaw, lips and tongue, and what is held to it."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ValidationError

from planner.figures.picture import PictureError, Show
from planner.figures.rounds import HandAt, Point, Round
from planner.model.record import Record


class State(Record):
    """One state of the face. `jaw` is degrees open; `lips` shut stay together while teeth part."""

    jaw: float = 0.0
    lips: Literal["shut", "open"] = "open"
    tongue: Literal["up", "low"] = "low"
    hands: tuple[HandAt, ...] = ()
    things: tuple[Round, ...] = ()


class Mark(Record):
    """Where it is felt: a landmark of the face and a shift."""

    at: str
    shift: Point = (0.0, 0.0)


class Way(Record):
    """An arrow: the path of a landmark from start to end (`follow`), or through points from one."""

    follow: str | None = None
    at: str | None = None
    points: tuple[Point, ...] = ()
    shift: Point = (0.0, 0.0)
    longer: float = 1.0
    double: bool = False
    on: Literal["start", "end"] = "end"


class FacePicture(Record):
    """One exercise of the face."""

    view: Literal["side", "front"] = "side"
    window: bool = False  # the cheek cut away: teeth and tongue are seen
    start: State = State()
    end: State = State()
    moves: tuple[str, ...] = ()
    felt: tuple[Mark, ...] = ()
    arrows: tuple[Way, ...] = ()
    show: Show = Show.GHOST
    crop: tuple[float, float, float, float] = (-0.56, -0.42, 0.62, 1.02)
    crossed: bool = False
    touches: tuple[tuple[str, str], ...] = ()  # what has to meet at the end


def face_picture(task: str, table: Mapping[str, Any]) -> FacePicture:
    """The picture one table tells; the end is the start with differences."""
    try:
        end = {**table.get("start", {}), **table.get("end", {})}
        return FacePicture.model_validate_json(json.dumps({**table, "end": end}))
    except ValidationError as fault:
        raise PictureError(f"The picture of {task} cannot be read: {fault}") from fault
