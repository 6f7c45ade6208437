"""A shape of a scene: drawn about its own middle, one wide, then put in its place."""

from collections.abc import Iterable
from dataclasses import replace

import shapely.affinity

from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import Point
from planner.model.record import Record


class Shape(Record):
    """Where its middle is, how wide it is, and how far it leans to the left in degrees."""

    at: Point = (0.0, 0.0)
    size: float = 1.0
    lean: float = 0.0

    def drawn(self) -> Iterable[Area]:
        """Its areas about its own middle, the furthest first."""
        raise NotImplementedError

    def placed(self) -> list[Area]:
        """Its areas where it stands."""
        return [self._put(one) for one in self.drawn()]

    def _put(self, one: Area) -> Area:
        turned = shapely.affinity.rotate(one.shape, self.lean, origin=(0, 0))
        large = shapely.affinity.scale(turned, self.size, self.size, origin=(0, 0))
        return replace(one, shape=shapely.affinity.translate(large, *self.at))
