"""What is written down: a page of a diary, a pencil, steps on the ground."""

from collections.abc import Iterable
from typing import Literal

import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import area, box, disc, line, oval, ring
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone

TOP, STEP = 0.27, 0.27  # the first row of a page, and from row to row


class Page(Shape):
    """A page with rows, one high: some of them filled with how bad, how long and what was taken."""

    kind: Literal["page"]
    wide: float = 0.9
    rows: int = 3
    filled: tuple[tuple[int, float], ...] = ()  # a row's dots, and how long its bar is

    def drawn(self) -> Iterable[Area]:
        """The paper, its binding, the rows, what is written."""
        half = self.wide / 2
        yield area(box(-half, -0.5, half, 0.5, 0.03), Tone.SCREEN)
        yield area(box(-half + 0.09, -0.47, half - 0.03, 0.47, 0.01), Tone.TOP, gap=False)
        for at in range(5):
            yield area(ring((-half + 0.045, -0.36 + 0.18 * at), 0.03, 0.018), Tone.TOP, gap=False)
        for row in range(self.rows):
            height = TOP - STEP * row
            below = [(-half + 0.14, height - 0.11), (half - 0.08, height - 0.11)]
            yield area(line(below, 0.016), Tone.FAINT, gap=False)
        for row, (dots, length) in enumerate(self.filled):
            yield from self._written(row, dots, length)

    def _written(self, row: int, dots: int, length: float) -> Iterable[Area]:
        left, height = -self.wide / 2 + 0.18, TOP - STEP * row
        for dot in range(dots):
            yield area(disc((left + 0.095 * dot, height), 0.04), Tone.WARM, gap=False)
        bar = left + 0.31
        yield area(box(bar, height - 0.04, bar + length, height + 0.04), Tone.MARK, gap=False)


class Pencil(Shape):
    """A pencil, one long, its tip in the middle of the shape and down."""

    kind: Literal["pencil"]

    def drawn(self) -> Iterable[Area]:
        """Tip, wood, shaft, end."""
        yield area(shapely.Polygon([(0, 0), (-0.075, 0.2), (0.075, 0.2)]), Tone.TOP, edged=True)
        yield area(shapely.Polygon([(0, 0), (-0.028, 0.075), (0.028, 0.075)]), Tone.INK, gap=False)
        yield area(box(-0.075, 0.2, 0.075, 0.9), Tone.CLOTH)
        yield area(box(-0.075, 0.9, 0.075, 1.0, 0.02), Tone.SCREEN)


class Footprints(Shape):
    """Prints of shoes going to the right, one wide."""

    kind: Literal["footprints"]
    steps: int = 4

    def drawn(self) -> Iterable[Area]:
        """Step by step, left and right of the way."""
        for at in range(self.steps):
            across = -0.5 + (at + 0.55) / self.steps
            side = 1 if at % 2 else -1
            yield area(_print(across, 0.06 * side, side), Tone.INK, gap=False)


def _print(across: float, up: float, side: int) -> BaseGeometry:
    sole = shapely.union_all([oval((across + 0.045, up), 0.06, 0.042), _waist(across, up)])
    heel = oval((across - 0.075, up + 0.004 * side), 0.034, 0.033)
    return shapely.union_all([sole, heel.intersection(box(-1, -1, across - 0.055, 1))])


def _waist(across: float, up: float) -> BaseGeometry:
    return box(across - 0.035, up - 0.026, across + 0.04, up + 0.026, 0.01)
