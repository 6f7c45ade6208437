"""Smooth curves through given points, as cubic Béziers that can be cut at any of those points."""

from collections.abc import Sequence
from math import dist

Point = tuple[float, float]
Cubic = tuple[Point, Point, Point, Point]
Curve = tuple[Cubic, ...]


def smooth(points: Sequence[Point]) -> Curve:
    """One cubic between each two points: a centripetal Catmull-Rom spline, which never loops.

    An end on the midline meets its mirror image without a kink.
    """
    run = [_beyond(points), *points, _beyond(points[::-1])]
    return tuple(_between(*run[here : here + 4]) for here in range(len(points) - 1))


def straight(start: Point, end: Point) -> Curve:
    """A line, as a curve."""
    return ((start, start, end, end),)


def turned(curve: Curve) -> Curve:
    """The same curve from its end to its start."""
    return tuple((d, c, b, a) for a, b, c, d in reversed(curve))


def placed(curve: Curve, midline: float, outward: int) -> Curve:
    """A curve of the half figure on the page; `outward` is 1 to the viewer's right, -1 to the left.

    Corners are rounded to a tenth, so that neighbours share every point of their border.
    """
    return tuple(
        tuple((round(midline + outward * round(x, 1), 1), round(y, 1)) for x, y in cubic)  # type: ignore[misc]
        for cubic in curve
    )


def path(curve: Curve) -> str:
    """An SVG path, each step relative to the one before; `Z` closes it where it ends at its start.

    >>> path(straight((1, 2), (4, 6)))
    'M1 2l3 4'
    """
    first, last = curve[0][0], curve[-1][3]
    steps = "".join(_step(cubic) for cubic in curve)
    return f"M{first[0]:g} {first[1]:g}{steps}{'Z' if first == last else ''}"


def _step(cubic: Cubic) -> str:
    (x, y), one, two, end = cubic
    flat = one == (x, y) and two == end
    return ("l" if flat else "c") + " ".join(
        f"{round(to_x - x, 1):g} {round(to_y - y, 1):g}"
        for to_x, to_y in ((end,) if flat else (one, two, end))
    )


def polygon(curve: Curve, steps: int = 6) -> tuple[Point, ...]:
    """The curve as corners, `steps` to each cubic."""
    return tuple(_at(cubic, step / steps) for cubic in curve for step in range(steps))


def centre(corners: Sequence[Point]) -> Point:
    """The centre of gravity of a polygon."""
    area = x = y = 0.0
    for (ax, ay), (bx, by) in zip(corners, [*corners[1:], corners[0]], strict=True):
        cross = ax * by - bx * ay
        area, x, y = area + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return x / (3 * area), y / (3 * area)


def _beyond(points: Sequence[Point]) -> Point:
    """A point before the first: its mirror image across the midline, else on along a parabola."""
    (x, y), (next_x, next_y) = points[:2]
    if x == 0:
        return -next_x, next_y
    straight_on = (2 * next_x - x, 2 * next_y - y)
    after_x, after_y = points[2] if points[2:] else straight_on
    return 3 * (x - next_x) + after_x, 3 * (y - next_y) + after_y


def _between(before: Point, start: Point, end: Point, after: Point) -> Cubic:
    near, here, far = dist(before, start), dist(start, end), dist(end, after)
    return (
        start,
        _handle(before, start, end, near, here),
        _handle(after, end, start, far, here),
        end,
    )


def _handle(outer: Point, own: Point, other: Point, outer_gap: float, gap: float) -> Point:
    """The control point beside `own` on the way to `other`."""
    a, b = outer_gap**0.5, gap**0.5
    across = 3 * a * (a + b)
    weight = 2 * a * a + 3 * a * b + b * b
    return (
        (a * a * other[0] - b * b * outer[0] + weight * own[0]) / across,
        (a * a * other[1] - b * b * outer[1] + weight * own[1]) / across,
    )


def _at(cubic: Cubic, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, cubic, strict=True)) for axis in (0, 1))
    return x, y
