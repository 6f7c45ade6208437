"""What somebody thinks of or looks at: a bubble, a place, a screen."""

from collections.abc import Iterable
from typing import Literal

import numpy as np
import shapely

from planner.figures.paint.shapes import Area
from planner.figures.signs.hours import Sun
from planner.figures.signs.pen import Point, area, box, disc, line, oval
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone


class Bubble(Shape):
    """A thought, one wide, with a place in it; its tail goes down to `tail`."""

    kind: Literal["bubble"]
    tail: Point = (-0.55, -0.55)

    def drawn(self) -> Iterable[Area]:
        """The tail, the cloud, hills, water, a tree, the sun."""
        start, end = np.array([-0.28, -0.36]), np.array(self.tail)
        for share, radius in ((0.35, 0.055), (0.70, 0.04), (1.0, 0.028)):
            yield area(disc(tuple(start + (end - start) * share), radius), Tone.SCREEN)
        cloud = shapely.union_all(_puffs())
        inside = cloud.buffer(-0.028)
        yield area(cloud, Tone.SCREEN)
        yield area(inside, Tone.PAPER, gap=False)
        yield from (self._kept(one, inside) for one in _place())

    def _kept(self, one: Area, inside: shapely.Geometry) -> Area:
        return area(one.shape.intersection(inside), one.tone, gap=False)


def _puffs() -> list[shapely.Geometry]:
    around = np.linspace(0, 2 * np.pi, 9, endpoint=False)
    rim = [disc((0.34 * np.cos(turn), 0.23 * np.sin(turn)), 0.15) for turn in around]
    return [oval((0, 0), 0.36, 0.26), *rim]


def _place() -> Iterable[Area]:
    """A sea under the sun, a hill with a tree."""
    yield from Sun(kind="sun", at=(0.17, 0.13), size=0.3).placed()
    yield area(box(-0.6, -0.6, 0.6, -0.06), Tone.COLD)
    for height in (-0.15, -0.23):
        yield area(line([(0.05, height), (0.34, height)], 0.022), Tone.WATER)
    yield area(oval((-0.26, -0.34), 0.36, 0.28), Tone.TROUSERS)
    yield area(line([(-0.2, -0.12), (-0.2, 0.06)], 0.04), Tone.INK)
    yield area(disc((-0.2, 0.12), 0.12), Tone.MARK)


class Film(Shape):
    """A screen with a film on it, one wide."""

    kind: Literal["film"]

    def drawn(self) -> Iterable[Area]:
        """The case, the screen, the sign to play."""
        yield area(box(-0.5, -0.36, 0.5, 0.36, 0.06), Tone.SCREEN)
        yield area(box(-0.43, -0.29, 0.43, 0.29), Tone.TOP, gap=False)
        triangle = shapely.Polygon([(-0.12, -0.16), (-0.12, 0.16), (0.17, 0.0)])
        yield area(triangle.buffer(0.02), Tone.MARK, gap=False)
