"""What every kind of picture comes to before it is SVG: frames, and what is wrong with them."""

from dataclasses import dataclass

from planner.figures.paint.layout import Frame


@dataclass(frozen=True)
class Sheet:
    """`still` frames stand side by side (or stacked), `turns` alternate; `faults` are sentences."""

    still: tuple[Frame, ...]
    turns: tuple[Frame, ...] = ()
    stacked: bool = False
    faults: tuple[str, ...] = ()
