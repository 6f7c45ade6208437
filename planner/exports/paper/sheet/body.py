"""The small body chart of the sheet: worked places solid with their number, others crossed."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from planner.figures.body_chart.curves import path
from planner.figures.body_chart.figure import MIDLINES, WIDTH
from planner.figures.body_chart.shapes import Shape, shapes, silhouette
from planner.model.ids import RegionId
from planner.model.phrase import Phrase
from planner.words import say

TOP, HEIGHT = 24, 674  # of the drawing that is shown
SKIN, INK = "#d5dadc", "#1b1c1d"


@dataclass(frozen=True)
class Numeral:
    """A number on the chart, at its middle, as a share of the width and the height."""

    x: float
    y: float
    number: int


@dataclass(frozen=True)
class Chart:
    """The drawing (SVG), the numbers that stand on it, and what it shows in words."""

    svg: str
    numbers: tuple[Numeral, ...]
    pictured: str


def chart(
    solid: Mapping[RegionId, int], crossed: Iterable[RegionId], accent: str, pictured: Phrase
) -> Chart:
    """Front and back of the body with these places; what is worked has its number."""
    left_out = frozenset(crossed).difference(solid)
    return Chart(_svg(solid, left_out, accent), tuple(_numbers(solid)), pictured)


def in_words(worked: Iterable[str], left_out: Iterable[str]) -> Phrase:
    """What the chart shows, for whoever cannot see it."""
    kept = tuple(left_out)
    if not kept:
        return say("Body chart. Work: {worked:semicolons}.", worked=tuple(worked))
    return say(
        "Body chart. Work: {worked:semicolons}. Leave out: {left:semicolons}.",
        worked=tuple(worked),
        left=kept,
    )


def _svg(solid: Mapping[RegionId, int], crossed: frozenset[RegionId], accent: str) -> str:
    skin = (f'<path d="{path(silhouette(view))}" fill="{SKIN}"/>' for view in MIDLINES)
    drawn = (_region(one, one.id in solid, accent) for one in _shown({*solid, *crossed}))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 {TOP} {WIDTH} {HEIGHT}">'
        f"{''.join(skin)}{''.join(drawn)}</svg>"
    )


def _shown(regions: Iterable[str]) -> Iterator[Shape]:
    there = frozenset(regions)
    return (one for one in shapes() if one.id in there)


def _region(one: Shape, is_worked: bool, accent: str) -> str:
    if is_worked:
        return f'<path d="{one.path}" fill="{accent}" stroke="#ffffff" stroke-width="3"/>'
    left, right, top, bottom = _box_of_the_place(one)
    return (
        f'<clipPath id="{one.id}"><path d="{one.path}"/></clipPath>'
        f'<path d="{one.path}" fill="#ffffff" stroke="{INK}" stroke-width="4"/>'
        f'<path clip-path="url(#{one.id})" stroke="{INK}" stroke-width="4"'
        f' d="M{left:.1f} {top:.1f}L{right:.1f} {bottom:.1f}M{right:.1f} {top:.1f}'
        f'L{left:.1f} {bottom:.1f}"/>'
    )


def _box_of_the_place(one: Shape) -> tuple[float, float, float, float]:
    """The box around a shape, and its mirror image where both meet: one cross lies over both."""
    xs, ys = zip(*one.corners, strict=True)
    left, right, middle = min(xs), max(xs), MIDLINES[one.view]
    if min(abs(left - middle), abs(right - middle)) < 1:
        half = max(abs(left - middle), abs(right - middle))
        left, right = middle - half, middle + half
    return left, right, min(ys), max(ys)


def _numbers(solid: Mapping[RegionId, int]) -> Iterator[Numeral]:
    """One for each place on each side of each figure, on the largest of its shapes there.

    Two halves that meet have one between them.
    """
    largest: dict[tuple[int, str, str], Shape] = {}
    for one in _shown(solid):
        here = (solid[RegionId(one.id)], one.view, one.side)
        if here not in largest or _area(one) > _area(largest[here]):
            largest[here] = one
    both = Counter((number, view) for number, view, _ in largest)
    placed = {
        (number, *_middle(one, halved=both[number, view] > 1))
        for (number, view, _), one in largest.items()
    }
    for number, x, y in sorted(placed):
        yield Numeral(x, y, number)


def _middle(one: Shape, *, halved: bool) -> tuple[float, float]:
    """Where the number of a shape stands; on the midline where its other half begins there."""
    x, y = one.centre
    near = min(abs(corner - MIDLINES[one.view]) for corner, _ in one.corners)
    x = MIDLINES[one.view] if halved and near < 1 else x
    return round(x / WIDTH, 4), round((y - TOP) / HEIGHT, 4)


def _area(one: Shape) -> float:
    """Of the box around a shape: which of two is larger is all that is asked."""
    xs, ys = zip(*one.corners, strict=True)
    wide, high = max(xs) - min(xs), max(ys) - min(ys)
    return float(wide * high)
