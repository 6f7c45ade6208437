"""The part of one figure around some places: larger, with their neighbours in reach."""

from collections.abc import Collection

from planner.figures.body_chart.figure import HEIGHT, MIDLINES, WIDTH
from planner.figures.body_chart.shapes import Shape, shapes
from planner.knowledge import load
from planner.model.ids import RegionId

AROUND = 36  # of the drawing's own units, so that the neighbours are in reach
LEAST = 200  # as wide and as high at least
HALF_A_FIGURE = WIDTH / 4


def seen_from(regions: Collection[RegionId]) -> str:
    """The figure on which most of these places lie; the back where both have as many."""
    return max(sorted(MIDLINES), key=lambda view: sum(one.view == view for one in _on(regions)))


def close_up(regions: Collection[RegionId], view: str) -> str:
    """The part of a figure that holds these places, on both sides, as an SVG view box."""
    if not regions:
        return ""
    known = load().regions
    found = _on({*regions, *(known[one].mirror for one in regions)})
    across = [abs(x - MIDLINES[one.view]) for one in found for x, _ in one.corners]
    half = min(HALF_A_FIGURE, max(LEAST / 2, max(across) + AROUND))
    top, height = _down([y for one in found for _, y in one.corners])
    return f"{MIDLINES[view] - half:.0f} {top:.0f} {2 * half:.0f} {height:.0f}"


def _on(regions: Collection[RegionId]) -> list[Shape]:
    return [one for one in shapes() if one.id in regions]


def _down(along: list[float]) -> tuple[float, float]:
    """Where it begins, and how high it is, within the drawing."""
    middle = (min(along) + max(along)) / 2
    length = min(HEIGHT, max(LEAST, max(along) - min(along) + 2 * AROUND))
    return min(max(0, middle - length / 2), HEIGHT - length), length
