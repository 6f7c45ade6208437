"""A cap of hair: what of the skull's seen half lies behind a hairline drawn in the side view."""

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.body import proportions as of
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.torso import head_point
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
RINGS, SPOKES = 16, 48
FEWEST = 3  # corners of a shape
SEAM = 1e-5  # what is narrower between two cells is no gap


def hair(body: Skeleton, camera: Camera) -> BaseGeometry:
    """The outline of the hair on the page."""
    skull = np.diag(np.array(of.SKULL) * THICK)
    turned = camera.rows @ body.frames["head"] @ skull
    sphere = _seen_half(turned)
    places = sphere @ skull.T + np.array([of.SKULL_FORWARD, of.SKULL_UP, 0.0])
    forward, begins = np.array(HAIRLINE).T
    above = places[..., 1] - np.interp(places[..., 0], forward, begins)
    middle = camera.page(head_point(body, of.SKULL_FORWARD, of.SKULL_UP))
    page = middle + sphere @ turned[:2].T
    return _where_positive(page, above)


def _seen_half(turned: Matrix) -> Vector:
    """Points (rings, spokes, 3) of the unit sphere that are seen once it is the skull."""
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
    places, heights = _quads(page).reshape(-1, 4, 2), _quads(value).reshape(-1, 4)
    some = (heights > 0).any(axis=1)
    cut = some & ~(heights > 0).all(axis=1)
    pieces = [shapely.Polygon(quad) for quad in places[some & ~cut]]
    for quad, height in zip(places[cut], heights[cut], strict=True):
        kept = _clipped(quad, height)
        if len(kept) >= FEWEST:
            pieces.append(shapely.Polygon(kept))
    joined: BaseGeometry = shapely.union_all(pieces).buffer(SEAM).buffer(-SEAM)
    return joined


def _quads(grid: Vector) -> Vector:
    """The four corners (rows, columns, 4, ...) of every cell of a grid."""
    return np.stack([grid[:-1, :-1], grid[1:, :-1], grid[1:, 1:], grid[:-1, 1:]], axis=2)


def _clipped(quad: Vector, heights: Vector) -> list[Vector]:
    """The corners of a cell cut where its height is zero."""
    kept = []
    for at in range(4):
        following = (at + 1) % 4
        if heights[at] > 0:
            kept.append(quad[at])
        if (heights[at] > 0) != (heights[following] > 0):
            share = heights[at] / (heights[at] - heights[following])
            kept.append(quad[at] + share * (quad[following] - quad[at]))
    return kept
