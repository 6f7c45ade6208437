"""The sheet of a foot: painted, with hands, things and what a mirror shows of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any

import numpy as np
import shapely

from planner.figures.body.chains import round_chain
from planner.figures.body.pose import SIDES, Triple
from planner.figures.body.turning import Vector, about_y
from planner.figures.close.rounds import drawn
from planner.figures.close.stage import Stage, hands
from planner.figures.foot.faults import faults_of
from planner.figures.foot.form import Foot
from planner.figures.foot.painted import foot_areas, landmark
from planner.figures.foot.told import (
    FootPicture,
    FootPose,
    FootState,
    Glass,
    Solid,
    foot_picture,
)
from planner.figures.paint.camera import Camera
from planner.figures.paint.shapes import Area, Stroke
from planner.figures.paint.svg import Element
from planner.figures.props.solids import box, rounded
from planner.figures.sheet import Sheet
from planner.figures.style import Tone

APART = 0.02  # lengths of a foot that a touch may be off


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
        hold = partial(hands, state.hands, partial(self.place, state), moves)
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
        behind = [*solids[False], *glass, *things[True], *hold(far=True)]
        signs = [area for one in state.signs for area in one.placed()]
        return [*behind, *feet, *solids[True], *things[False], *hold(far=False), *signs]

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
        rim, pane = (self._pane(glass, wider) for wider in (0.07, 0.0))
        shown = [
            Area("shown", area.shape.intersection(pane), area.tone, gap=area.gap, welds=area.welds)
            for foot in self.feet(state)
            for area in foot_areas(foot, self.camera, (), floor=glass.at[1])
        ]
        return [
            *self._handle(glass),
            Area("rim", rim, Tone.CLOTH, edged=True, gap=False),
            Area("glass", pane, Tone.WATER, gap=False),
            *(
                Area("gleam", one.intersection(pane), Tone.PAPER, gap=False)
                for one in self._gleams(glass)
            ),
            *shown,
        ]

    def _gleams(self, glass: Glass) -> list[shapely.Polygon]:
        """Two slanting streaks of light on a mirror."""
        across, deep = np.array(glass.size) / 2
        streaks = []
        for left, wide in ((-0.86, 0.10), (-0.68, 0.05)):
            ends = [
                (left, 0.75),
                (left + wide, 0.75),
                (left + wide + 0.3, -0.75),
                (left + 0.3, -0.75),
            ]
            rim = [np.array(glass.at) + np.array([x * across, 0.0, z * deep]) for x, z in ends]
            streaks.append(shapely.Polygon(self.camera.page(np.array(rim))))
        return streaks

    def _handle(self, glass: Glass) -> list[Area]:
        if glass.handle is None:
            return []
        row = round_chain([np.array(glass.at), np.array(glass.handle)], [0.06, 0.075])
        return rounded(self.camera, (row,), Tone.CLOTH, name="handle")

    def _pane(self, glass: Glass, wider: float) -> shapely.Polygon:
        half = np.array(glass.size) / 2 + wider
        if glass.handle is not None:
            around = np.linspace(0, 2 * np.pi, 48, endpoint=False)
            rim = np.stack([half[0] * np.cos(around), 0 * around, half[1] * np.sin(around)], axis=1)
            return shapely.Polygon(self.camera.page(np.array(glass.at) + rim))
        corners = [
            np.array(glass.at) + np.array([half[0] * x, 0.0, half[1] * z])
            for x, z in ((1, 1), (1, -1), (-1, -1), (-1, 1))
        ]
        return shapely.Polygon(self.camera.page(np.array(corners)))

    def part_way(self, share: float) -> FootState:
        """A state between start and end, its feet alone."""
        first, last = self.told.start, self.told.end
        return FootState(
            r=_part_way(first.r, last.r, share),
            l=_part_way(first.l, last.l, share),
        )


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
    stage = Stage(told, told.start, told.end, feet.painted, feet.place, feet.part_way)
    return stage.sheet(faults_of(told), APART)
