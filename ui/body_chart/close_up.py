"""The part of the drawing around some places: larger, and nothing else to tap."""

from collections.abc import Collection

from planner.knowledge import load
from planner.model.ids import RegionId
from ui.body_chart.figure import HEIGHT, WIDTH
from ui.body_chart.shapes import shapes

AROUND = 36  # of the drawing's own units, so that the neighbours are in reach
LEAST = 200  # as wide and as high at least


def close_up(regions: Collection[RegionId]) -> str:
    """The part of the drawing that holds these places on both sides, as an SVG view box."""
    known = load().regions
    both = {*regions, *(known[one].mirror for one in regions)}
    corners = [corner for one in shapes() if one.id in both for corner in one.corners]
    if not corners:
        return ""
    left, width = _span([x for x, _ in corners], WIDTH)
    top, height = _span([y for _, y in corners], HEIGHT)
    return f"{left:.0f} {top:.0f} {width:.0f} {height:.0f}"


def _span(along: list[float], most: float) -> tuple[float, float]:
    """Where it begins, and how long it is, within the drawing."""
    middle = (min(along) + max(along)) / 2
    length = min(most, max(LEAST, max(along) - min(along) + 2 * AROUND))
    return min(max(0, middle - length / 2), most - length), length
