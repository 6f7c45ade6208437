"""A foot on the page: trousers, shank, foot and toes as areas."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from shapely.geometry.base import BaseGeometry

from planner.figures.body.chains import Chain, Chains
from planner.figures.body.turning import Vector
from planner.figures.close.rounds import blob
from planner.figures.foot.form import INNER_HOLLOW, PLACES, SOLE_HOLLOW, TOES, Foot
from planner.figures.paint.camera import Camera
from planner.figures.paint.outline import outline
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

FLIP = np.diag([1.0, -1.0, 1.0])
FACING = 0.5  # cosine of the angle to the viewer from which on a hollow is seen
AT_ANKLE = 0.26
EDGE_ON = 0.85  # cosine from which on the nearest toe hides the others
Welds = Mapping[str, tuple[float, float, float]]


def mirrored(chains: Chains, floor: float) -> Chains:
    """Some ellipsoids as a mirror on the floor shows them."""
    lift = np.array([0.0, 2 * floor, 0.0])
    return tuple(Chain(one.middles @ FLIP + lift, FLIP @ one.axes) for one in chains)


def landmark(foot: Foot, name: str) -> Vector:
    """A named place of a foot."""
    if name == "toes":
        return foot.tip(1)
    if name == "big_toe":
        return foot.tip(0)
    if name == "shin":
        return foot.ankle + foot.shank[:, 1] * 0.9 + foot.shank[:, 0] * 0.15
    return foot.place(PLACES[name])


@dataclass(frozen=True)
class _Seen:
    """A foot before a camera; with a `floor` as a mirror there shows it."""

    foot: Foot
    camera: Camera
    moves: Collection[str]
    floor: float | None

    def shape(self, *chains: Chain) -> BaseGeometry:
        """The outline of some chains."""
        return outline(chains if self.floor is None else mirrored(chains, self.floor), self.camera)

    def page(self, place: Vector) -> Vector:
        """A place on the page."""
        shown = place if self.floor is None else FLIP @ place + [0, 2 * self.floor, 0]
        return self.camera.page(shown)

    def part(self, stem: str, shape: BaseGeometry, welds: Welds) -> Area:
        """One part in its tone."""
        side = self.foot.side
        moving = f"{stem}_{side}" in self.moves or f"leg_{side}" in self.moves
        cloth = "trousers" if stem == "trousers" else "skin"
        tone = Tone(f"{cloth}-moves") if moving else Tone(cloth)
        return Area(f"{stem}_{side}", shape, tone, welds=welds, shaded=True)

    def hollow(
        self, rim: Sequence[Sequence[float]], normal: Vector, within: BaseGeometry
    ) -> list[Area]:
        """A hollow of the foot, where its side is turned to the viewer."""
        turned = normal if self.floor is None else FLIP @ normal
        if self.camera.rows[2] @ turned < FACING:
            return []
        line = np.array([self.page(self.foot.place(one)) for one in rim])
        return [Area("hollow", blob(line).intersection(within), Tone.SHADE, gap=False)]


def foot_areas(
    foot: Foot, camera: Camera, moves: Collection[str], *, floor: float | None = None
) -> list[Area]:
    """A foot, the furthest first; `floor` draws what a mirror there shows of it."""
    seen = _Seen(foot, camera, moves, floor)
    ankle = {"ankle": _disc(seen.page(foot.ankle), AT_ANKLE)}
    roots = {
        f"toe{at}": _disc(seen.page(toe.middles[0]), TOES[at][2] * 1.3 + 0.03)
        for at, toe in enumerate(foot.toes())
    }
    sole = seen.part("foot", seen.shape(*foot.foot()), {**ankle, **roots})
    near = [
        float(camera.depth(toe.middles[-1])) * (1.0 if floor is None else -1.0)
        for toe in foot.toes()
    ]
    toes = [
        seen.part("toes", seen.shape(toe), {name: roots[name]})
        for name, toe in zip(roots, foot.toes(), strict=True)
    ]
    toes = [toes[at] for at in np.argsort(near)]
    edge_on = abs(camera.rows[2] @ foot.frame[:, 2]) > EDGE_ON
    inner = foot.frame[:, 2] * (-1.0 if foot.side == "r" else 1.0)
    return [
        *_leg(seen, ankle),
        sole,
        *seen.hollow(SOLE_HOLLOW, -foot.frame[:, 1], sole.shape),
        *(seen.hollow(INNER_HOLLOW, inner, sole.shape) if floor is None else ()),
        *(toes[-1:] if edge_on else toes),
    ]


def _leg(seen: _Seen, ankle: Welds) -> list[Area]:
    if not seen.foot.pose.leg or seen.floor is not None:  # the sole is what a mirror is for
        return []
    return [
        seen.part("shank", seen.shape(seen.foot.bare()), ankle),
        seen.part("trousers", seen.shape(seen.foot.trousers()), {}),
    ]


def _disc(at: Vector, radius: float) -> tuple[float, float, float]:
    return float(at[0]), float(at[1]), radius
