"""A whole-figure picture on the page: solved, painted, with its props, arrows and felt spots."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely

from planner.figures.body import landmarks
from planner.figures.body.pose import Pose
from planner.figures.body.skeleton import Skeleton, between
from planner.figures.body.solve import solve
from planner.figures.body.surfaces import Surface
from planner.figures.body.turning import Vector
from planner.figures.paint.camera import Camera
from planner.figures.paint.figure import areas, parts_of
from planner.figures.paint.shapes import Area, Arrow, Spot, raised
from planner.figures.paint.svg import Element
from planner.figures.paths import lengthened, ring, smooth
from planner.figures.picture import Picture, Pointer
from planner.figures.props.kinds import draw_prop, surfaces
from planner.figures.props.stage import Stage
from planner.figures.style import Tone

STEPS = 12  # of an arrow's path
BEHIND = -10.0


@dataclass(frozen=True)
class Whole:
    """A picture with its poses solved."""

    picture: Picture

    @cached_property
    def camera(self) -> Camera:
        """From where it is seen."""
        return Camera(self.picture.camera)

    @cached_property
    def surfaces(self) -> dict[str, Surface]:
        """What carries."""
        return surfaces(self.picture.props)

    def solved(self, pose: Pose) -> Skeleton:
        """One pose as a skeleton."""
        return solve(pose, self.surfaces)

    @cached_property
    def bodies(self) -> tuple[Skeleton, ...]:
        """The skeletons from start to end."""
        return tuple(self.solved(pose) for pose in self.picture.poses())

    @cached_property
    def moving(self) -> frozenset[str]:
        """The parts that move."""
        return frozenset(part for name in self.picture.moves for part in parts_of(name))

    @cached_property
    def seen(self) -> tuple[tuple[Area, ...], ...]:
        """The parts of every pose that are shown, the furthest first."""
        hidden = {part for name in self.picture.hides for part in parts_of(name)}
        return tuple(
            tuple(one for one in areas(body, self.camera, self.moving) if one.name not in hidden)
            for body in self.bodies
        )

    def painted(self, at: int) -> list[Element]:
        """The figure in one of its poses and what stands about it, the furthest first."""
        drawn = list(self.seen[at])
        for over, under in self.picture.over:
            drawn = raised(drawn, parts_of(over), parts_of(under))
        return self._with_props(drawn, at)

    def _with_props(self, drawn: list[Area], at: int) -> list[Element]:
        stage = Stage(self.camera, self.bodies[at])
        absent = "end" if at < len(self.bodies) - 1 else "start"
        behind: list[Element] = []
        pile: list[Element] = list(drawn)
        before: list[Element] = []
        for prop in self.picture.props:
            if prop.on == absent:
                continue
            pieces = draw_prop(prop, stage)
            if prop.front:
                before.extend(pieces)
            elif prop.over:
                place = above(pile, {part for name in prop.over for part in parts_of(name)})
                pile[place:place] = pieces
            elif prop.under:
                place = _below(pile, {part for name in prop.under for part in parts_of(name)})
                pile[place:place] = pieces
            else:
                behind.extend(pieces)
        return [*behind, *pile, *before]

    def ghost(self) -> list[Area]:
        """The moving parts at the start, light."""
        moving = [area.shape for area in self.seen[0] if area.name in self.moving]
        if not moving:
            return []
        return [Area("ghost", shapely.union_all(moving), Tone.GHOST, BEHIND, gap=False)]

    def arrows(self) -> list[Arrow]:
        """The arrows of movement."""
        return [self._arrow(one) for one in self.picture.arrows]

    def _arrow(self, told: Pointer) -> Arrow:
        points = self._path(told) + np.array(told.shift)
        return Arrow(lengthened(self.camera.page(points), told.longer), told.double)

    def _path(self, told: Pointer) -> Vector:
        start, end = self.bodies[0], self.bodies[-1]
        if told.follow is not None:
            shares = (0.0, 1.0) if told.straight else np.linspace(0, 1, STEPS)
            return np.array(
                [landmarks.place(between(start, end, share), told.follow) for share in shares]
            )
        body = self.bodies[self.picture.pose_at(told.on)]
        middle = landmarks.place(body, told.at) if told.at else np.zeros(3)
        if told.ring:
            return middle + ring(told)
        return middle + smooth(np.array(told.points))

    def spots(self) -> list[Spot]:
        """Where it is felt, at the end."""
        return [
            Spot(self.camera.page(landmarks.place(self.bodies[-1], one.at) + np.array(one.shift)))
            for one in self.picture.felt
        ]

    @cached_property
    def clip(self) -> tuple[float, float, float, float] | None:
        """The box that is kept of the page: left, bottom, right, top; None keeps all."""
        crop = self.picture.crop
        if crop is None:
            return None
        left, top, right, bottom = crop.pad
        kept = [
            self.camera.page(landmarks.place(body, name))
            for body in self.bodies
            for name in crop.of
        ]
        across, up = np.array(kept).T
        return across.min() - left, up.min() - bottom, across.max() + right, up.max() + top


def above(pile: Sequence[Element], names: set[str]) -> int:
    """Where what is painted over all of these parts goes."""
    return (
        max(
            (at for at, one in enumerate(pile) if isinstance(one, Area) and one.name in names),
            default=-1,
        )
        + 1
    )


def _below(pile: list[Element], names: set[str]) -> int:
    return min(
        (at for at, one in enumerate(pile) if isinstance(one, Area) and one.name in names),
        default=0,
    )
