"""A face in profile: a closed curve whose lower part is turned about the joint of the jaw."""

from dataclasses import dataclass

import numpy as np
import shapely
import shapely.affinity
from shapely.geometry.base import BaseGeometry

from planner.figures.body.turning import Vector
from planner.figures.close.rounds import blob, curve
from planner.figures.face import side_lines as of
from planner.figures.face.told import State
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

LEAST = 0.1  # degrees of opening


@dataclass(frozen=True)
class Side:
    """A face in profile in one state."""

    state: State
    window: bool

    def placed(self, line: of.Line) -> Vector:
        """A line with its points turned about the joint, each by its own share."""
        told = np.array(line)
        turn = -np.radians(self.state.jaw) * told[:, 2]
        arm = told[:, :2] - of.JOINT
        cosine, sine = np.cos(turn), np.sin(turn)
        return np.array(of.JOINT) + np.column_stack(
            [cosine * arm[:, 0] - sine * arm[:, 1], sine * arm[:, 0] + cosine * arm[:, 1]]
        )

    def place(self, name: str) -> Vector:
        """Where a landmark is."""
        place: Vector = self.placed((of.PLACES[name],))[0]
        return place

    def _lower(self) -> of.Line:
        if self.state.lips == "shut":
            return (*of.SHUT, *of.LOWER_FACE[len(of.SHUT) :])
        return of.LOWER_FACE

    def head(self) -> BaseGeometry:
        """Skull, face and neck as one."""
        rim = self.placed((*of.UPPER_FACE, *of.CORNER, *self._lower(), *of.UNDER))
        return shapely.union(blob(rim), blob(self.placed(of.NECK)))

    def jaw(self) -> BaseGeometry:
        """The lower face up to the joint."""
        return blob(self.placed((*of.CORNER, *self._lower(), *of.RAMUS)))

    def mouth(self) -> list[Area]:
        """What is seen in the mouth: the hollow, the tongue, the front teeth."""
        hollow = blob(self.placed(of.CAVITY if self.window else of.OPENING))
        tongue = blob(self.placed(of.TONGUES[self.state.tongue]))
        inside = hollow if self.window else hollow.buffer(0.3)
        front = (of.LOWER_TOOTH, of.UPPER_TOOTH)
        rows = (of.LOWER_TEETH, of.UPPER_TEETH)
        teeth = [blob(self.placed(one)) for one in (front if self.window else rows)]
        return [
            Area("mouth", hollow, Tone.MOUTH, gap=self.window),
            Area("tongue", tongue.intersection(inside), Tone.TONGUE, gap=False),
            *(
                Area(
                    "teeth",
                    tooth if self.window else tooth.intersection(hollow),
                    Tone.NAIL,
                    gap=False,
                )
                for tooth in teeth
            ),
        ]

    def areas(self, moves: frozenset[str]) -> list[Area]:
        """The face, the furthest first."""
        head, jaw, moving = self.head(), self.jaw(), "jaw" in moves
        skin = Area("head", head, Tone.SKIN, shaded=True, gap=False)
        under = shapely.affinity.translate(jaw, -0.02, -0.055).difference(jaw)
        shadow = Area(
            "shadow", under.intersection(blob(self.placed(of.NECK))), Tone.SHADE, gap=False
        )
        hair = Area("hair", blob(self.placed(of.HAIR)), Tone.HAIR, shaded=True, gap=False)
        ear = Area("ear", blob(self.placed(of.EAR)), Tone.SKIN_FAR, shaded=True, gap=False)
        shirt = Area("shirt", blob(self.placed(of.SHIRT)), Tone.SHIRT, shaded=True)
        tone = Tone.SKIN_MOVES if moving else Tone.SKIN
        lower = (
            [Area("jaw", jaw, tone, shaded=True)] if moving else [Area("jaw", jaw, tone, gap=False)]
        )
        mouth = self.mouth()
        face = [skin, shadow, *lower, *mouth] if self.window else [*mouth, skin, shadow, *lower]
        return [*face, *self._lips(), shirt, hair, ear]

    def _lips(self) -> list[Area]:
        """The line between shut lips."""
        if self.state.jaw > LEAST and self.state.lips == "open":
            return []
        seam = of.SEAM[1:] if self.window else of.SEAM
        line = curve(self.placed(seam), closed=False)
        return [Area("lips", shapely.LineString(line).buffer(0.006), Tone.MOUTH, gap=False)]
