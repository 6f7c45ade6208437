"""All pictures on one sheet, to be looked at: in colour, small and grey, on a dark ground."""

import re
from collections.abc import Mapping

from planner.exports.paper.typesetting import painted
from planner.figures.stored import in_theme
from planner.figures.style import Theme

COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})\b")
LIGHTNESS = (0.2126, 0.7152, 0.0722)  # how much red, green and blue weigh to the eye


def contact_sheet(pictures: Mapping[str, str]) -> bytes:
    """Each picture (SVG) under its name, as PNG."""
    named = [{"name": name, "svg": svg} for name, svg in pictures.items()]
    return painted(
        "contact_sheet.typ",
        {
            "light": named,
            "grey": [{**one, "svg": grey(one["svg"])} for one in named],
            "dark": [{**one, "svg": in_theme(one["svg"], Theme.DARK)} for one in named],
        },
    )


def grey(svg: str) -> str:
    """A picture as a black printer gives it."""
    return COLOUR.sub(_as_grey, svg)


def _as_grey(colour: re.Match[str]) -> str:
    parts = zip(LIGHTNESS, colour.groups(), strict=True)
    tone = round(sum(weight * int(part, 16) for weight, part in parts))
    return f"#{tone:02x}{tone:02x}{tone:02x}"
