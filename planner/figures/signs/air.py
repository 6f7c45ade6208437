"""What is felt and not seen: warmth, cold, breath, effort."""

from collections.abc import Iterable
from typing import Literal

import numpy as np
import shapely
import shapely.affinity

from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import arc, area, line, on_dial, wave
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone


class Warmth(Shape):
    """Wavy lines going up, one high."""

    kind: Literal["warmth"]
    lines: int = 3

    def drawn(self) -> Iterable[Area]:
        """Line by line."""
        for at in range(self.lines):
            foot = np.array([0.34 * (at - (self.lines - 1) / 2), -0.5])
            yield area(line(wave(1.0, 0.075, 1.25) + foot, 0.095), Tone.WARM)


class Flake(Shape):
    """A flake of snow, one wide."""

    kind: Literal["flake"]

    def drawn(self) -> Iterable[Area]:
        """Six arms with two twigs each."""
        arm = shapely.union_all(
            [
                line([(0, 0), (0, 0.46)], 0.085),
                line([(-0.14, 0.42), (0, 0.27), (0.14, 0.42)], 0.075),
            ]
        )
        arms = [shapely.affinity.rotate(arm, 60 * at, origin=(0, 0)) for at in range(6)]
        yield area(shapely.union_all(arms), Tone.COLD)


class Breath(Shape):
    """Air going away from a nose to the right: three bows, one high."""

    kind: Literal["breath"]

    def drawn(self) -> Iterable[Area]:
        """Bow by bow, the last the longest."""
        for radius in (0.35, 0.62, 0.9):
            yield area(line(arc(2.0, 4.0, radius), 0.085), Tone.ARROW)


class Effort(Shape):
    """Short strokes round something that is tensed, one wide; `hours` says where round it."""

    kind: Literal["effort"]
    hours: tuple[float, ...] = (9.0, 10.5, 12.0, 1.5, 3.0)

    def drawn(self) -> Iterable[Area]:
        """Stroke by stroke."""
        for hour in self.hours:
            yield area(line([on_dial(hour, 0.36), on_dial(hour, 0.5)], 0.07), Tone.ARROW)
