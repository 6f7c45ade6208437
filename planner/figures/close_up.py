"""What every close-up shares: two states, what is felt, arrows between them, and its sheet."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

import numpy as np
import shapely

from planner.figures.body.turning import Vector
from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Area, Arrow, Spot
from planner.figures.paint.svg import Element
from planner.figures.picture import Show
from planner.figures.rounds import HandAt, Point, curve, hand, shape_of
from planner.figures.sheet import Sheet
from planner.figures.style import Tone
from planner.model.record import Record

STEPS = 9  # states between start and end that an arrow's path goes through
State = TypeVar("State")
Box = tuple[float, float, float, float]  # left, bottom, right, top


class Mark(Record):
    """Where it is felt: a landmark and a shift on the page."""

    at: str
    shift: Point = (0.0, 0.0)


class Way(Record):
    """An arrow: a landmark's path (`follow`), through points from one, or a ring round one."""

    follow: str | None = None
    at: str | None = None
    points: tuple[Point, ...] = ()
    ring: Point | None = None  # half its width and height
    begin: float = 60.0
    sweep: float = 300.0
    shift: Point = (0.0, 0.0)
    longer: float = 1.0
    double: bool = False
    on: Literal["start", "end"] = "end"


class CloseUp(Record):
    """What the tables of all close-ups may say."""

    moves: tuple[str, ...] = ()
    felt: tuple[Mark, ...] = ()
    arrows: tuple[Way, ...] = ()
    show: Show = Show.GHOST
    crop: Box | None = None
    crossed: bool = False
    touches: tuple[tuple[str, str], ...] = ()  # what has to meet at the end


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
            if isinstance(one, Area) and moves(self.told.moves, one.name)
        ]
        return [Area("ghost", shapely.union_all(moving), Tone.GHOST, gap=False)] if moving else []

    def sheet(self, faults: tuple[str, ...], apart: float) -> Sheet:
        """The sheet: the end over a light start, or both as frames."""
        told = self.told
        start = Frame([*self.painted(self.start), *self.arrows("start")], told.crop, told.crossed)
        end = Frame([*self.painted(self.end), *self.spots(), *self.arrows("end")], told.crop)
        found = (*faults, *_apart(told, list(end.elements), apart))
        if self.start == self.end:
            return Sheet((end,), faults=found)
        turns = () if told.crossed else (start, end)
        if told.show in (Show.FRAMES, Show.STACKED):
            stacked = told.show is Show.STACKED
            return Sheet((start, end), turns, stacked=stacked, faults=found)
        ghost = self.ghost() if told.show is Show.GHOST else []
        return Sheet((Frame([*ghost, *end.elements], told.crop),), turns, faults=found)


def moves(told: tuple[str, ...], name: str) -> bool:
    """Whether a part moves: by its own name, or as part of a leg."""
    return name in told or (name[-2:] in ("_r", "_l") and f"leg{name[-2:]}" in told)


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


def _apart(told: CloseUp, end: list[Element], apart: float) -> list[str]:
    found = []
    for one, other in told.touches:
        first, second = shape_of(end, one), shape_of(end, other)
        if first.is_empty or second.is_empty or first.distance(second) > apart:
            found.append(f"{one} does not touch {other}.")
    return found
