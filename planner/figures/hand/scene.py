"""A picture of hands on the page: solved, painted, with its props, arrows and felt spots."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from planner.figures.body.turning import Vector
from planner.figures.hand.painted import areas, parts_of
from planner.figures.hand.picture import HandPicture, Poses
from planner.figures.hand.props import Stage, draw_prop
from planner.figures.hand.skeleton import Hands, solve
from planner.figures.paint.camera import Camera
from planner.figures.paint.shapes import Area, Arrow, Spot, raised
from planner.figures.paint.svg import Element, polygons
from planner.figures.paths import lengthened, ring, smooth
from planner.figures.picture import Pointer
from planner.figures.style import Tone

STEPS = 12
BEHIND = -10.0


@dataclass(frozen=True)
class Scene:
    """A picture of hands with its poses solved."""

    picture: HandPicture

    @cached_property
    def camera(self) -> Camera:
        """From where it is seen."""
        return Camera(self.picture.camera)

    @cached_property
    def bodies(self) -> tuple[Hands, ...]:
        """The hands from start to end."""
        return tuple(solve(poses) for poses in self.picture.poses())

    @cached_property
    def moving(self) -> frozenset[str]:
        """The parts that move."""
        return frozenset(part for name in self.picture.moves for part in parts_of(name))

    def painted(self, at: int) -> list[Element]:
        """The hands of a pose and what stands about them, the furthest first."""
        drawn = [
            area
            for area in areas(self.bodies[at], self.camera, self.moving)
            if self._seen(area, at)
        ]
        for over, under in self.picture.over:
            drawn = raised(drawn, _named(over), _named(under))
        return self._with_props(drawn, at)

    def _seen(self, area: Area, at: int) -> bool:
        hand = area.name.split(".")[0]
        hidden = {part for name in self.picture.hides for part in _named(name)}
        return area.name not in hidden and self.picture.absent.get(hand) != self._pose(at)

    def _pose(self, at: int) -> str:
        return "start" if at == 0 else "end" if at == len(self.bodies) - 1 else "middle"

    def _with_props(self, drawn: list[Area], at: int) -> list[Element]:
        behind: list[Element] = []
        pile: list[Element] = list(drawn)
        before: list[Element] = []
        for prop in self.picture.props:
            if prop.on not in ("both", self._pose(at)):
                continue
            pieces = draw_prop(prop, Stage(self.camera, self.bodies[at]))
            if prop.front:
                before.extend(pieces)
            elif prop.over:
                names = {part for name in prop.over for part in _named(name)}
                above = [
                    n for n, one in enumerate(pile) if isinstance(one, Area) and one.name in names
                ]
                place = max(above, default=-1) + 1
                pile[place:place] = pieces
            else:
                behind.extend(pieces)
        return [*behind, *pile, *before]

    def ghost(self) -> list[Area]:
        """The moving parts of the start, light."""
        moving = [
            area.shape
            for area in areas(self.bodies[0], self.camera, self.moving)
            if area.name in self.moving and self._seen(area, 0)
        ]
        if not moving:
            return []
        whole = shapely.union_all(
            [shapely.Polygon(one.exterior) for one in polygons(shapely.union_all(moving))]
        )
        return [Area("ghost", whole, Tone.GHOST, BEHIND, gap=False)]

    def arrow(self, told: Pointer) -> Arrow:
        """One arrow of movement."""
        points = self._path(told) + np.array(told.shift)
        return Arrow(lengthened(self.camera.page(points), told.longer), told.double)

    def _path(self, told: Pointer) -> Vector:
        if told.follow is not None:
            shares = (0.0, 1.0) if told.straight else np.linspace(0, 1, STEPS)
            return np.array([self.between(share).place(told.follow) for share in shares])
        body = self.bodies[-1 if told.on == "end" else 0]
        middle = body.place(told.at) if told.at else np.zeros(3)
        return middle + (ring(told) if told.ring else smooth(np.array(told.points)))

    def between(self, share: float) -> Hands:
        """The hands a share of the way from start to end."""
        return solve(_between(self.picture.start, self.picture.end, share))

    def spots(self) -> list[Spot]:
        """Where it is felt, at the end."""
        return [
            Spot(self.camera.page(self.bodies[-1].place(one.at) + np.array(one.shift)))
            for one in self.picture.felt
        ]

    def corners(self) -> list[Vector]:
        """The landmarks a crop goes by, on the page."""
        names = self.picture.crop.of if self.picture.crop else ()
        return [self.camera.page(body.place(name)) for body in self.bodies for name in names]


def _named(name: str) -> Iterable[str]:
    """The parts a name stands for; the marks of a hand and props go by their own names."""
    hand, _, told = name.partition(".")
    if told in ("all", "hand"):
        return {*parts_of(name), *(f"{hand}.{one}" for one in _marks())}
    if told == "crease" or told.endswith(".nail") or not told:
        return {name}
    return parts_of(name)


def _marks() -> list[str]:
    return ["crease", *(f"{digit}.nail" for digit in ("index", "long", "ring", "little", "thumb"))]


def _between(start: Poses, end: Poses, share: float) -> Poses:
    return {
        name: type(hand).model_validate(_mixed(hand.model_dump(), end[name].model_dump(), share))
        for name, hand in start.items()
    }


def _mixed(start: object, end: object, share: float) -> object:
    """Numbers a share of the way, all else as at the end."""
    if isinstance(start, dict) and isinstance(end, dict):
        return {name: _mixed(value, end[name], share) for name, value in start.items()}
    if isinstance(start, tuple) and isinstance(end, tuple):
        return tuple(_mixed(one, other, share) for one, other in zip(start, end, strict=True))
    if isinstance(start, float) and isinstance(end, float):
        return start * (1 - share) + end * share
    return end
