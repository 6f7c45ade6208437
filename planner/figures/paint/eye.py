"""What the eye asks of a picture: what moves is seen, and moves far enough to be seen."""

from collections.abc import Iterator

from shapely.geometry.base import BaseGeometry

SEEN = 0.6  # of what moves
MOVED = 0.03  # of the longer side of what moves


def hidden(name: str, seen: float, whole: float) -> Iterator[str]:
    """That too little of the area of a moving part is seen."""
    share = seen / whole if whole else 0.0
    if share < SEEN:
        yield f"{name} moves, and {share:.0%} of it is seen."


def hardly_moved(first: BaseGeometry, last: BaseGeometry) -> Iterator[str]:
    """That start and end of what moves are hardly told apart; what comes anew has no start."""
    left, bottom, right, top = first.union(last).bounds
    way = first.hausdorff_distance(last) / max(right - left, top - bottom)
    if not first.is_empty and way < MOVED:
        yield f"Start and end differ by {way:.1%} of what moves: nobody sees it."
