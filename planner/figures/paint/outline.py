"""The outline of ellipsoids in rows: the hull of each neighbouring pair, united."""

from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from planner.figures.body.chains import Chain, Chains
from planner.figures.body.turning import Matrix, Vector
from planner.figures.paint.camera import Camera

CORNERS = 32  # of an ellipse
_AROUND = np.linspace(0, 2 * np.pi, CORNERS, endpoint=False)
_DIRECTIONS = np.stack([np.cos(_AROUND), np.sin(_AROUND)], axis=1)


def ellipses(one: Chain, camera: Camera) -> Vector:
    """The outlines (n, corners, 2) of the ellipsoids of a chain on the page."""
    flat = camera.rows[:2] @ one.axes
    spread: Matrix = flat @ np.swapaxes(flat, 1, 2)
    support = np.sqrt(np.einsum("ci,nij,cj->nc", _DIRECTIONS, spread, _DIRECTIONS))
    around = np.einsum("nij,cj->nci", spread, _DIRECTIONS) / support[..., None]
    return camera.page(one.middles)[:, None, :] + around


def outline(chains: Chains, camera: Camera) -> BaseGeometry:
    """The one shape of all these chains."""
    hulls = np.concatenate([_hulls(ellipses(one, camera)) for one in chains])
    return shapely.union_all(hulls)


def _hulls(rims: Vector) -> NDArray[Any]:
    if len(rims) == 1:
        return np.array([shapely.Polygon(rims[0])])
    pairs = np.concatenate([rims[:-1], rims[1:]], axis=1)
    count, corners, _ = pairs.shape
    points: Any = shapely.points(pairs.reshape(-1, 2))
    rows = shapely.multipoints(points, indices=np.repeat(np.arange(count), corners))
    return np.asarray(shapely.convex_hull(rows))
