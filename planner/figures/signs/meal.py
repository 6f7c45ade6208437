"""What is on a table: a plate with fork and knife, a glass of water."""

from collections.abc import Iterable
from typing import Literal

import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import area, box, disc, line, oval
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone


class Plate(Shape):
    """A plate between fork and knife seen from above; `flat` is how far it is tipped away."""

    kind: Literal["plate"]
    flat: float = 1.0
    food: bool = False
    marked: bool = False

    def drawn(self) -> Iterable[Area]:
        """The fork, the plate, the knife."""
        rim = Tone.MARK if self.marked else Tone.SCREEN
        shapes = [
            (_fork(), rim),
            (_knife(), rim),
            (disc((0, 0), 0.30), rim),
            (disc((0, 0), 0.25), Tone.TOP),
            (disc((0, 0), 0.16), Tone.SIDE),
        ]
        if self.food:
            shapes += [(disc((-0.05, 0.03), 0.07), Tone.CLOTH), (disc((0.06, -0.02), 0.06), rim)]
        for shape, tone in shapes:
            tipped = shapely.affinity.scale(shape, 1, self.flat, origin=(0, 0))
            yield area(tipped, tone, gap=False)


def _fork() -> BaseGeometry:
    prongs = [line([(x, 0.12), (x, 0.30)], 0.026) for x in (-0.47, -0.42, -0.37)]
    neck = line([(-0.47, 0.12), (-0.45, 0.07), (-0.39, 0.07), (-0.37, 0.12)], 0.026)
    return shapely.union_all([*prongs, neck, line([(-0.42, 0.07), (-0.42, -0.30)], 0.045)])


def _knife() -> BaseGeometry:
    blade = shapely.Polygon([(0.40, -0.02), (0.40, 0.31), (0.47, 0.22), (0.47, -0.02)])
    return shapely.union_all([blade.buffer(0.008), line([(0.42, 0.0), (0.42, -0.30)], 0.05)])


class Glass(Shape):
    """A glass one high: how full of water."""

    kind: Literal["glass"]
    level: float = 0.8

    def drawn(self) -> Iterable[Area]:
        """Its wall, then the water seen through it."""
        yield area(_tumbler(0.0, 1.0, 0.0), Tone.SCREEN)
        yield area(oval((0, 0.5), _half(1.0), 0.05), Tone.SCREEN, gap=False)
        yield area(_tumbler(0.07, 1.0, 0.04), Tone.PAPER, gap=False)
        yield area(oval((0, 0.5), _half(1.0) - 0.04, 0.03), Tone.PAPER, gap=False)
        if self.level:
            top = 0.08 + 0.9 * self.level
            yield area(_tumbler(0.08, top, 0.055), Tone.COLD, gap=False)
            yield area(oval((0, top - 0.5), _half(top) - 0.055, 0.045), Tone.WATER, gap=False)


def _half(height: float) -> float:
    return 0.22 + 0.08 * height


def _tumbler(bottom: float, top: float, less: float) -> BaseGeometry:
    low, high = _half(bottom) - less, _half(top) - less
    return shapely.Polygon(
        [(-low, bottom - 0.5), (low, bottom - 0.5), (high, top - 0.5), (-high, top - 0.5)]
    )


class Table(Shape):
    """The top of a table seen a little from above, one wide."""

    kind: Literal["table"]
    deep: float = 0.4

    def drawn(self) -> Iterable[Area]:
        """The board and its edge."""
        slope = 0.12
        top, low = self.deep / 2, -self.deep / 2
        board = [(-0.5, low), (0.5, low), (0.5 - slope, top), (-0.5 + slope, top)]
        yield area(box(-0.5, low - 0.05, 0.5, low), Tone.END, edged=True, gap=False)
        yield area(shapely.Polygon(board), Tone.TOP, edged=True, gap=False)
