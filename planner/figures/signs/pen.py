"""Flat shapes on a page: discs, rings, sectors, lines with a width."""

from collections.abc import Sequence

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.body.turning import Vector
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

FINE = 16  # corners in a quarter of a round
CATMULL_ROM = np.array([[-1, 3, -3, 1], [2, -5, 4, -1], [-1, 0, 1, 0], [0, 2, 0, 0]]) / 2
Point = tuple[float, float]


def area(shape: BaseGeometry, tone: Tone, *, edged: bool = False, gap: bool = True) -> Area:
    """A shape in its tone."""
    return Area(tone.value, shape, tone, edged=edged, gap=gap)


def disc(at: Point, radius: float) -> BaseGeometry:
    """A round."""
    return shapely.Point(at).buffer(radius, quad_segs=FINE)


def oval(at: Point, across: float, up: float, lean: float = 0.0) -> BaseGeometry:
    """An ellipse by its half axes, leaning so many degrees to the left."""
    around = np.linspace(0, 2 * np.pi, 4 * FINE, endpoint=False)
    points = np.stack([across * np.cos(around), up * np.sin(around)], axis=1)
    turn = np.radians(lean)
    turned = points @ np.array([[np.cos(turn), np.sin(turn)], [-np.sin(turn), np.cos(turn)]])
    return shapely.Polygon(turned + np.array(at))


def ring(at: Point, radius: float, width: float) -> BaseGeometry:
    """A round without its middle."""
    return disc(at, radius).difference(disc(at, radius - width))


def line(points: Sequence[Point] | Vector, width: float) -> BaseGeometry:
    """A line with round ends."""
    return shapely.LineString(points).buffer(width / 2, quad_segs=FINE // 2)


def box(left: float, bottom: float, right: float, top: float, round_by: float = 0) -> BaseGeometry:
    """A box with round corners."""
    inner = shapely.box(left + round_by, bottom + round_by, right - round_by, top - round_by)
    return inner.buffer(round_by, quad_segs=FINE // 2) if round_by else inner


def on_dial(hour: float, radius: float) -> Point:
    """Where an hour stands on a clock face."""
    turn = np.radians(90 - 30 * hour)
    return float(radius * np.cos(turn)), float(radius * np.sin(turn))


def arc(first: float, last: float, radius: float) -> list[Point]:
    """A way along a clock face from one hour to another."""
    return [on_dial(hour, radius) for hour in np.linspace(first, last, 4 * FINE)]


def sector(first: float, last: float, inner: float, outer: float) -> BaseGeometry:
    """What lies between two hours and two rounds of a clock face."""
    return shapely.Polygon([*arc(first, last, outer), *arc(first, last, inner)[::-1]])


def wave(length: float, swing: float, turns: float) -> Vector:
    """A wavy line going up from the origin."""
    along = np.linspace(0, 1, 4 * FINE)
    return np.stack([swing * np.sin(2 * np.pi * turns * along), length * along], axis=1)


def rounded(points: Sequence[Point]) -> Vector:
    """A smooth line through some points."""
    told = np.array([points[0], *points, points[-1]])
    share = np.linspace(0, 1, 8, endpoint=False)[:, None]
    pieces = [
        np.hstack([share**3, share**2, share, share**0]) @ CATMULL_ROM @ told[at : at + 4]
        for at in range(len(points) - 1)
    ]
    return np.vstack([*pieces, told[-1]])
