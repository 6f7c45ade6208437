"""A figure as a drawing for paper."""

import json

import vl_convert

from planner.charts.figure import Figure, Spec


def svg_of(figure: Figure, width: int) -> str:
    """The figure as SVG, so many units wide; nothing is fetched from elsewhere."""
    spec: Spec = {**figure.spec, "width": width}
    drawn: str = vl_convert.vegalite_to_svg(json.dumps(spec), allowed_base_urls=[])
    return drawn
