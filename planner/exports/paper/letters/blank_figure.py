"""The body from front and back, to be shaded by hand."""

from functools import cache

from planner.figures.body_chart.curves import path
from planner.figures.body_chart.figure import HEIGHT, WIDTH
from planner.figures.body_chart.shapes import silhouette

GREY = "#dfe3e5"


@cache
def blank_figures() -> str:
    """Both figures as a drawing (SVG)."""
    figures = "".join(f"<path d='{path(silhouette(view))}'/>" for view in ("front", "back"))
    size = f"viewBox='0 20 {WIDTH} {HEIGHT - 12}'"
    return f"<svg xmlns='http://www.w3.org/2000/svg' {size}><g fill='{GREY}'>{figures}</g></svg>"
