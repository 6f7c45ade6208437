"""The paths of arrows: round something, through given points, longer than the movement."""

import numpy as np

from planner.figures.body.turning import Vector
from planner.figures.picture import Pointer

STEPS = 12


def ring(told: Pointer) -> Vector:
    """The points of a ring or a part of one round the origin."""
    around = np.radians(told.begin + np.linspace(0, told.sweep, 40))
    one, other, flat = np.cos(around), np.sin(around), 0 * around
    axes = {"x": (flat, one, other), "y": (one, flat, other), "z": (one, other, flat)}
    return told.ring * np.stack(axes[told.across], axis=1)


def smooth(points: Vector) -> Vector:
    """A curve through the given points: straight through two, an arc through three."""
    if len(points) != 3:  # noqa: PLR2004
        return points
    shares = np.linspace(0, 1, STEPS)[:, None]
    first, middle, last = points
    bow = 2 * middle - (first + last) / 2
    curve: Vector = (1 - shares) ** 2 * first + 2 * shares * (1 - shares) * bow + shares**2 * last
    return curve


def lengthened(points: Vector, by: float) -> Vector:
    """A path drawn out from its middle."""
    middle = points[len(points) // 2] if len(points) > 2 else points.mean(axis=0)  # noqa: PLR2004
    return middle + (points - middle) * by
