"""Legs and arms: by their angles, or by turning two bones until the end is where it should be."""

from dataclasses import replace

import numpy as np

from planner.figures.body import landmarks
from planner.figures.body import proportions as of
from planner.figures.body.chains import chain, reach
from planner.figures.body.limbs import SOLE, TOE_TIP, hand_chains
from planner.figures.body.pose import Arm, Direction, Leg, Side, Target
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.surfaces import Surface, Surfaces, Unsolvable, surface_of
from planner.figures.body.turning import (
    FORWARD,
    UP,
    WORDS,
    Matrix,
    Vector,
    about_x,
    about_y,
    about_z,
    across,
    along,
    bend,
    unit,
)

SHORTEST_PULL = 1e-6


def leg(body: Skeleton, side: Side, surfaces: Surfaces) -> Skeleton:
    """The body with the leg of a side; KeyError while what it reaches for is not solved."""
    told = body.pose.leg(side)
    hip = body.joints[f"hip_{side}"]
    sign = 1 if side == "r" else -1
    if told.foot_at is None:
        flexion, out, turned = told.hip
        thigh = body.frames["pelvis"] @ bend((-flexion, -out * sign, turned * sign))
        shank = thigh @ about_z(told.knee)
        foot = _foot(body, told, side, shank)
        return _with_leg(body, side, (thigh, shank, foot), 0.0)
    aim = _aimed(body, told.foot_at)
    if told.foot_at.snap is not None:
        foot = _foot(body, told, side, None)
        aim = _on_sole(aim, foot, told, surface_of(surfaces, told.foot_at.snap))
    pole = _direction(told.knee_to, side)
    knee, ankle, missed = two_bones((hip, aim), (of.THIGH, of.SHANK), pole)
    thigh, shank = along(hip - knee, pole), along(knee - ankle, pole)
    return _with_leg(body, side, (thigh, shank, _foot(body, told, side, shank)), missed)


def _with_leg(
    body: Skeleton, side: Side, frames: tuple[Matrix, Matrix, Matrix], missed: float
) -> Skeleton:
    thigh, shank, foot = frames
    knee = body.joints[f"hip_{side}"] - thigh[:, 1] * of.THIGH
    ankle = knee - shank[:, 1] * of.SHANK
    toes = ankle + foot @ np.array([of.TOE_FORWARD, -0.0295, 0.0])
    return replace(
        body,
        joints={**body.joints, f"knee_{side}": knee, f"ankle_{side}": ankle, f"toes_{side}": toes},
        frames={
            **body.frames,
            f"thigh_{side}": thigh,
            f"shank_{side}": shank,
            f"foot_{side}": foot,
        },
        misses={**body.misses, f"foot_{side}": missed},
    )


def _foot(body: Skeleton, leg: Leg, side: Side, shank: Matrix | None) -> Matrix:
    if leg.heel is not None:
        heading = (
            body.frames["pelvis"][:, 0] if leg.foot_to is None else _direction(leg.foot_to, side)
        )
        return along(UP, heading) @ about_z(leg.heel)
    if shank is None:
        raise Unsolvable("A foot laid on a surface says how its sole lies: heel = 0 is flat.")
    return shank @ about_z(-leg.ankle)


def _on_sole(aim: Vector, foot: Matrix, leg: Leg, surface: Surface) -> Vector:
    toes = foot @ about_z(-leg.toes)
    base = foot @ np.array([of.BALL_FORWARD, -0.0295, 0.0])
    tip = base + toes @ np.array([of.TOE_FORWARD - of.BALL_FORWARD, 0.0, 0.0])
    sole = chain(
        [foot @ place for place, _ in SOLE] + [tip],
        [foot @ np.diag(size) for _, size in SOLE] + [toes @ np.diag(TOE_TIP)],
    )
    lowest = -reach((sole,), -surface.normal)
    return aim - surface.normal * (surface.height(aim) + lowest)


def arm(body: Skeleton, side: Side, surfaces: Surfaces) -> Skeleton:
    """The body with the arm of a side; KeyError while what it reaches for is not solved."""
    told = body.pose.arm(side)
    shoulder = body.joints[f"shoulder_{side}"]
    sign = 1 if side == "r" else -1
    if told.hand_at is None:
        flexion, out, turned = told.lift
        upper = body.frames["chest"] @ bend((-flexion, -out * sign, -turned * sign))
        forearm = upper @ about_z(-told.elbow)
        return _with_arm(body, side, (upper, forearm, _hand(told, side, forearm)), 0.0)
    aim = _aimed(body, told.hand_at)
    if told.hand_at.snap is not None:
        aim = _on_palm(aim, told, side, surface_of(surfaces, told.hand_at.snap))
    pole = _direction(told.elbow_to, side)
    elbow, wrist, missed = two_bones((shoulder, aim), (of.UPPER_ARM, of.FOREARM), pole)
    upper, forearm = along(shoulder - elbow, -pole), along(elbow - wrist, -pole)
    return _with_arm(body, side, (upper, forearm, _hand(told, side, forearm)), missed)


def _with_arm(
    body: Skeleton, side: Side, frames: tuple[Matrix, Matrix, Matrix], missed: float
) -> Skeleton:
    upper, forearm, hand = frames
    elbow = body.joints[f"shoulder_{side}"] - upper[:, 1] * of.UPPER_ARM
    wrist = elbow - forearm[:, 1] * of.FOREARM
    fingers = wrist - hand[:, 1] * of.HAND
    return replace(
        body,
        joints={
            **body.joints,
            f"elbow_{side}": elbow,
            f"wrist_{side}": wrist,
            f"fingers_{side}": fingers,
        },
        frames={
            **body.frames,
            f"upper_arm_{side}": upper,
            f"forearm_{side}": forearm,
            f"hand_{side}": hand,
        },
        misses={**body.misses, f"hand_{side}": missed},
    )


def _hand(arm: Arm, side: Side, forearm: Matrix) -> Matrix:
    sign = 1 if side == "r" else -1
    flexion, little = arm.wrist
    hanging = forearm @ about_y(-arm.forearm * sign) @ about_x(flexion * sign) @ about_z(little)
    if arm.palm is None and arm.fingers is None:
        return hanging
    up = hanging[:, 1] if arm.fingers is None else -_direction(arm.fingers, side)
    palm = -hanging[:, 2] * sign if arm.palm is None else _direction(arm.palm, side)
    right = across(-palm * sign, up)
    return np.stack([np.cross(up, right), up, right], axis=1)


def _on_palm(aim: Vector, arm: Arm, side: Side, surface: Surface) -> Vector:
    if arm.palm is None or arm.fingers is None:
        raise Unsolvable("A hand laid on a surface says where its palm and its fingers point.")
    frame = _hand(arm, side, np.eye(3))
    lowest = -reach(hand_chains(np.zeros(3), frame, arm.grip, side), -surface.normal)
    return aim - surface.normal * (surface.height(aim) + lowest)


def _aimed(body: Skeleton, target: Target) -> Vector:
    shift = np.array(target.shift)
    if target.axes is not None:
        shift = body.frames[target.axes] @ shift
    if target.from_ is None:
        return shift
    return landmarks.place(body, target.from_) + shift


def _direction(said: Direction, side: Side) -> Vector:
    if isinstance(said, str):
        if said in WORDS:
            return WORDS[said]
        outward = WORDS["right" if side == "r" else "left"]
        return outward if said == "out" else -outward
    return unit(np.array(said))


def two_bones(
    ends: tuple[Vector, Vector], lengths: tuple[float, float], pole: Vector
) -> tuple[Vector, Vector, float]:
    """Middle joint (bent to `pole`), end, and how far short of its target the end stayed."""
    start, aim = ends
    first, second = lengths
    pull = aim - start
    far = float(np.linalg.norm(pull))
    way = pull / far if far > SHORTEST_PULL else FORWARD
    span = float(np.clip(far, abs(first - second) + SHORTEST_PULL, first + second - SHORTEST_PULL))
    cosine = (first**2 + span**2 - second**2) / (2 * first * span)
    sine = float(np.sqrt(max(0.0, 1 - cosine**2)))
    middle = start + first * (cosine * way + sine * across(pole, way))
    return middle, start + way * span, abs(far - span)
