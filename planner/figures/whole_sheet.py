"""The sheet of a whole-figure picture: the end over a light start, or every pose as a frame."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from planner.figures.body import form as forms
from planner.figures.faults import faults_of
from planner.figures.paint.figure import parts_of
from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Area
from planner.figures.paint.svg import Element
from planner.figures.picture import Picture, Show, picture_of
from planner.figures.sheet import Sheet
from planner.figures.whole import Whole, above


def whole_sheet(task: str, table: Mapping[str, Any]) -> Sheet:
    """The sheet of one task's table."""
    told = Whole(picture_of(task, table))
    show, frames = told.picture.show, _frames(told)
    turns = () if told.picture.crossed or len(frames) == 1 else tuple(frames)
    if show in (Show.FRAMES, Show.STACKED):
        still = tuple(frames)
    else:
        still = (_over_start(told, frames[-1]),)
    return Sheet(still, turns, stacked=show is Show.STACKED, faults=partial(faults_of, told))


def _frames(told: Whole) -> list[Frame]:
    """Every pose as a frame of its own, the arrows in the one they belong to."""
    picture = told.picture
    frames = []
    for at in range(len(told.bodies)):
        last = at == len(told.bodies) - 1
        painted = told.painted(at)
        if last:
            painted = [*painted, *told.spots()]
        arrows = [
            arrow
            for arrow, one in zip(told.arrows(), picture.arrows, strict=True)
            if picture.pose_at(one.on) == at
        ]
        frames.append(Frame([*painted, *arrows], told.clip, picture.crossed and at == 0))
    return frames if not _alike(picture) else frames[-1:]


def _alike(picture: Picture) -> bool:
    return picture.start == picture.end and picture.middle is None


def _over_start(told: Whole, end: Frame) -> Frame:
    """The end over a light start, with all arrows."""
    loose = [
        arrow
        for arrow, one in zip(told.arrows(), told.picture.arrows, strict=True)
        if one.on != "end"
    ]
    ghost = told.ghost() if told.picture.show is Show.GHOST else []
    over = {part for name in told.picture.ghost_over for part in parts_of(name)}
    at = (
        above(end.elements, over)
        if over
        else next(at for at, one in enumerate(end.elements) if _of_the_figure(one))
    )
    return Frame([*end.elements[:at], *ghost, *end.elements[at:], *loose], end.clip)


def _of_the_figure(one: Element) -> bool:
    return isinstance(one, Area) and one.name in forms.names()
