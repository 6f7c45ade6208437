"""The sheet of a picture of hands: the end over a light start, or every pose as a frame."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np

from planner.figures.hand.faults import faults_of
from planner.figures.hand.picture import hand_picture_of
from planner.figures.hand.scene import Scene
from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Arrow
from planner.figures.picture import Show
from planner.figures.sheet import Sheet

ONWARD = 0.13  # of a frame's longer side: how long the arrow to the next one is
LEVEL = 0.45  # of a frame's height where the arrow to the next one is


def hand_sheet(task: str, table: Mapping[str, Any]) -> Sheet:
    """The sheet of one task's table."""
    told = Scene(hand_picture_of(task, table))
    show, frames = told.picture.show, _frames(told)
    turns = () if told.picture.crossed or len(frames) == 1 else tuple(frames)
    if show in (Show.FRAMES, Show.STACKED):
        down = show is Show.STACKED
        still = tuple(_with_onward(frames, down=down) if told.picture.onward else frames)
    else:
        still = (_over_start(told, frames[-1]),)
    return Sheet(still, turns, stacked=show is Show.STACKED, faults=partial(faults_of, told))


def _frames(told: Scene) -> list[Frame]:
    picture = told.picture
    frames = []
    for at in range(len(told.bodies)):
        last = at == len(told.bodies) - 1
        arrows = [
            told.arrow(one)
            for one in picture.arrows
            if (one.on == "end") == last and (last or at == 0)
        ]
        spots = told.spots() if last else []
        frames.append(
            Frame([*told.painted(at), *spots, *arrows], _clip(told), picture.crossed and at == 0)
        )
    return frames if picture.start != picture.end else frames[-1:]


def _with_onward(frames: list[Frame], *, down: bool) -> list[Frame]:
    """Frames with an arrow to the next one, beside or below each but the last."""
    return [*(_led_on(frame, down=down) for frame in frames[:-1]), frames[-1]]


def _led_on(frame: Frame, *, down: bool) -> Frame:
    left, bottom, right, top = frame.box()
    long = max(right - left, top - bottom) * ONWARD
    if down:
        ends = [[(left + right) / 2, bottom - long * at] for at in (0.35, 1.35)]
    else:
        ends = [[right + long * at, bottom + (top - bottom) * LEVEL] for at in (0.35, 1.35)]
    return replace(frame, elements=[*frame.elements, Arrow(np.array(ends))])


def _over_start(told: Scene, end: Frame) -> Frame:
    """The end over a light start, with all arrows."""
    loose = [told.arrow(one) for one in told.picture.arrows if one.on == "start"]
    if told.picture.show is not Show.GHOST or told.picture.start == told.picture.end:
        return Frame([*end.elements, *loose], end.clip)
    at = _place_of_ghost(told, end)
    return Frame([*end.elements[:at], *told.ghost(), *end.elements[at:], *loose], end.clip)


def _place_of_ghost(told: Scene, end: Frame) -> int:
    """Behind the hands, but before what they lie on; or just behind what moves."""
    names = [getattr(one, "name", "") for one in end.elements]
    if told.picture.ghost_over:
        return min(at for at, name in enumerate(names) if name in told.moving)
    return max((at + 1 for at, name in enumerate(names) if name == "table"), default=0)


def _clip(told: Scene) -> tuple[float, float, float, float] | None:
    crop, corners = told.picture.crop, told.corners()
    if crop is None:
        return None
    left, top, right, bottom = crop.pad
    across, up = zip(*corners, strict=True)
    return min(across) - left, min(up) - bottom, max(across) + right, max(up) + top
