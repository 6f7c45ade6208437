"""Ellipsoids in rows: what a part of the body is made of.

A part is some chains of ellipsoids; what lies between two neighbours of a chain is their hull.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.turning import IDENTITY, Matrix, Vector

STEPS = 4  # ellipsoids drawn between two stations
FLAT = 0.004  # half the thickness of a hem


@dataclass(frozen=True)
class Chain:
    """Ellipsoids in a row: middles (n, 3) and half axes as columns (n, 3, 3)."""

    middles: Vector
    axes: Matrix


Chains = tuple[Chain, ...]


def chain(middles: Sequence[Vector], axes: Sequence[Matrix]) -> Chain:
    """A chain of these ellipsoids."""
    return Chain(np.array(middles), np.array(axes))


def round_chain(middles: Sequence[Vector], radii: Sequence[float]) -> Chain:
    """A chain of balls."""
    return chain(middles, [IDENTITY * radius for radius in radii])


@cache
def _weights(count: int) -> Matrix:
    """The weights of a smooth row through `count` stations (Catmull-Rom)."""
    rows = [basis(count, step / STEPS) for step in range((count - 1) * STEPS)]
    return np.array([*rows, [*[0.0] * (count - 1), 1.0]])


def basis(count: int, at: float) -> list[float]:
    """The weights of `count` stations at a place between them (Catmull-Rom)."""
    first = int(at)
    t = at - first
    shares = (
        (-t + 2 * t**2 - t**3) / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        (t + 4 * t**2 - 3 * t**3) / 2,
        (-(t**2) + t**3) / 2,
    )
    row = [0.0] * count
    for offset, share in enumerate(shares, start=-1):
        row[min(max(first + offset, 0), count - 1)] += share
    return row


def limb(top: Vector, end: Vector, frame: Matrix, girth: of.Stations, wider: float = 1) -> Chain:
    """A limb from one joint to the next, as wide as its stations say."""
    smooth = _weights(len(girth)) @ np.array(girth)
    middles = [top + (end - top) * at - frame[:, 0] * back for at, _, back in smooth]
    return round_chain(middles, [radius * wider for _, radius, _ in smooth])


def part_of(girth: of.Stations, first: float, last: float) -> of.Stations:
    """The stations of a limb between two shares of its length."""
    shares, radii, backs = zip(*girth, strict=True)
    inside = [at for at in shares if first < at < last]
    return tuple(
        (at, float(np.interp(at, shares, radii)), float(np.interp(at, shares, backs)))
        for at in (first, *inside, last)
    )


def covered(
    top: Vector, end: Vector, frame: Matrix, girth: of.Stations, wider: float = of.CLOTH
) -> Chain:
    """A limb in cloth, ending in a flat hem."""
    cloth = limb(top, end, frame, girth, wider)
    at, radius, back = girth[-1]
    hem = np.diag([radius * wider, FLAT, radius * wider])
    middle = top + (end - top) * at - frame[:, 0] * back
    return Chain(
        np.vstack([cloth.middles[:-1], middle]),
        np.concatenate([cloth.axes[:-1], [frame @ hem]]),
    )


def reach(chains: Chains, direction: Vector) -> float:
    """How far the furthest point of some ellipsoids stands in a direction."""
    return max(
        float(
            np.max(
                one.middles @ direction
                + np.linalg.norm(np.swapaxes(one.axes, 1, 2) @ direction, axis=1)
            )
        )
        for one in chains
    )
