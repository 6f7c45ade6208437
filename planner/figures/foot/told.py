"""A picture of a foot as data: two states of one or both feet, and what they stand on or push."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from planner.figures.body.pose import Side, Triple, merged
from planner.figures.close.rounds import HandAt, Point, Round
from planner.figures.close.told import CloseUp
from planner.figures.paint.camera import View
from planner.figures.picture import PictureError
from planner.figures.signs.kinds import AnySign
from planner.figures.style import Tone
from planner.model.record import Record


class FootPose(Record):
    """One foot. `turn` is outward, toes up, sole inward; `shank` points from the ankle to the knee.

    `at` is the ankle; `stands` puts the lowest point of the sole at a height instead. `toes` bend
    up where they begin, `curl` down in their middle.
    """

    at: Triple = (0.0, 0.0, 0.0)
    stands: float | None = None
    turn: Triple = (0.0, 0.0, 0.0)
    shank: Triple = (0.0, 1.0, 0.0)
    toes: float = 0.0
    curl: float = 0.0
    hem: float = 0.42  # where the trousers end, from the ankle up, in lengths of a foot
    loaded: bool = False
    leg: bool = True  # whether shank and trousers are drawn


class Solid(Record):
    """A thing in three dimensions: a box by its middle and size, or balls (x, y, z, radius)."""

    name: str = ""
    box: Triple | None = None
    at: Triple = (0.0, 0.0, 0.0)
    yaw: float = 0.0
    balls: tuple[tuple[float, float, float, float], ...] = ()
    cord: tuple[str, ...] = ()  # landmarks that a band goes over
    width: float = 0.075
    tone: Tone = Tone.TOP
    front: bool = False


class Glass(Record):
    """A level mirror: its middle, length and width; `handle` is where a hand mirror's ends."""

    at: Triple
    size: Point
    handle: Triple | None = None


class FootState(Record):
    """One state: the feet, hands, and what stands about."""

    r: FootPose | None = None
    l: FootPose | None = None  # noqa: E741 - the side's own letter
    hands: tuple[HandAt, ...] = ()
    things: tuple[Round, ...] = ()
    solids: tuple[Solid, ...] = ()
    signs: tuple[AnySign, ...] = ()

    def foot(self, side: Side) -> FootPose | None:
        """The foot of a side."""
        return self.r if side == "r" else self.l


class FootPicture(CloseUp):
    """One exercise of the foot."""

    camera: View = View()
    start: FootState
    end: FootState
    glass: Glass | None = None


def foot_picture(task: str, table: Mapping[str, Any]) -> FootPicture:
    """The picture one table tells; the end is the start with differences."""
    try:
        start = table.get("start", {})
        end = merged(start, table.get("end", {}))
        return FootPicture.model_validate_json(json.dumps({**table, "start": start, "end": end}))
    except ValidationError as fault:
        raise PictureError(f"The picture of {task} cannot be read: {fault}") from fault
