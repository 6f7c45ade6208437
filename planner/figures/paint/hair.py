"""A cap of hair: what of the skull's seen half lies behind a hairline drawn in the side view."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.body import proportions as of
from planner.figures.body.form import head_point
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import Matrix, Vector
from planner.figures.paint.camera import Camera

# The hairline from the nape to the forehead: forward, and how high hair begins there.
HAIRLINE = (
    (-0.07, 0.012),
    (-0.030, 0.012),
    (-0.016, 0.030),
    (0.010, 0.048),
    (0.022, 0.070),
    (0.052, 0.078),
    (0.064, 0.090),
    (0.08, 0.12),
)
THICK = 1.045
RINGS, SPOKES = 22, 64


def hair(body: Skeleton, camera: Camera) -> BaseGeometry:
    """The outline of the hair on the page."""
    skull = np.diag(np.array(of.SKULL) * THICK)
    turned = camera.rows @ body.frames["head"] @ skull
    sphere = _seen_half(turned)
    places = sphere @ skull.T + np.array([of.SKULL_FORWARD, of.SKULL_UP, 0.0])
    above = places[..., 1] - np.interp(places[..., 0], *zip(*HAIRLINE, strict=True))
    middle = camera.page(head_point(body, of.SKULL_FORWARD, of.SKULL_UP))
    page = middle + sphere @ turned[:2].T
    return _where_positive(page, above)


def _seen_half(turned: Matrix) -> Vector:
    """Points (rings, spokes, 3) of the unit sphere whose normals on the ellipsoid face the viewer."""
    normal = np.linalg.inv(turned).T  # carries a normal of the sphere to one of the ellipsoid
    axis = normal[2] / np.linalg.norm(normal[2])
    side = np.cross(axis, [0.31, 0.59, 0.74])
    side /= np.linalg.norm(side)
    other = np.cross(axis, side)
    lean = np.linspace(0, np.pi / 2, RINGS)
    round_ = np.linspace(0, 2 * np.pi, SPOKES)
    rim = np.cos(round_)[:, None] * side + np.sin(round_)[:, None] * other
    return np.cos(lean)[:, None, None] * axis + np.sin(lean)[:, None, None] * rim[None, :, :]


def _where_positive(page: Vector, value: Vector) -> BaseGeometry:
    """The part of a grid of quads where a value given at its corners is positive."""
    corners = [(0, 0), (1, 0), (1, 1), (0, 1)]
    rows, columns = value.shape
    pieces = []
    quads = [
        np.stack([page[i : rows - 1 + i, j : columns - 1 + j] for i, j in corners], axis=2),
        np.stack([value[i : rows - 1 + i, j : columns - 1 + j] for i, j in corners], axis=2),
    ]
    places, values = quads[0].reshape(-1, 4, 2), quads[1].reshape(-1, 4)
    whole = (values > 0).all(axis=1)
    pieces.extend(shapely.polygons(places[whole]))
    for quad, heights in zip(
        *(array[~whole & (values > 0).any(axis=1)] for array in (places, values)), strict=True
    ):
        pieces.append(shapely.Polygon(_clipped(quad, heights)))
    return (
        shapely.union_all(shapely.buffer(np.array(pieces), 1e-5, quad_segs=1))
        if pieces
        else (shapely.Polygon())
    )


def _clipped(quad: Vector, heights: Vector) -> list[Vector]:
    kept = []
    for at in range(4):
        following = (at + 1) % 4
        if heights[at] > 0:
            kept.append(quad[at])
        if (heights[at] > 0) != (heights[following] > 0):
            share = heights[at] / (heights[at] - heights[following])
            kept.append(quad[at] + share * (quad[following] - quad[at]))
    return kept if len(kept) > 2 else [quad[0]] * 3
