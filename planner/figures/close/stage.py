"""The sheet of a close-up: two states painted, with arrows between them and what is felt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
import shapely

from planner.figures.body.turning import Vector
from planner.figures.close.faults import to_the_eye, touching
from planner.figures.close.rounds import HandAt, Point, curve, hand
from planner.figures.close.told import CloseUp, Way
from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Area, Arrow, Spot
from planner.figures.paint.svg import Element
from planner.figures.picture import Show
from planner.figures.sheet import Sheet
from planner.figures.style import Tone

STEPS = 9  # states between start and end that an arrow's path goes through
State = TypeVar("State")


@dataclass(frozen=True)
class Stage(Generic[State]):
    """How a close-up paints a state, finds a landmark in it, and goes from start to end."""

    told: CloseUp
    start: State
    end: State
    painted: Callable[[State], list[Element]]
    place: Callable[[State, str], Vector]
    part_way: Callable[[float], State]

    def arrows(self, on: str) -> list[Arrow]:
        """The arrows of one of the two states."""
        return [self._arrow(one) for one in self.told.arrows if one.on == on]

    def _arrow(self, way: Way) -> Arrow:
        points = self._points(way) + np.array(way.shift)
        middle = points[len(points) // 2]
        return Arrow(middle + (points - middle) * way.longer, way.double)

    def _points(self, way: Way) -> Vector:
        if way.follow is not None:
            shares = np.linspace(0, 1, STEPS)
            return np.array([self.place(self.part_way(float(one)), way.follow) for one in shares])
        state = self.end if way.on == "end" else self.start
        origin = self.place(state, way.at) if way.at else np.zeros(2)
        if way.ring is not None:
            return origin + _ring(way, way.ring)
        points = np.array(way.points) + origin
        return curve(points, closed=False) if len(points) > 2 else points  # noqa: PLR2004

    def spots(self) -> list[Spot]:
        """Where it is felt."""
        return [Spot(self.place(self.end, one.at) + np.array(one.shift)) for one in self.told.felt]

    def ghost(self) -> list[Element]:
        """The moving parts of the start, light."""
        moving = [
            one.shape
            for one in self.painted(self.start)
            if isinstance(one, Area) and self.told.moving(one.name)
        ]
        return [Area("ghost", shapely.union_all(moving), Tone.GHOST, gap=False)] if moving else []

    def sheet(self, faults: tuple[str, ...], apart: float) -> Sheet:
        """The sheet: the end over a light start, or both as frames."""
        told, first, last = self.told, self.painted(self.start), self.painted(self.end)
        start = Frame([*first, *self.arrows("start")], told.crop, told.crossed)
        end = Frame([*last, *self.spots(), *self.arrows("end")], told.crop)

        def found() -> tuple[str, ...]:
            return (*faults, *touching(told, last, apart), *to_the_eye(told, first, last))

        if self.start == self.end:
            return Sheet((end,), faults=found)
        turns = () if told.crossed else (start, end)
        if told.show in (Show.FRAMES, Show.STACKED):
            stacked = told.show is Show.STACKED
            return Sheet((start, end), turns, stacked=stacked, faults=found)
        ghost = self.ghost() if told.show is Show.GHOST else []
        return Sheet((Frame([*ghost, *end.elements], told.crop),), turns, faults=found)


def hands(
    told: tuple[HandAt, ...], place: Callable[[str], Vector], moving: tuple[str, ...], *, far: bool
) -> list[Element]:
    """The parts of all hands that lie behind (`far`) or before what they hold."""
    return [
        part
        for one in told
        for part in hand(
            one,
            np.array(one.at) + (place(one.to) if one.to else 0),
            moves=one.name in moving,
            behind=far,
        )
    ]


def _ring(way: Way, half: Point) -> Vector:
    around = np.radians(way.begin + np.linspace(0, way.sweep, 36))
    ring: Vector = np.column_stack([np.cos(around), np.sin(around)]) * half
    return ring
