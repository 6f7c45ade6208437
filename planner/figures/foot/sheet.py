"""The sheet of a foot: painted, with hands and things, arrows, and what is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from planner.figures.body.chains import round_chain
from planner.figures.body.pose import SIDES, Triple
from planner.figures.body.turning import Vector, about_y
from planner.figures.foot.faults import faults_of
from planner.figures.foot.form import Foot
from planner.figures.foot.painted import foot_areas, landmark
from planner.figures.foot.told import (
    FootPicture,
    FootPose,
    FootState,
    Glass,
    Solid,
    Way,
    foot_picture,
)
from planner.figures.paint.camera import Camera
from planner.figures.paint.layout import Frame
from planner.figures.paint.shapes import Area, Arrow, Spot, Stroke
from planner.figures.paint.svg import Element
from planner.figures.picture import Show
from planner.figures.props.solids import box, rounded
from planner.figures.rounds import curve, drawn, hand
from planner.figures.sheet import Sheet
from planner.figures.style import Tone

STEPS = 9


@dataclass(frozen=True)
class Feet:
    """A picture of feet, ready to paint."""

    told: FootPicture

    @cached_property
    def camera(self) -> Camera:
        """From where they are seen."""
        return Camera(self.told.camera)

    def feet(self, state: FootState) -> list[Foot]:
        """The feet of a state, the furthest first."""
        there = [(side, state.foot(side)) for side in SIDES]
        feet = [Foot(side, pose) for side, pose in there if pose is not None]
        return sorted(feet, key=lambda one: float(self.camera.depth(one.ankle)))

    def place(self, state: FootState, name: str) -> Vector:
        """A landmark on the page: `heel_r`."""
        stem, side = name[:-2], name[-1]
        (foot,) = (one for one in self.feet(state) if one.side == side)
        return self.camera.page(landmark(foot, stem))

    def painted(self, state: FootState) -> list[Element]:
        """Feet, hands and things, the furthest first."""
        moves = self.told.moves
        things = {
            far: [drawn(one, moves=one.name in moves) for one in state.things if one.behind == far]
            for far in (True, False)
        }
        solids = {
            front: [
                area
                for one in state.solids
                if one.front == front
                for area in self._solid(state, one)
            ]
            for front in (True, False)
        }
        glass = self._glass(state, self.told.glass) if self.told.glass else []
        feet = [area for one in self.feet(state) for area in foot_areas(one, self.camera, moves)]
        behind = [*solids[False], *glass, *things[True], *self._hands(state, far=True)]
        return [*behind, *feet, *solids[True], *things[False], *self._hands(state, far=False)]

    def _hands(self, state: FootState, *, far: bool) -> list[Element]:
        return [
            part
            for one in state.hands
            for part in hand(
                one,
                np.array(one.at) + (self.place(state, one.to) if one.to else 0),
                moves=one.name in self.told.moves,
                behind=far,
            )
        ]

    def _solid(self, state: FootState, told: Solid) -> list[Element]:
        if told.cord:
            return [Stroke(np.array([self.place(state, one) for one in told.cord]), told.width)]
        if told.box is not None:
            return [*box(self.camera, np.array(told.at), told.box, about_y(told.yaw), told.name)]
        balls = np.array(told.balls)
        middles = np.array(told.at) + balls[:, :3] @ about_y(told.yaw).T
        row = round_chain(list(middles), list(balls[:, 3]))
        return [*rounded(self.camera, (row,), told.tone, name=told.name)]

    def _glass(self, state: FootState, glass: Glass) -> list[Area]:
        """A mirror on the floor with what it shows of the feet."""
        rim, pane = (self._rectangle(glass, wider) for wider in (0.05, 0.0))
        shown = [
            Area("shown", area.shape.intersection(pane), area.tone, gap=area.gap, welds=area.welds)
            for foot in self.feet(state)
            for area in foot_areas(foot, self.camera, (), floor=glass.at[1])
        ]
        return [
            Area("rim", rim, Tone.CLOTH, edged=True, gap=False),
            Area("glass", pane, Tone.WATER, gap=False),
            *shown,
        ]

    def _rectangle(self, glass: Glass, wider: float) -> shapely.Polygon:
        half = np.array(glass.size) / 2 + wider
        corners = [
            np.array(glass.at) + np.array([half[0] * x, 0.0, half[1] * z])
            for x, z in ((1, 1), (1, -1), (-1, -1), (-1, 1))
        ]
        return shapely.Polygon(self.camera.page(np.array(corners)))

    def ghost(self) -> list[Element]:
        """The moving parts of the start, light."""
        moving = [
            one.shape
            for one in self.painted(self.told.start)
            if isinstance(one, Area) and self._moves(one.name)
        ]
        return [Area("ghost", shapely.union_all(moving), Tone.GHOST, gap=False)] if moving else []

    def _moves(self, name: str) -> bool:
        legs = {one for one in self.told.moves if one.startswith("leg_")}
        return name in self.told.moves or (name[-2:] in ("_r", "_l") and f"leg{name[-2:]}" in legs)

    def arrow(self, way: Way) -> Arrow:
        """One arrow on the page."""
        points = self._points(way) + np.array(way.shift)
        middle = points[len(points) // 2]
        return Arrow(middle + (points - middle) * way.longer, way.double)

    def _points(self, way: Way) -> Vector:
        if way.follow is not None:
            return np.array([self.place(one, way.follow) for one in self._between()])
        state = self.told.end if way.on == "end" else self.told.start
        origin = self.place(state, way.at) if way.at else np.zeros(2)
        if way.ring is not None:
            round_ = np.radians(way.begin + np.linspace(0, way.sweep, 36))
            ring: Vector = origin + np.column_stack([np.cos(round_), np.sin(round_)]) * way.ring
            return ring
        points = np.array(way.points) + origin
        return curve(points, closed=False) if len(points) > 2 else points  # noqa: PLR2004

    def _between(self) -> list[FootState]:
        shares = np.linspace(0, 1, STEPS)
        return [
            FootState(
                r=_part_way(self.told.start.r, self.told.end.r, float(share)),
                l=_part_way(self.told.start.l, self.told.end.l, float(share)),
            )
            for share in shares
        ]

    def spots(self) -> list[Spot]:
        """Where it is felt."""
        return [
            Spot(self.place(self.told.end, one.at) + np.array(one.shift)) for one in self.told.felt
        ]

    def arrows(self, on: str) -> list[Arrow]:
        """The arrows of one of the two states."""
        return [self.arrow(one) for one in self.told.arrows if one.on == on]


def _part_way(first: FootPose | None, last: FootPose | None, share: float) -> FootPose | None:
    if first is None or last is None:
        return last

    return last.model_copy(
        update={
            "at": _mix(first.at, last.at, share),
            "turn": _mix(first.turn, last.turn, share),
            "shank": _mix(first.shank, last.shank, share),
            "toes": first.toes + (last.toes - first.toes) * share,
            "curl": first.curl + (last.curl - first.curl) * share,
        }
    )


def _mix(one: Triple, other: Triple, share: float) -> Triple:
    x, y, z = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return x, y, z


def foot_sheet(task: str, table: Mapping[str, Any]) -> Sheet:
    """The sheet of one task's table."""
    feet = Feet(foot_picture(task, table))
    told = feet.told
    start = Frame([*feet.painted(told.start), *feet.arrows("start")], told.crop, told.crossed)
    end = Frame([*feet.painted(told.end), *feet.spots(), *feet.arrows("end")], told.crop)
    faults = faults_of(told, feet.painted(told.end))
    if told.start == told.end:
        return Sheet((end,), faults=faults)
    turns = () if told.crossed else (start, end)
    if told.show in (Show.FRAMES, Show.STACKED):
        return Sheet((start, end), turns, stacked=told.show is Show.STACKED, faults=faults)
    ghost = feet.ghost() if told.show is Show.GHOST else []
    return Sheet((Frame([*ghost, *end.elements], told.crop),), turns, faults=faults)
