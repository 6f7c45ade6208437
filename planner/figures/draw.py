"""Draw a picture afresh from its data, and say what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from planner.figures.face.sheet import face_sheet
from planner.figures.foot.sheet import foot_sheet
from planner.figures.hand.sheet import hand_sheet
from planner.figures.paint import layout
from planner.figures.picture import PictureError, tables
from planner.figures.scene.sheet import scene_sheet
from planner.figures.sheet import Sheet
from planner.figures.whole_sheet import whole_sheet

Build = Callable[[str, Mapping[str, Any]], Sheet]
KINDS: Mapping[str, Build] = {  # the folder in data/: what makes its tables a sheet
    "face": face_sheet,
    "foot": foot_sheet,
    "whole": whole_sheet,
    "scene": scene_sheet,
    "hand": hand_sheet,
}


@dataclass(frozen=True)
class Drawn:
    """A picture as SVG: still, and as frames that take turns where something moves."""

    still: str
    moving: str | None


def drawable() -> tuple[str, ...]:
    """Every task that has a picture."""
    return tuple(sorted(tables()))


@cache
def sheet(task: str) -> Sheet:
    """The sheet of a task."""
    if task not in tables():
        raise PictureError(f"No picture is told for {task}.")
    kind, table = tables()[task]
    return KINDS[kind](task, table)


def draw(task: str) -> Drawn:
    """The picture of a task."""
    told = sheet(task)
    turns = layout.moving(told.turns) if told.turns else None
    return Drawn(layout.still(told.still, stacked=told.stacked), turns)


def faults(task: str) -> tuple[str, ...]:
    """What is wrong with the picture of a task, one sentence each."""
    return sheet(task).faults()
