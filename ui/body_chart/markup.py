"""The drawing as HTML: made of our own data only, so that nothing said by anybody is in it."""

from collections.abc import Iterator
from html import escape

from planner.figures.body_chart.curves import path
from planner.figures.body_chart.figure import HEIGHT, MIDLINES, WIDTH
from planner.figures.body_chart.shapes import OUTWARD, Shape, details, shapes, silhouette
from planner.words import say, say_in
from ui.body_chart.marks import LEVELS
from ui.body_chart.neighbours import neighbours
from ui.state.language import tell

TITLES = {
    "front": say_in("figure of the body chart", "Front"),
    "back": say_in("figure of the body chart", "Back"),
}
LETTERS = {
    "right": say_in("letter for the right side", "R"),
    "left": say_in("letter for the left side", "L"),
}
TITLE_AT, SIDE_AT, SIDE_AWAY = 18, 84, 74
BUTTONS = (
    ('data-act="undo" aria-disabled="true"', say("Undo")),
    ('data-act="both" aria-pressed="false"', say("Both sides")),
    ('data-act="clear" aria-disabled="true"', say("Clear all")),
)
CHART = say("Body chart")
AGAIN = say("Tap again: more")
FIGURES = say(
    "Front and back of the body. Arrow keys move, Space marks. Right and left are the person’s own."
)


def markup() -> str:
    """The chart's whole HTML, in the language of the screen."""
    return "\n".join(
        [
            f'<div class="chart" role="group" aria-label="{_html(CHART)}">',
            f'<svg class="figures" viewBox="0 0 {WIDTH} {HEIGHT}" role="group"'
            f' aria-label="{_html(FIGURES)}" data-midlines="{_middles()}">',
            *(line for view in MIDLINES for line in _hit_areas(view)),
            *(_region(number, shape) for number, shape in enumerate(shapes())),
            *_soft_edges(),
            *(line for view in MIDLINES for line in _figure(view)),
            *(_level(shape) for shape in shapes()),
            '<path class="marked" aria-hidden="true"/><path class="hover"/>',
            '<path class="ring under"/><path class="ring"/>',
            "</svg>",
            f'<div class="bar">{_buttons()}</div>',
            f'<div class="foot"><p class="key">{_key()}</p>',
            '<p class="said"><b class="side" hidden></b><span class="words"></span></p></div>',
            '<div class="spoken" role="status" aria-live="polite"></div>',
            "</div>",
        ]
    )


def _middles() -> str:
    return " ".join(str(x) for x in MIDLINES.values())


def _buttons() -> str:
    return "".join(f'<button type="button" {act}>{_html(words)}</button>' for act, words in BUTTONS)


def _hit_areas(view: str) -> Iterator[str]:
    """A window on each half of a figure: what is drawn wider than the body stays on its side."""
    half = WIDTH // 4
    for left in (MIDLINES[view] - half, MIDLINES[view]):
        yield (
            f'<svg class="hits" x="{left}" width="{half}" height="{HEIGHT}"'
            f' viewBox="{left} 0 {half} {HEIGHT}" aria-hidden="true"></svg>'
        )


def _region(number: int, shape: Shape) -> str:
    ids = [one.id for one in shapes()]
    ways = " ".join(str(ids.index(one)) for one in neighbours()[shape.id])
    return (
        f'<path class="region" role="checkbox" aria-checked="false" data-level="0"'
        f' tabindex="{-1 if number else 0}" data-region="{shape.id}" data-half="{_half(shape)}"'
        f' data-ways="{ways}" d="{shape.path}"/>'
    )


def _half(shape: Shape) -> int:
    """Which of the four half figures, from left to right; the midline has none (-1)."""
    if shape.side == "midline":
        return -1
    return 2 * (shape.view == "back") + (OUTWARD[shape.view, shape.side] > 0)


def _soft_edges() -> Iterator[str]:
    """What makes the bodies look round, and what covers the half of it that falls beside them."""
    bodies = [path(silhouette(view)) for view in MIDLINES]
    page = f"M0 0h{WIDTH}v{HEIGHT}h-{WIDTH}Z"
    for kind, line in (("shade", "".join(bodies)), ("around", page + "".join(bodies))):
        yield f'<path class="{kind}" d="{line}" aria-hidden="true"/>'


def _figure(view: str) -> Iterator[str]:
    for kind, lines in (("detail", details(view)), ("outline", [path(silhouette(view))])):
        yield from (f'<path class="{kind}" d="{line}" aria-hidden="true"/>' for line in lines)
    yield f'<text class="title" x="{MIDLINES[view]}" y="{TITLE_AT}">{_html(TITLES[view])}</text>'
    for side in ("right", "left"):
        x = MIDLINES[view] + SIDE_AWAY * OUTWARD[view, side]
        yield f'<circle class="side-disc" cx="{x}" cy="{SIDE_AT}" r="13" aria-hidden="true"/>'
        yield f'<text class="side-letter" x="{x}" y="{SIDE_AT}">{_html(LETTERS[side])}</text>'


def _level(shape: Shape) -> str:
    x, y = shape.centre
    return (
        f'<text class="level" data-of="{shape.id}" x="{x:.1f}" y="{y:.1f}"'
        ' aria-hidden="true"></text>'
    )


def _key() -> str:
    levels = "".join(
        f'<span><i class="swatch" data-level="{level}">{level}</i> {_html(LEVELS[level])}</span>'
        for level in range(1, len(LEVELS))
    )
    return f"{levels}<span>{_html(AGAIN)}</span>"


def _html(words: str) -> str:
    return escape(tell(words))
