"""A picture of hands as data: their postures at start and end, and what stands about."""

import json
from collections.abc import Mapping
from typing import Any

from pydantic import Field, ValidationError

from planner.figures.body.pose import merged
from planner.figures.hand.pose import Hand
from planner.figures.paint.camera import View
from planner.figures.picture import Crop, Felt, PictureError, Pointer, PropAt, Show
from planner.model.record import Record

Poses = dict[str, Hand]


class HandPicture(Record):
    """One exercise of hands; a pose is a hand's name and its posture."""

    camera: View = View()
    start: Poses
    end: Poses
    middle: Poses | None = None
    moves: tuple[str, ...] = ()
    felt: tuple[Felt, ...] = ()
    arrows: tuple[Pointer, ...] = ()
    props: tuple[PropAt, ...] = ()
    over: tuple[tuple[str, str], ...] = ()  # the first is painted over the second
    hides: tuple[str, ...] = ()  # parts not drawn
    absent: Mapping[str, str] = Field(default_factory=dict)  # hand: the pose it is not seen in
    show: Show = Show.GHOST
    crop: Crop | None = None
    crossed: bool = False  # the start is how not to do it
    ghost_over: bool = False  # the start is drawn over what does not move, not behind it
    onward: bool = False  # an arrow goes from each frame to the next
    contacts: tuple[tuple[str, str], ...] = ()  # parts that touch at the end

    def poses(self) -> tuple[Poses, ...]:
        """Its poses in the order they are gone through."""
        return tuple(pose for pose in (self.start, self.middle, self.end) if pose is not None)


class _Table(Record):
    hands: dict[str, dict[str, Any]]
    start: dict[str, Any] = Field(default_factory=dict)
    middle: dict[str, Any] | None = None
    end: dict[str, Any] = Field(default_factory=dict)


def hand_picture_of(task: str, table: Mapping[str, Any]) -> HandPicture:
    """The picture that one table tells: hands, and their differences at start and end."""
    try:
        own = {name: table[name] for name in _Table.model_fields if name in table}
        told = _Table.model_validate(own)
        start = merged(told.hands, told.start)
        poses: dict[str, Any] = {"start": start, "end": merged(start, told.end)}
        if told.middle is not None:
            poses["middle"] = merged(start, told.middle)
        rest = {name: value for name, value in table.items() if name not in own}
        return HandPicture.model_validate_json(json.dumps({**rest, **poses}))
    except (ValidationError, KeyError) as fault:
        raise PictureError(f"The picture of {task} cannot be read: {fault}") from fault
