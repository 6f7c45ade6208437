"""What can be wrong with any close-up: what moves is hidden or hardly moves, a hand in the air."""

import shapely

from planner.figures.close.rounds import shape_of
from planner.figures.close.told import CloseUp
from planner.figures.paint.eye import hardly_moved, hidden
from planner.figures.paint.shapes import Area, Ground, covered
from planner.figures.paint.svg import Element


def to_the_eye(told: CloseUp, start: list[Element], end: list[Element]) -> list[str]:
    """What moves and is not seen, or hardly moves."""
    found: list[str] = []
    seen = covered([one for one in end if isinstance(one, Area)], 0.0, _ground(told))
    moving = sorted({one.name for one in _areas(end) if told.moving(one.name)})
    for name in moving:
        own = shapely.union_all([_ground(told).of(one.shape) for one in _areas(end, name)])
        found += hidden(name, shape_of(seen, name).area, own.area)
    if start != end and not told.crossed and moving:
        first, last = (
            shapely.union_all([shape_of(one, name) for name in moving]) for one in (start, end)
        )
        found += hardly_moved(first, last)
    return found


def _areas(elements: list[Element], name: str | None = None) -> list[Area]:
    return [one for one in elements if isinstance(one, Area) and name in (None, one.name)]


def _ground(told: CloseUp) -> Ground:
    return Ground(kept=shapely.box(*told.crop) if told.crop else None)


def touching(told: CloseUp, end: list[Element], apart: float) -> list[str]:
    """What has to meet at the end and does not."""
    found = []
    for one, other in told.touches:
        first, second = shape_of(end, one), shape_of(end, other)
        if first.is_empty or second.is_empty or first.distance(second) > apart:
            found.append(f"{one} does not touch {other}.")
    return found
