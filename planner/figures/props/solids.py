"""Boxes and rounds in three dimensions, painted face by face."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import shapely

from planner.figures.body.chains import Chains, round_chain
from planner.figures.body.turning import IDENTITY, Matrix, Vector, about_y
from planner.figures.paint.camera import Camera
from planner.figures.paint.outline import outline
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

FACES: tuple[tuple[int, int, Tone], ...] = (
    (0, 1, Tone.END),
    (0, -1, Tone.END),
    (1, 1, Tone.TOP),
    (1, -1, Tone.END),
    (2, 1, Tone.SIDE),
    (2, -1, Tone.SIDE),
)


def box(
    camera: Camera, middle: Vector, size: Sequence[float], frame: Matrix = IDENTITY, name: str = ""
) -> list[Area]:
    """The seen faces of a box."""
    half = np.array(size) / 2
    seen = []
    for axis, sign, tone in FACES:
        normal = frame[:, axis] * sign
        if camera.rows[2] @ normal <= 1e-6:  # noqa: PLR2004 - seen edge on
            continue
        one, other = (axis + 1) % 3, (axis + 2) % 3
        corners = [
            middle
            + normal * half[axis]
            + frame[:, one] * half[one] * a
            + frame[:, other] * half[other] * b
            for a, b in ((1, 1), (1, -1), (-1, -1), (-1, 1))
        ]
        shape = shapely.Polygon(camera.page(np.array(corners)))
        depth = float(camera.depth(middle))
        seen.append(Area(name, shape, tone, depth, edged=True, gap=False))
    return seen


def boxes(
    camera: Camera,
    at: Vector,
    yaw: float,
    parts: Iterable[tuple[tuple[float, float, float], tuple[float, float, float]]],
) -> list[Area]:
    """Boxes of one thing by middle and size, the furthest first."""
    frame = about_y(yaw)
    told = [(at + frame @ np.array(middle), size) for middle, size in parts]
    told.sort(key=lambda one: float(camera.depth(one[0])))
    return [area for middle, size in told for area in box(camera, middle, size, frame)]


def rounded(
    camera: Camera, chains: Chains, tone: Tone, *, name: str = "", gap: bool = True
) -> list[Area]:
    """One round thing."""
    depth = float(np.mean([camera.depth(one.middles).mean() for one in chains]))
    return [Area(name, outline(chains, camera), tone, depth, shaded=True, gap=gap)]


def rod(
    camera: Camera, ends: tuple[Vector, Vector], radius: float, tone: Tone, name: str = ""
) -> list[Area]:
    """A stick, a roll, a bottle without its neck."""
    return rounded(camera, (round_chain(list(ends), [radius, radius]),), tone, name=name)


def toned(faces: Iterable[Area], tone: Tone) -> list[Area]:
    """The same faces in one tone."""
    return [replace(face, tone=tone) for face in faces]
