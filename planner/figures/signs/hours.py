"""The time of day: a clock face, the sun, the moon."""

from collections.abc import Iterable
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import Point, area, box, disc, line, on_dial, sector
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone

HANDS = ((0.25, 0.055), (0.37, 0.04))  # of hour and minute: how long, how wide
RAYS = 8


class Clock(Shape):
    """A clock face with hands at some times and stretches of the day marked."""

    kind: Literal["clock"]
    times: tuple[tuple[float, float], ...] = ()  # hour, minute
    spans: tuple[tuple[float, float], ...] = ()  # from hour to hour
    bells: bool = False

    def drawn(self) -> Iterable[Area]:
        """The face, what is marked on it, then its hands."""
        if self.bells:
            yield from _bells()
        yield area(disc((0, 0), 0.5), Tone.SCREEN)
        yield area(disc((0, 0), 0.45), Tone.TOP, gap=False)
        yield area(shapely.union_all(_ticks()), Tone.INK, gap=False)
        for first, last in self.spans:
            yield area(sector(first, last, 0.20, 0.37), Tone.MARK, gap=False)
        for hour, minute in self.times:
            yield from _hands(hour, minute)


def _bells() -> Iterable[Area]:
    for side in (-1, 1):
        yield area(line([(side * 0.3, -0.4), (side * 0.38, -0.53)], 0.07), Tone.SCREEN)
        yield area(disc((side * 0.3, 0.44), 0.14), Tone.SCREEN)


def _ticks() -> list[BaseGeometry]:
    lengths = [0.07 if hour % 3 == 0 else 0.035 for hour in range(12)]
    return [
        line([on_dial(hour, 0.425 - length), on_dial(hour, 0.425)], 0.028)
        for hour, length in enumerate(lengths)
    ]


def _hands(hour: float, minute: float) -> Iterable[Area]:
    turns = (hour + minute / 60, minute / 5)
    for turn, (length, width) in zip(turns, HANDS, strict=True):
        yield area(line([(0.0, 0.0), on_dial(turn, length)], width), Tone.INK, gap=False)
    yield area(disc((0, 0), 0.05), Tone.INK, gap=False)


class Sun(Shape):
    """The sun; `rising` is its upper half over the ground."""

    kind: Literal["sun"]
    rising: bool = False

    def drawn(self) -> Iterable[Area]:
        """A round and its rays."""
        rays = [
            line([on_dial(turn, 0.36), on_dial(turn, 0.47)], 0.07)
            for turn in (12 / RAYS * one for one in range(RAYS))
        ]
        whole = shapely.union_all([disc((0, 0), 0.25), *rays])
        if self.rising:
            whole = whole.intersection(box(-1, 0, 1, 1))
        yield area(whole, Tone.CLOTH)
        if self.rising:
            yield area(line([(-0.5, -0.06), (0.5, -0.06)], 0.06), Tone.SCREEN)


class Moon(Shape):
    """A crescent."""

    kind: Literal["moon"]

    def drawn(self) -> Iterable[Area]:
        """A round without another."""
        yield area(disc((0, 0), 0.45).difference(disc((0.22, 0.12), 0.38)), Tone.SCREEN)


class Cloud(Shape):
    """A cloud; a bad time."""

    kind: Literal["cloud"]
    flash: bool = False

    def drawn(self) -> Iterable[Area]:
        """Four rounds on a flat foot, and a flash under them."""
        puffs: tuple[tuple[Point, float], ...] = (
            ((-0.28, -0.02), 0.18),
            ((-0.05, 0.12), 0.24),
            ((0.2, 0.04), 0.19),
            ((0.36, -0.06), 0.14),
        )
        foot = box(-0.4, -0.2, 0.44, 0.0, 0.09)
        if self.flash:
            points = ((0.02, -0.1), (-0.12, -0.34), (0.0, -0.34), (-0.06, -0.56))
            corners = [*points, (0.18, -0.24), (0.06, -0.24), (0.14, -0.1)]
            yield area(shapely.Polygon(corners), Tone.WARM)
        yield area(shapely.union_all([foot, *(disc(*puff) for puff in puffs)]), Tone.SCREEN)
