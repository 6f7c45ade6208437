"""A picture of the face as data: two states of jaw, lips and tongue, and what is held to it."""

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ValidationError

from planner.figures.close.rounds import HandAt, Round
from planner.figures.close.told import CloseUp
from planner.figures.picture import PictureError
from planner.model.record import Record


class State(Record):
    """One state of the face. `jaw` is degrees open; `lips` shut stay together while teeth part."""

    jaw: float = 0.0
    lips: Literal["shut", "open"] = "open"
    tongue: Literal["up", "low"] = "low"
    hands: tuple[HandAt, ...] = ()
    things: tuple[Round, ...] = ()


class FacePicture(CloseUp):
    """One exercise of the face."""

    view: Literal["side", "front"] = "side"
    window: bool = False  # the cheek cut away: teeth and tongue are seen
    start: State = State()
    end: State = State()


def face_picture(task: str, table: Mapping[str, Any]) -> FacePicture:
    """The picture one table tells; the end is the start with differences."""
    try:
        end = {**table.get("start", {}), **table.get("end", {})}
        return FacePicture.model_validate_json(json.dumps({**table, "end": end}))
    except ValidationError as fault:
        raise PictureError(f"The picture of {task} cannot be read: {fault}") from fault
