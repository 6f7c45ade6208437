"""What a picture is made of before it has a size: areas, strokes, arrows, felt spots."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from planner.figures.body.turning import Vector
from planner.figures.style import Tone


@dataclass(frozen=True)
class Area:
    """A flat shape. `welds` are discs (x, y, radius) by joint: no gap where two share one."""

    name: str
    shape: BaseGeometry
    tone: Tone
    depth: float = 0.0
    welds: Mapping[str, tuple[float, float, float]] = field(default_factory=dict)
    shaded: bool = False
    shade: BaseGeometry | None = None
    edged: bool = False
    gap: bool = True
    uncut: bool = False  # what stands in it leaves no gap: water

    @property
    def cloth(self) -> str:
        """What it is made of, moving or not, near or far."""
        return self.tone.split("-", maxsplit=1)[0]


@dataclass(frozen=True)
class Stroke:
    """A line with a width in shares of height; a cord (band), or a plain line of ink."""

    points: Vector
    width: float
    kind: str = "cord"


@dataclass(frozen=True)
class Arrow:
    """Where something goes; `double` goes both ways. The points run along its middle."""

    points: Vector
    double: bool = False


@dataclass(frozen=True)
class Spot:
    """Where it is felt."""

    at: Vector


@dataclass(frozen=True)
class Ground:
    """What every area leaves free, and what is kept of it."""

    free: BaseGeometry | None = None
    kept: BaseGeometry | None = None

    def of(self, shape: BaseGeometry) -> BaseGeometry:
        """What is left of a shape."""
        if self.free is not None:
            shape = shape.difference(self.free)
        return shape if self.kept is None else shape.intersection(self.kept)


def covered(
    painted: Iterable[Area | Stroke], gap: float, ground: Ground | None = None
) -> list[Area | Stroke]:
    """What is seen of areas painted one over the other, with a gap of bare ground round each."""
    ground = ground or Ground()
    pile = list(painted)
    areas = [one for one in pile if isinstance(one, Area)]
    covers = [_Cover(one, one.shape.buffer(gap, quad_segs=3)) for one in areas]
    seen: list[Area | Stroke] = []
    above = 0
    for one in pile:
        if isinstance(one, Stroke):
            seen.append(one)
            continue
        above += 1
        shape = one.shape
        for cover in () if one.uncut else covers[above:]:
            shape = cover.taken_from(shape, one)
        shape = ground.of(shape)
        if not shape.is_empty:
            shade = crescent(shape, _in_one_with(one, areas), gap) if one.shaded else None
            seen.append(replace(one, shape=shape, shade=shade))
    return seen


@dataclass(frozen=True)
class _Cover:
    """An area with the gap round it, that hides what lies below."""

    area: Area
    grown: BaseGeometry

    def taken_from(self, shape: BaseGeometry, below: Area) -> BaseGeometry:
        """What is left of a shape below; parts of one joint keep what lies in its disc."""
        if not self.area.gap or _apart(shape.bounds, self.grown.bounds):
            return shape
        cover = self.grown
        for joint in below.welds.keys() & self.area.welds.keys():
            across, up, radius = below.welds[joint]
            cover = cover.difference(shapely.Point(across, up).buffer(radius, quad_segs=6))
        return shape.difference(cover)


def _apart(one: Sequence[float], other: Sequence[float]) -> bool:
    """Whether two boxes (left, bottom, right, top) have no place in common."""
    return one[0] > other[2] or other[0] > one[2] or one[1] > other[3] or other[1] > one[3]


def _in_one_with(area: Area, pile: list[Area]) -> BaseGeometry:
    """An area with its neighbours of the same cloth: one body throws one shade."""
    joined = [
        other.shape
        for other in pile
        if other.cloth == area.cloth and other.welds.keys() & area.welds.keys()
    ]
    return shapely.union_all([area.shape, *joined])


def crescent(shape: BaseGeometry, whole: BaseGeometry, size: float) -> BaseGeometry:
    """The side of a shape away from the light, which comes from the left above."""
    return shape.difference(shapely.affinity.translate(whole, -size, 1.3 * size))


def bounds(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    """The box round some shapes: left, bottom, right, top."""
    boxes = np.array([shape.bounds for shape in shapes if not shape.is_empty])
    low, high = boxes.min(axis=0), boxes.max(axis=0)
    return float(low[0]), float(low[1]), float(high[2]), float(high[3])


def raised(drawn: list[Area], over: Iterable[str], under: Iterable[str]) -> list[Area]:
    """The areas with some put directly above others that they were below."""
    over, under = set(over), set(under)
    floor = max((at for at, area in enumerate(drawn) if area.name in under), default=-1)
    late = [area for area in drawn[: max(floor, 0)] if area.name in over]
    if not late:
        return drawn
    rest = [area for area in drawn if all(area is not one for one in late)]
    at = max(at for at, area in enumerate(rest) if area.name in under) + 1
    return [*rest[:at], *late, *rest[at:]]
