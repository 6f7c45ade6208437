"""The volume of a foot: balls along heel, arches, ball and toes, in lengths of the foot.

Forward to the toes, up, and to the right; told for a right foot from its ankle, whose floor is .257
below. The left foot is its mirror.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.figures.body.chains import Chain, Chains, basis, chain, round_chain
from planner.figures.body.pose import Side
from planner.figures.body.turning import Matrix, Vector, about_x, about_y, about_z, across, unit
from planner.figures.foot.told import FootPose

STEPS = 4
LONG = 1.6  # how much of the shank there is
HEM_WIDER = 1.10
Balls = Sequence[tuple[float, float, float, float]]

HEEL: Balls = (
    (0.0, 0.02, 0.0, 0.125),
    (-0.085, -0.06, 0.0, 0.118),
    (-0.105, -0.138, 0.0, 0.118),
    (0.0, -0.142, 0.01, 0.112),
)
INNER_ARCH: Balls = (
    (0.02, -0.10, -0.01, 0.13),
    (0.21, -0.072, -0.06, 0.108),
    (0.38, -0.125, -0.085, 0.086),
    (0.545, -0.170, -0.103, 0.087),
)
OUTER_ARCH: Balls = (
    (-0.02, -0.145, 0.02, 0.11),
    (0.22, -0.165, 0.065, 0.088),
    (0.45, -0.187, 0.122, 0.070),
)
INSTEP: Balls = (
    (0.0, 0.03, 0.0, 0.128),
    (0.15, -0.015, -0.01, 0.108),
    (0.34, -0.09, -0.02, 0.085),
    (0.53, -0.165, -0.01, 0.062),
)
BALL: Balls = (
    (0.55, -0.170, -0.103, 0.087),
    (0.53, -0.180, 0.0, 0.077),
    (0.455, -0.187, 0.122, 0.070),
)
ANKLES: Balls = ((-0.01, 0.0, -0.075, 0.062), (-0.03, -0.02, 0.078, 0.060))
TOES: Sequence[tuple[tuple[float, float, float], float, float]] = (  # root, length, radius
    ((0.585, -0.194, -0.118), 0.185, 0.062),
    ((0.605, -0.205, -0.028), 0.165, 0.044),
    ((0.580, -0.208, 0.032), 0.150, 0.042),
    ((0.545, -0.210, 0.088), 0.132, 0.040),
    ((0.500, -0.212, 0.142), 0.112, 0.040),
)
SHANK: Sequence[tuple[float, float, float]] = (  # up from the ankle, radius, set back
    (0.0, 0.125, 0.0),
    (0.25, 0.120, 0.005),
    (0.6, 0.150, 0.025),
    (1.05, 0.205, 0.055),
    (LONG, 0.205, 0.015),
)
SOLE_HOLLOW: Sequence[tuple[float, float, float]] = (  # of the inner arch, seen from below
    (0.08, -0.21, -0.13),
    (0.10, -0.23, -0.05),
    (0.20, -0.22, 0.015),
    (0.33, -0.22, 0.03),
    (0.44, -0.23, -0.02),
    (0.46, -0.22, -0.16),
    (0.28, -0.15, -0.17),
)
INNER_HOLLOW: Sequence[tuple[float, float, float]] = (  # of the arch, seen from the inner side
    (0.03, -0.275, -0.10),
    (0.12, -0.225, -0.12),
    (0.24, -0.195, -0.13),
    (0.36, -0.21, -0.14),
    (0.46, -0.275, -0.14),
)
PLACES = {
    "ankle": (0.0, 0.0, 0.0),
    "heel": (-0.12, -0.24, 0.0),
    "back_of_heel": (-0.22, -0.13, 0.0),
    "arch": (0.26, -0.17, -0.07),
    "sole": (0.26, -0.22, 0.0),
    "ball": (0.53, -0.25, 0.0),
    "instep": (0.25, 0.06, 0.0),
    "band_out": (0.40, -0.16, 0.19),
    "band_top": (0.42, -0.045, 0.0),
    "band_in": (0.44, -0.12, -0.17),
    "outer_edge": (0.45, -0.19, 0.17),
    "inner_edge": (0.55, -0.17, -0.17),
}


@dataclass(frozen=True)
class Foot:
    """One foot in one pose, from its ankle."""

    side: Side
    pose: FootPose

    @cached_property
    def frame(self) -> Matrix:
        """Forward, up and right of the foot as columns."""
        out, up, roll = self.pose.turn
        sign = 1.0 if self.side == "r" else -1.0
        turned: Matrix = about_y(out * sign) @ about_z(-up) @ about_x(roll * sign)
        return turned

    @cached_property
    def ankle(self) -> Vector:
        """Where the ankle is."""
        at = np.array(self.pose.at)
        if self.pose.stands is None:
            return at
        lowest = min(
            float(np.min(one.middles[:, 1] - np.linalg.norm(one.axes[:, 1, :], axis=1)))
            for one in self.foot(np.zeros(3))
        )
        at[1] = self.pose.stands - lowest
        return at

    def place(self, point: Sequence[float], ankle: Vector | None = None) -> Vector:
        """A point of the right foot on this one."""
        forward, up, right = point
        sided = np.array([forward, up, right if self.side == "r" else -right])
        return (self.ankle if ankle is None else ankle) + self.frame @ sided

    def _row(self, balls: Balls, ankle: Vector | None) -> Chain:
        told = np.array(balls)
        places = [self.place(one, ankle) for one in told[:, :3]]
        smooth = _weights(len(balls)) @ np.column_stack([np.array(places), told[:, 3]])
        return round_chain(list(smooth[:, :3]), list(smooth[:, 3]))

    def foot(self, ankle: Vector | None = None) -> Chains:
        """Heel, arches, instep and ball."""
        rows = (HEEL, INNER_ARCH, OUTER_ARCH, INSTEP, BALL, ANKLES)
        return tuple(self._row(balls, ankle) for balls in rows)

    def toes(self, ankle: Vector | None = None) -> tuple[Chain, ...]:
        """The five toes from the big one out."""
        return tuple(self._toe(at, ankle) for at in range(len(TOES)))

    def _toe(self, at: int, ankle: Vector | None) -> Chain:
        root, length, radius = TOES[at]
        up, middle = np.radians(self.pose.toes), np.radians(self.pose.curl)
        places, angle = [np.array(root) - [0.02, -0.004, 0.0], np.array(root)], up
        for share, bend in ((0.42, 0.0), (0.32, middle), (0.26, middle)):
            angle = angle - bend
            step = length * share * np.array([np.cos(angle), np.sin(angle), 0.0])
            places.append(places[-1] + step)
        sizes = [radius * 0.9, radius * 0.97, radius * 0.93, radius, radius * 0.98]
        return chain(
            [self.place(list(one), ankle) for one in places],
            [np.eye(3) * size for size in sizes],
        )

    def tip(self, at: int = 0) -> Vector:
        """The end of a toe."""
        tip: Vector = self._toe(at, None).middles[-1]
        return tip

    @cached_property
    def shank(self) -> Matrix:
        """Forward, up and right of the shank as columns."""
        up = unit(np.array(self.pose.shank))
        facing = self.frame[:, 0] if abs(up @ self.frame[:, 0]) < 0.95 else -self.frame[:, 1]  # noqa: PLR2004
        forward = across(facing, up)
        return np.stack([forward, up, np.cross(forward, up)], axis=1)

    def bare(self) -> Chain:
        """The shank below the hem."""
        return self._along_shank(0.0, self.pose.hem + 0.06, 1.0)

    def trousers(self) -> Chain:
        """The shank from the hem up, ending in a flat hem."""
        cloth = self._along_shank(self.pose.hem, LONG, HEM_WIDER)
        flat = self.shank @ np.diag([cloth.axes[0][0, 0], 0.02, cloth.axes[0][0, 0]])
        axes = np.concatenate([[flat], cloth.axes[1:]])
        return Chain(cloth.middles, axes)

    def _along_shank(self, first: float, last: float, wider: float) -> Chain:
        heights, radii, backs = zip(*SHANK, strict=True)
        ups = np.linspace(first, last, 12)
        middles = [
            self.ankle + self.shank[:, 1] * up - self.shank[:, 0] * np.interp(up, heights, backs)
            for up in ups
        ]
        return round_chain(middles, [float(np.interp(up, heights, radii)) * wider for up in ups])

    def bent_up(self) -> float:
        """How far the foot is drawn up towards the shank, in degrees from square."""
        own = self.frame.T @ self.shank[:, 1]
        return float(np.degrees(np.arctan2(own[0], own[1])))


def _weights(count: int) -> Matrix:
    rows = [basis(count, step / STEPS) for step in range((count - 1) * STEPS)]
    return np.array([*rows, [*[0.0] * (count - 1), 1.0]])
