"""What one sees, touches and hears, and how many of them."""

from collections.abc import Iterable
from typing import Literal

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import arc, area, disc, line, rounded
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone


class Eye(Shape):
    """An open eye, one wide."""

    kind: Literal["eye"]

    def drawn(self) -> Iterable[Area]:
        """The lids, the white, the ring and its middle."""
        yield area(_almond(0.0), Tone.SCREEN)
        yield area(_almond(0.06), Tone.TOP, gap=False)
        yield area(disc((0, 0), 0.19), Tone.MARK, gap=False)
        yield area(disc((0, 0), 0.08), Tone.ARROW, gap=False)


def _almond(less: float) -> BaseGeometry:
    upper = disc((0, -0.28), 0.57 - less)
    return upper.intersection(disc((0, 0.28), 0.57 - less))


class Palm(Shape):
    """An open hand, one high."""

    kind: Literal["palm"]

    def drawn(self) -> Iterable[Area]:
        """Palm, four fingers, thumb."""
        fingers = [
            line([(-0.17, 0.0), (-0.21, 0.30)], 0.105),
            line([(-0.055, 0.0), (-0.07, 0.42)], 0.11),
            line([(0.06, 0.0), (0.07, 0.40)], 0.11),
            line([(0.17, 0.0), (0.20, 0.28)], 0.10),
            line([(0.12, -0.26), (0.36, -0.02)], 0.115),
        ]
        palm = shapely.Polygon([(-0.18, 0.0), (0.18, 0.0), (0.16, -0.36), (-0.12, -0.38)])
        yield area(shapely.union_all([palm.buffer(0.06), *fingers]), Tone.MARK)


class Hearing(Shape):
    """An ear, one high, and sound coming to it from the left."""

    kind: Literal["hearing"]

    def drawn(self) -> Iterable[Area]:
        """The shell from its root over the top to the lobe, its inner fold, the sound."""
        shell = [(0.02, -0.02), (0.0, 0.26), (0.18, 0.42), (0.38, 0.30), (0.40, 0.08)]
        lobe = [(0.28, -0.12), (0.22, -0.32), (0.08, -0.40), (0.0, -0.28)]
        yield area(line(rounded([*shell, *lobe]), 0.11), Tone.MARK)
        yield area(line(rounded([(0.14, 0.18), (0.24, 0.2), (0.2, -0.06)]), 0.09), Tone.MARK)
        for radius in (0.2, 0.36):
            bow = np.array(arc(8.0, 10.0, radius)) + np.array([-0.1, 0.05])
            yield area(line(bow, 0.085), Tone.ARROW)


class Dots(Shape):
    """How many: dots in a row, one apart."""

    kind: Literal["dots"]
    count: int

    def drawn(self) -> Iterable[Area]:
        """Dot by dot."""
        for at in range(self.count):
            yield area(disc((at - (self.count - 1) / 2, 0), 0.36), Tone.ARROW, gap=False)
