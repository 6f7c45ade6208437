"""The sheet of a face: painted, with hands, what lies on it, arrows, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
import shapely

from planner.figures.body.turning import Vector
from planner.figures.face.faults import faults_of
from planner.figures.face.front import Front
from planner.figures.face.side import Side
from planner.figures.face.told import FacePicture, State, Way, face_picture
from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Area, Arrow, Spot
from planner.figures.paint.svg import Element
from planner.figures.picture import Show
from planner.figures.rounds import curve, drawn, hand
from planner.figures.sheet import Sheet
from planner.figures.style import Tone

STEPS = 9  # states between start and end that an arrow's path goes through


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

    def painted(self, state: State) -> list[Element]:
        """Face, hands and what lies on it."""
        moves = frozenset(self.told.moves)
        before = [drawn(one, moves=one.name in moves) for one in state.things if not one.behind]
        behind = [drawn(one, moves=one.name in moves) for one in state.things if one.behind]
        face = self.seen(state).areas(moves)
        return [
            *behind,
            *self._hands(state, far=True),
            *face,
            *before,
            *self._hands(state, far=False),
        ]

    def _hands(self, state: State, *, far: bool) -> list[Element]:
        face = self.seen(state)
        return [
            part
            for one in state.hands
            for part in hand(
                one,
                np.array(one.at) + (face.place(one.to) if one.to else 0),
                moves=one.name in self.told.moves,
                behind=far,
            )
        ]

    def ghost(self) -> list[Element]:
        """The moving parts of the start, light."""
        moving = [
            one.shape
            for one in self.painted(self.told.start)
            if isinstance(one, Area) and one.name in self.told.moves
        ]
        return [Area("ghost", shapely.union_all(moving), Tone.GHOST, gap=False)] if moving else []

    def arrow(self, way: Way) -> Arrow:
        """One arrow on the page."""
        if way.follow is not None:
            points = np.array([self.seen(one).place(way.follow) for one in self._between()])
        else:
            state = self.told.end if way.on == "end" else self.told.start
            points = np.array(way.points) + (self.seen(state).place(way.at) if way.at else 0)
            points = curve(points, closed=False) if len(points) > 2 else points  # noqa: PLR2004
        points = points + np.array(way.shift)
        middle = points[len(points) // 2]
        return Arrow(middle + (points - middle) * way.longer, way.double)

    def _between(self) -> list[State]:
        first, last = self.told.start, self.told.end
        shares = np.linspace(0, 1, STEPS)
        return [
            last.model_copy(update={"jaw": float(first.jaw + (last.jaw - first.jaw) * share)})
            for share in shares
        ]

    def spots(self) -> list[Spot]:
        """Where it is felt."""
        face = self.seen(self.told.end)
        return [Spot(face.place(one.at) + np.array(one.shift)) for one in self.told.felt]

    def arrows(self, on: str) -> list[Arrow]:
        """The arrows of one of the two states."""
        return [self.arrow(one) for one in self.told.arrows if one.on == on]


def face_sheet(task: str, table: Mapping[str, Any]) -> Sheet:
    """The sheet of one task's table."""
    face = Face(face_picture(task, table))
    told = face.told
    start = Frame([*face.painted(told.start), *face.arrows("start")], told.crop, told.crossed)
    end = Frame([*face.painted(told.end), *face.spots(), *face.arrows("end")], told.crop)
    faults = faults_of(told, face.painted(told.end))
    if told.start == told.end:
        return Sheet((end,), faults=faults)
    turns = () if told.crossed else (start, end)
    if told.show in (Show.FRAMES, Show.STACKED):
        return Sheet((start, end), turns, stacked=told.show is Show.STACKED, faults=faults)
    ghost = face.ghost() if told.show is Show.GHOST else []
    return Sheet((Frame([*ghost, *end.elements], told.crop),), turns, faults=faults)
