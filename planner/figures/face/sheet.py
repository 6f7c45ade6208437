"""The sheet of a face: painted, with hands and what lies on it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from planner.figures.body.turning import Vector
from planner.figures.close.rounds import drawn
from planner.figures.close.stage import Stage, hands
from planner.figures.face.faults import faults_of
from planner.figures.face.front import Front
from planner.figures.face.side import Side
from planner.figures.face.told import FacePicture, State, face_picture
from planner.figures.paint.shapes import Area
from planner.figures.paint.svg import Element
from planner.figures.sheet import Sheet

APART = 0.012  # head heights that a touch may be off


class Seen(Protocol):
    """A face from one side."""

    def place(self, name: str) -> Vector:
        """Where a landmark is."""
        ...

    def areas(self, moves: frozenset[str]) -> list[Area]:
        """The face, the furthest first."""
        ...


@dataclass(frozen=True)
class Face:
    """A picture of the face, ready to paint."""

    told: FacePicture

    def seen(self, state: State) -> Seen:
        """The face in one state."""
        return Side(state, self.told.window) if self.told.view == "side" else Front(state)

    def place(self, state: State, name: str) -> Vector:
        """A landmark on the page."""
        return self.seen(state).place(name)

    def painted(self, state: State) -> list[Element]:
        """Face, hands and what lies on it."""
        moves, seen = self.told.moves, self.seen(state)
        before, behind = (
            [drawn(one, moves=one.name in moves) for one in state.things if one.behind == far]
            for far in (False, True)
        )
        return [
            *behind,
            *hands(state.hands, seen.place, moves, far=True),
            *seen.areas(frozenset(moves)),
            *before,
            *hands(state.hands, seen.place, moves, far=False),
        ]

    def part_way(self, share: float) -> State:
        """A state between start and end."""
        first, last = self.told.start, self.told.end
        return last.model_copy(update={"jaw": first.jaw + (last.jaw - first.jaw) * share})


def face_sheet(task: str, table: Mapping[str, Any]) -> Sheet:
    """The sheet of one task's table."""
    face = Face(face_picture(task, table))
    told = face.told
    stage = Stage(told, told.start, told.end, face.painted, face.place, face.part_way)
    return stage.sheet(faults_of(told), APART)
