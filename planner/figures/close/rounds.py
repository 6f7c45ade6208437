"""Simple rounded things of a close-up, told on the page: hands, packs, towels, mirrors, lines."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
import shapely
from pydantic import TypeAdapter
from shapely.geometry.base import BaseGeometry

from planner.figures.body.turning import Vector
from planner.figures.paint.shapes import Area, Stroke
from planner.figures.paint.svg import Element
from planner.figures.style import Tone
from planner.model.record import Record

HANDS = Path(__file__).parents[1] / "data" / "hands.toml"
STEPS = 8  # drawn between two points of a curve
Point = tuple[float, float]
Ball = tuple[float, float, float]  # across, up, radius


class Round(Record):
    """A row of balls, a polygon with round corners, or a line; `flat` has no gap round it."""

    name: str = ""
    tone: Tone = Tone.SKIN
    balls: tuple[Ball, ...] = ()
    corners: tuple[Point, ...] = ()
    radius: float = 0.01
    rim: float = 0.0  # how wide, where only the rim of the polygon is there
    rim_line: tuple[Point, ...] = ()  # a smooth closed line; a point told twice is a corner
    line: tuple[Point, ...] = ()
    width: float = 0.014
    kind: str = "cord"
    behind: bool = False
    flat: bool = False


class HandAt(Record):
    """A hand of `hands.toml`: the place its touching point stands at, and how it is turned."""

    kind: str
    at: Point = (0.0, 0.0)
    to: str | None = None  # a landmark that `at` goes from
    turn: float = 0.0
    size: float = 1.0
    mirror: bool = False
    behind: bool = False
    name: str = "hand"


def curve(points: Vector, *, closed: bool = True) -> Vector:
    """A smooth line through points (Catmull-Rom); a point told twice is a corner."""
    count = len(points)
    if closed:
        around = np.vstack([points[-1], points, points[:2]])
    else:
        around = np.vstack([points[0], points, points[-1]])
    t = np.linspace(0, 1, STEPS, endpoint=False)[:, None]
    shares = (
        (-t + 2 * t**2 - t**3) / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        (t + 4 * t**2 - 3 * t**3) / 2,
        (-(t**2) + t**3) / 2,
    )
    rows = [
        sum((share * around[at + k] for k, share in enumerate(shares)), np.zeros(2))
        for at in range(count if closed else count - 1)
    ]
    return np.vstack(rows if closed else [*rows, points[-1:]])


def blob(points: Vector) -> BaseGeometry:
    """The area within a smooth closed line."""
    return shapely.Polygon(curve(points)).buffer(0)


def row(balls: Sequence[Ball]) -> BaseGeometry:
    """Balls in a row with what lies between neighbours, bent smoothly."""
    smooth = _smooth(np.array(balls))
    discs = [shapely.Point(x, y).buffer(max(r, 1e-4), quad_segs=8) for x, y, r in smooth]
    if len(discs) == 1:
        return discs[0]
    hulls = [shapely.union(one, other).convex_hull for one, other in pairwise(discs)]
    return shapely.union_all(hulls)


def _smooth(balls: Vector) -> Vector:
    if len(balls) < 3:  # noqa: PLR2004 - nothing to bend
        return balls
    middles = curve(balls[:, :2], closed=False)
    at = np.linspace(0, len(balls) - 1, len(middles))
    return np.column_stack([middles, np.interp(at, np.arange(len(balls)), balls[:, 2])])


def drawn(told: Round, *, moves: bool = False) -> Element:
    """A rounded thing on the page."""
    if told.line:
        points = np.array(told.line)
        bent = curve(points, closed=False) if len(points) > 2 else points  # noqa: PLR2004
        return Stroke(bent, told.width, told.kind)
    shape = _shape(told)
    tone = Tone(f"{told.tone}-moves") if moves and f"{told.tone}-moves" in set(Tone) else told.tone
    return Area(told.name, shape, tone, shaded=not told.flat, gap=not told.flat)


def _shape(told: Round) -> BaseGeometry:
    if told.balls:
        return row(told.balls)
    return blob(np.array(told.rim_line)) if told.rim_line else _polygon(told)


def _polygon(told: Round) -> BaseGeometry:
    inner = shapely.Polygon(told.corners).buffer(-told.radius, join_style="mitre")
    whole = inner.buffer(told.radius)
    return whole.difference(whole.buffer(-told.rim)) if told.rim else whole


def hand(
    told: HandAt, at: Vector, *, moves: bool = False, behind: bool | None = None
) -> list[Element]:
    """A hand, part by part, the furthest first; `behind` takes only what lies behind or before."""
    return [
        drawn(_placed(part, told, at), moves=moves)
        for part in _hands()[told.kind]
        if behind is None or (part.behind or told.behind) == behind
    ]


def _placed(part: Round, told: HandAt, at: Vector) -> Round:
    turn = np.radians(told.turn)
    flip = -1.0 if told.mirror else 1.0
    cosine, sine = float(np.cos(turn)), float(np.sin(turn))

    def ball(one: Ball) -> Ball:
        x, y = one[0] * flip * told.size, one[1] * told.size
        return (
            float(at[0]) + cosine * x - sine * y,
            float(at[1]) + sine * x + cosine * y,
            one[2] * told.size,
        )

    return part.model_copy(
        update={"name": told.name, "balls": tuple(ball(one) for one in part.balls)}
    )


@cache
def _hands() -> dict[str, tuple[Round, ...]]:
    told = tomllib.loads(HANDS.read_text(encoding="utf-8"))
    read = TypeAdapter(tuple[Round, ...])
    return {kind: read.validate_json(json.dumps(one["parts"])) for kind, one in told.items()}


def shape_of(elements: Iterable[Element], name: str) -> BaseGeometry:
    """All areas of a name as one shape."""
    return shapely.union_all(
        [one.shape for one in elements if isinstance(one, Area) and one.name == name]
    )
