"""What every kind of picture comes to before it is SVG: frames, and what is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass

from planner.figures.paint.layout import Frame


@dataclass(frozen=True)
class Sheet:
    """`still` frames stand in a row or a pile, `turns` alternate; `faults` finds what is wrong."""

    still: tuple[Frame, ...]
    turns: tuple[Frame, ...] = ()
    stacked: bool = False
    faults: Callable[[], tuple[str, ...]] = tuple
