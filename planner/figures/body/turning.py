"""Directions and turns in three dimensions, as small arrays."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

FORWARD = np.array([1.0, 0.0, 0.0])
UP = np.array([0.0, 1.0, 0.0])
RIGHT = np.array([0.0, 0.0, 1.0])
IDENTITY = np.eye(3)
NOTHING = 1e-9
HALF_A_TURN = 1e-6
WORDS = {
    "front": FORWARD,
    "back": -FORWARD,
    "up": UP,
    "down": -UP,
    "right": RIGHT,
    "left": -RIGHT,
}


def unit(vector: Vector) -> Vector:
    """The direction of a vector."""
    return vector / np.linalg.norm(vector)


def across(vector: Vector, axis: Vector) -> Vector:
    """The direction of what of a vector stands square to an axis."""
    return unit(vector - axis * float(vector @ axis))


def about_x(degrees: float) -> Matrix:
    """A turn about the forward axis: up goes to the right."""
    cosine, sine = _circle(degrees)
    return np.array([[1, 0, 0], [0, cosine, -sine], [0, sine, cosine]])


def about_y(degrees: float) -> Matrix:
    """A turn about the upright axis: the front goes to the right."""
    cosine, sine = _circle(degrees)
    return np.array([[cosine, 0, -sine], [0, 1, 0], [sine, 0, cosine]])


def about_z(degrees: float) -> Matrix:
    """A turn about the axis across: up goes to the front."""
    cosine, sine = _circle(degrees)
    return np.array([[cosine, sine, 0], [-sine, cosine, 0], [0, 0, 1]])


def bend(angles: Sequence[float] | Vector) -> Matrix:
    """What a part of the spine does: bends forward, to the right, and turns right, in degrees."""
    forward, side, turn = angles
    return about_z(forward) @ about_x(side) @ about_y(turn)


def bent(frame: Matrix) -> tuple[float, float, float]:
    """The forward bend, side bend and turn in degrees that a frame holds."""
    down = frame @ -UP
    side = np.degrees(np.arcsin(np.clip(-down[2], -1, 1)))
    forward = np.degrees(np.arctan2(-down[0], -down[1]))
    rest = (about_z(forward) @ about_x(side)).T @ frame
    turn = np.degrees(np.arctan2(rest[2, 0], rest[0, 0]))
    return float(forward), float(side), float(turn)


def angle(one: Vector, other: Vector) -> float:
    """The angle between two directions in degrees."""
    return float(np.degrees(np.arccos(np.clip(unit(one) @ unit(other), -1, 1))))


def along(up: Vector, forward: Vector) -> Matrix:
    """A frame whose upright axis is this one, facing as near to `forward` as it can."""
    upright = unit(up)
    facing = across(forward, upright)
    return np.stack([facing, upright, np.cross(facing, upright)], axis=1)


def halfway(one: Matrix, other: Matrix, share: float) -> Matrix:
    """The frame a share of the way from one to another, by the shortest turn."""
    turn = one.T @ other
    cosine = np.clip((np.trace(turn) - 1) / 2, -1, 1)
    total = float(np.arccos(cosine))
    if total < NOTHING:
        return one
    axis = _axis(turn, total)
    part = total * share
    skew = np.array([[0, -axis[2], axis[1]], [axis[2], 0, -axis[0]], [-axis[1], axis[0], 0]])
    return one @ (IDENTITY + np.sin(part) * skew + (1 - np.cos(part)) * skew @ skew)


def _axis(turn: Matrix, total: float) -> Vector:
    if np.pi - total < HALF_A_TURN:  # its axis is in the symmetric part
        column = (turn + IDENTITY)[:, int(np.argmax(np.diag(turn)))]
        return unit(column)
    skew = np.array([turn[2, 1] - turn[1, 2], turn[0, 2] - turn[2, 0], turn[1, 0] - turn[0, 1]])
    return skew / (2 * np.sin(total))


def _circle(degrees: float) -> tuple[float, float]:
    radians = np.radians(degrees)
    return float(np.cos(radians)), float(np.sin(radians))


def stood_along(frame: Matrix, up: Vector) -> Matrix:
    """The frame turned by the shortest way so that its upright axis is this one."""
    own = frame[:, 1]
    axis = np.cross(own, unit(up))
    sine, cosine = float(np.linalg.norm(axis)), float(own @ unit(up))
    if sine < NOTHING:
        return frame
    x, y, z = axis / sine
    skew = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])
    return (IDENTITY + sine * skew + (1 - cosine) * skew @ skew) @ frame
