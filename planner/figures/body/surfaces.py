"""What a body lies, stands or leans on."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from planner.figures.body.chains import Chains, reach
from planner.figures.body.turning import UP, Vector


class Unsolvable(ValueError):
    """A pose that names what is not there."""


@dataclass(frozen=True)
class Surface:
    """What a body lies, stands or leans on: a point of it and the direction away from it."""

    point: Vector
    normal: Vector

    def height(self, place: Vector) -> float:
        """How far a place is above it."""
        return float((place - self.point) @ self.normal)

    def gap(self, chains: Chains) -> float:
        """How far the lowest point of some ellipsoids is above it."""
        return -reach(chains, -self.normal) - float(self.point @ self.normal)


Surfaces = Mapping[str, Surface]
FLOOR = Surface(np.zeros(3), UP)


def surface_of(surfaces: Surfaces, name: str) -> Surface:
    """The surface of this name."""
    try:
        return surfaces[name]
    except KeyError:
        known = ", ".join(sorted(surfaces))
        raise Unsolvable(f"There is no surface {name} here; there are: {known}.") from None
