"""A flat camera: the same pose seen from the side, the front, behind or above.

Yaw 0 looks from the person's right, 90 from the front, -90 from behind; pitch looks down, degrees.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from planner.figures.body.turning import Matrix, Vector
from planner.model.record import Record


class View(Record):
    """Where the camera stands, as data."""

    yaw: float = 20.0
    pitch: float = 6.0
    mirror: bool = False


@dataclass(frozen=True)
class Camera:
    """A view, ready to project."""

    view: View

    @cached_property
    def rows(self) -> Matrix:
        """Right and up of the page, and towards the viewer, as rows."""
        yaw, pitch = np.radians([self.view.yaw, self.view.pitch])
        turned = np.array(
            [[np.cos(yaw), 0, -np.sin(yaw)], [0, 1, 0], [np.sin(yaw), 0, np.cos(yaw)]]
        )
        tipped = np.array(
            [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
        )
        rows: Matrix = tipped @ turned
        if self.view.mirror:
            rows = np.diag([-1.0, 1.0, 1.0]) @ rows
        return rows

    def page(self, places: Vector) -> Vector:
        """Where places (…, 3) stand on the page (…, 2), y up."""
        return places @ self.rows[:2].T

    def depth(self, places: Vector) -> Vector:
        """How near places are to the viewer."""
        return places @ self.rows[2]
