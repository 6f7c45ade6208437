"""Where the arrow keys lead: the nearest region above, right, below and left."""

from collections.abc import Mapping
from functools import cache

from planner.figures.body_chart.curves import Point
from planner.figures.body_chart.shapes import Shape, shapes

# The order in which a region's four neighbours are listed.
WAYS: Mapping[str, Point] = {"up": (0, -1), "right": (1, 0), "down": (0, 1), "left": (-1, 0)}
SIDEWAYS_COSTS = 2


@cache
def neighbours() -> Mapping[str, tuple[str, ...]]:
    """For each region the one reached by each of WAYS; itself where the chart ends."""
    return {one.id: tuple(_next(one, way) for way in WAYS.values()) for one in shapes()}


def _next(here: Shape, way: Point) -> str:
    costs = {one.id: cost for one in shapes() if (cost := _cost(here, one, way)) is not None}
    return min(costs, key=lambda one: costs[one], default=here.id)


def _cost(here: Shape, there: Shape, way: Point) -> float | None:
    """How far a region lies that way; None when it lies elsewhere or up and down on another figure.

    What lies well to the side is left to the other two keys.
    """
    if way[0] == 0 and here.view != there.view:
        return None
    dx, dy = there.centre[0] - here.centre[0], there.centre[1] - here.centre[1]
    along, aside = dx * way[0] + dy * way[1], abs(dx * way[1]) + abs(dy * way[0])
    return along + SIDEWAYS_COSTS * aside if along > 1 and aside <= along else None
