"""Night and rest: a bed with or without a sleeper, a head."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Literal

import numpy as np
import shapely
import shapely.affinity

from planner.figures.body.pose import Pose
from planner.figures.body.solve import solve
from planner.figures.body.surfaces import FLOOR
from planner.figures.paint.camera import Camera, View
from planner.figures.paint.figure import areas, parts_of
from planner.figures.paint.shapes import Area
from planner.figures.signs.pen import area, box
from planner.figures.signs.shape import Shape
from planner.figures.style import Tone

# Where along a bed a sleeper is how high, as a share of the shoulder.
SLEEPER = (
    (-0.16, 0.75),
    (-0.10, 1.0),
    (0.0, 0.85),
    (0.12, 0.95),
    (0.26, 0.7),
    (0.38, 0.72),
    (0.43, 0.4),
)
CUT = 0.012  # where the neck ends, above its own foot
HEAD = ("neck", *parts_of("head"))


@cache
def _profile() -> tuple[Area, ...]:
    """The figure's own head from the side, one high, about its middle."""
    body = solve(Pose(), {"floor": FLOOR})
    camera = Camera(View(yaw=0.0, pitch=0.0))
    throat = camera.page(body.joints["neck"])[1] + CUT
    kept = shapely.box(-1, throat, 1, 2)
    parts = [
        replace(one, shape=one.shape.intersection(kept))
        for one in areas(body, camera, ())
        if one.name in HEAD
    ]
    left, low, right, high = shapely.union_all([one.shape for one in parts]).bounds
    middle, scale = ((left + right) / 2, (low + high) / 2), 1 / (high - low)
    return tuple(
        replace(
            one,
            shape=shapely.affinity.scale(
                shapely.affinity.translate(one.shape, -middle[0], -middle[1]),
                scale,
                scale,
                origin=(0, 0),
            ),
            welds={},
            gap=False,
        )
        for one in parts
    )


class Head(Shape):
    """A head from the side, one high."""

    kind: Literal["head"]

    def drawn(self) -> Iterable[Area]:
        """Neck, head, hair, ear."""
        return _profile()


class Bed(Shape):
    """A bed from the side, one long, its head end at the left; someone sleeps in it, or not."""

    kind: Literal["bed"]
    sleeper: bool = True

    def drawn(self) -> Iterable[Area]:
        """The frame, the pillow, the head on it, the blanket."""
        for post, high in ((-0.48, 0.24), (0.46, 0.06)):
            yield area(box(post - 0.02, -0.26, post + 0.02, high, 0.015), Tone.SCREEN)
        yield area(box(-0.47, -0.17, 0.46, -0.10), Tone.SCREEN, gap=False)
        yield area(box(-0.46, -0.10, 0.45, 0.0, 0.03), Tone.TOP, edged=True)
        yield area(box(-0.44, -0.005, -0.20, 0.08, 0.04), Tone.SIDE, edged=True)
        if self.sleeper:
            yield from Head(kind="head", at=(-0.275, 0.13), size=0.22, lean=78).placed()
        yield area(_blanket(0.17 if self.sleeper else 0.03), Tone.MARK)


def _blanket(high: float) -> shapely.Polygon:
    """From the shoulder over hip and knees to the feet."""
    along = np.linspace(-0.16, 0.43, 24)
    swell = np.interp(along, *np.array(SLEEPER).T) * high
    cloth = shapely.Polygon([*zip(along, swell, strict=True), (0.43, -0.08), (-0.16, -0.08)])
    return cloth.buffer(-0.02).buffer(0.05, quad_segs=6).buffer(-0.015)
