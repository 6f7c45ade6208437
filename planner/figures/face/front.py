"""A face from the front: its lower part sinks as the jaw opens."""

from dataclasses import dataclass

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from planner.figures.body.turning import Vector
from planner.figures.close.rounds import blob
from planner.figures.face import front_lines as of
from planner.figures.face.told import State
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

REACH = 0.47  # from the joint to the chin: how far it sinks


@dataclass(frozen=True)
class Front:
    """A face from the front in one state."""

    state: State

    def placed(self, line: of.Line) -> Vector:
        """A line with each point sunk by its own share."""
        told = np.array(line)
        sunk = REACH * np.sin(np.radians(self.state.jaw)) * told[:, 2]
        return np.column_stack([told[:, 0], told[:, 1] - sunk])

    def place(self, name: str) -> Vector:
        """Where a landmark is."""
        place: Vector = self.placed((of.PLACES[name],))[0]
        return place

    def both(self, line: of.Line) -> BaseGeometry:
        """The area within a line and its mirror."""
        half = self.placed(line)
        mirrored = (half * [-1, 1])[::-1]
        middle = [abs(float(x)) > 1e-9 for x in mirrored[:, 0]]  # noqa: PLR2004
        return blob(np.vstack([half, mirrored[middle]]))

    def mirrored(self, line: of.Line) -> BaseGeometry:
        """An area and its mirror apart from it."""
        one = blob(self.placed(line))
        return shapely.union(one, shapely.affinity.scale(one, -1, 1, origin=(0, 0)))

    def areas(self, moves: frozenset[str]) -> list[Area]:
        """The face, the furthest first."""
        head, jaw, moving = self.both(of.HEAD), self.both(of.JAW), "jaw" in moves
        neck = self.both(of.NECK)
        under = shapely.affinity.translate(head, 0.0, -0.06).intersection(neck)
        tone = Tone.SKIN_MOVES if moving else Tone.SKIN
        return [
            Area("neck", neck, Tone.SKIN, shaded=True, gap=False),
            Area("shadow", under, Tone.SHADE, gap=False),
            Area("shirt", self.both(of.SHIRT), Tone.SHIRT, shaded=True),
            Area("ears", self.mirrored(of.EAR), Tone.SKIN_FAR, gap=False),
            Area("head", head, Tone.SKIN, shaded=True, gap=False),
            Area("jaw", jaw, tone, shaded=moving, gap=moving),
            *self._mouth(moving=moving),
            Area("nose", blob(np.array(of.NOSE)), Tone.SHADE, gap=False),
            Area("hair", self.both(of.HAIR), Tone.HAIR, shaded=True, gap=False),
        ]

    def _mouth(self, *, moving: bool) -> list[Area]:
        opening = self.both(of.MOUTH)
        within = [
            ("tongue", of.TONGUES[self.state.tongue], Tone.TONGUE),
            *([("fold", of.FRENULUM, Tone.SHADE)] if self.state.tongue == "up" else []),
            ("teeth", of.LOWER_TEETH, Tone.NAIL),
            ("teeth", of.UPPER_TEETH, Tone.NAIL),
        ]
        lower = Tone.SKIN_MOVES if moving else Tone.SKIN_FAR
        return [
            Area("lips", self.both(of.LOWER_LIP), lower, gap=False),
            Area("lips", self.both(of.UPPER_LIP), Tone.SKIN_FAR, gap=False),
            Area("mouth", opening, Tone.MOUTH, gap=False),
            *(
                Area(name, self.both(line).intersection(opening.buffer(-0.004)), tone, gap=False)
                for name, line, tone in within
            ),
        ]
