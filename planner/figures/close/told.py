"""What the tables of all close-ups may say: what moves, what is felt, arrows."""

from typing import Literal

from planner.figures.close.rounds import Point
from planner.figures.picture import Show
from planner.model.record import Record

Box = tuple[float, float, float, float]  # left, bottom, right, top


class Mark(Record):
    """Where it is felt: a landmark and a shift on the page."""

    at: str
    shift: Point = (0.0, 0.0)


class Way(Record):
    """An arrow: a landmark's path (`follow`), through points from one, or a ring round one."""

    follow: str | None = None
    at: str | None = None
    points: tuple[Point, ...] = ()
    ring: Point | None = None  # half its width and height
    begin: float = 60.0
    sweep: float = 300.0
    shift: Point = (0.0, 0.0)
    longer: float = 1.0
    double: bool = False
    on: Literal["start", "end"] = "end"


class CloseUp(Record):
    """What the tables of all close-ups may say."""

    moves: tuple[str, ...] = ()
    felt: tuple[Mark, ...] = ()
    arrows: tuple[Way, ...] = ()
    show: Show = Show.GHOST
    crop: Box | None = None
    crossed: bool = False
    touches: tuple[tuple[str, str], ...] = ()  # what has to meet at the end

    def moving(self, name: str) -> bool:
        """Whether a part moves: by its own name, or as part of a leg."""
        leg = f"leg{name[-2:]}" if name[-2:] in ("_r", "_l") else ""
        return name in self.moves or leg in self.moves
