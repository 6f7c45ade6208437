"""How much: bars, a line over time, a battery."""

from collections.abc import Iterable, Sequence
from typing import Literal

import numpy as np
import shapely
import shapely.ops

from planner.figures.body.turning import Vector
from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import Point, area, box, line
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone


class Axes(Shape):
    """Up and along, one wide; `high` is how high."""

    kind: Literal["axes"]
    high: float = 0.7

    def drawn(self) -> Iterable[Area]:
        """Two lines that meet at the lower left."""
        corner = [(-0.5, self.high), (-0.5, 0.0), (0.5, 0.0)]
        yield area(line(corner, 0.022), Tone.INK)


class Bars(Shape):
    """Bars on a base line one wide: how high each is, the first of them light."""

    kind: Literal["bars"]
    values: tuple[float, ...]
    light: int = 0
    gap_after: int = 0  # so many bars stand apart from the rest

    def drawn(self) -> Iterable[Area]:
        """Bar by bar."""
        apart = 0.5 if self.gap_after else 0.0
        step = 1 / (len(self.values) + apart)
        for at, value in enumerate(self.values):
            left = -0.5 + step * (at + 0.14 + (apart if at >= self.gap_after > 0 else 0))
            tone = Tone.FAINT if at < self.light else Tone.MARK
            yield area(box(left, 0, left + step * 0.72, value), tone)


class Curve(Shape):
    """A line over time through some values, one wide."""

    kind: Literal["curve"]
    values: tuple[Point, ...]
    dashed: bool = False
    width: float = 0.045
    wrong: bool = False

    def drawn(self) -> Iterable[Area]:
        """The line, or its dashes."""
        tone = Tone.WRONG if self.wrong else Tone.FAINT if self.dashed else Tone.MARK
        if not self.dashed:
            yield area(line(self.values, self.width), tone)
            return
        for points in dashes(self.values, 0.05, 0.05):
            flat = shapely.LineString(points).buffer(self.width / 2, cap_style="flat")
            yield area(flat, tone, gap=False)


def dashes(points: Sequence[Point], long: float, free: float) -> list[Vector]:
    """The dashes of a line."""
    whole = shapely.LineString(points)
    starts = np.arange(0, whole.length, long + free)
    return [np.array(shapely.ops.substring(whole, at, at + long).coords) for at in starts]


class Battery(Shape):
    """A battery standing up, one high: how full it is, and a mark where to stop."""

    kind: Literal["battery"]
    level: float
    low: bool = False
    stop: float | None = None

    def drawn(self) -> Iterable[Area]:
        """The case, what is in it, the mark."""
        yield area(box(-0.09, 0.40, 0.09, 0.5, 0.02), Tone.SCREEN)
        yield area(box(-0.27, -0.5, 0.27, 0.44, 0.07), Tone.SCREEN, gap=False)
        yield area(box(-0.22, -0.45, 0.22, 0.39, 0.04), Tone.TOP, gap=False)
        top = -0.42 + 0.78 * self.level
        yield area(
            box(-0.19, -0.42, 0.19, top, 0.02), Tone.WRONG if self.low else Tone.MARK, gap=False
        )
        if self.stop is not None:
            height = -0.42 + 0.78 * self.stop
            yield area(line([(-0.42, height), (0.42, height)], 0.05), Tone.ARROW)


class Cross(Shape):
    """Not so."""

    kind: Literal["cross"]

    def drawn(self) -> Iterable[Area]:
        """Two strokes."""
        strokes = [line([(-0.4 * way, -0.4), (0.4 * way, 0.4)], 0.2) for way in (-1, 1)]
        yield area(shapely.union_all(strokes), Tone.WRONG)


class Tick(Shape):
    """So."""

    kind: Literal["tick"]

    def drawn(self) -> Iterable[Area]:
        """A short stroke and a long one."""
        yield area(line([(-0.4, 0.0), (-0.12, -0.3), (0.4, 0.35)], 0.2), Tone.MARK)
