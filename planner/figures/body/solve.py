"""From a pose to a skeleton: root and spine, then settled on what carries it, then the limbs.

What touches is a target and is reached by turning two bones; what hangs free is told by angles.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from planner.figures.body import form as forms
from planner.figures.body import landmarks
from planner.figures.body import proportions as of
from planner.figures.body.pose import SIDES, Arm, Direction, Leg, Pose, Side, Target
from planner.figures.body.skeleton import Skeleton
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


class Unsolvable(ValueError):
    """A pose that names what is not there."""


@dataclass(frozen=True)
class Surface:
    """What a body lies, stands or leans on: a point of it and the direction away from it."""

    point: Vector
    normal: Vector

    def height(self, place: Vector) -> float:
        """How far a place is above it."""
        return float((place - self.point) @ self.normal)

    def gap(self, chains: forms.Chains) -> float:
        """How far the lowest point of some ellipsoids is above it."""
        return -forms.reach(chains, -self.normal) - float(self.point @ self.normal)


Surfaces = Mapping[str, Surface]
FLOOR = Surface(np.zeros(3), UP)


def solve(pose: Pose, surfaces: Surfaces) -> Skeleton:
    """The skeleton of a pose, settled on what carries it."""
    at = np.array([pose.root.x, pose.root.y, pose.root.z])
    body = _limbs(_spine(pose, at), surfaces)
    if not pose.settle:
        return body
    carrier = _surface(surfaces, pose.settle_on)
    for _ in range(2):  # a limb that reaches for a place lies otherwise once the root has moved
        lowest = carrier.gap(tuple(one for part in pose.settle for one in forms.form(body, part)))
        at = at - carrier.normal * lowest
        body = _limbs(_spine(pose, at), surfaces)
    return body


def _surface(surfaces: Surfaces, name: str) -> Surface:
    try:
        return surfaces[name]
    except KeyError:
        known = ", ".join(sorted(surfaces))
        raise Unsolvable(f"There is no surface {name} here; there are: {known}.") from None


def _spine(pose: Pose, at: Vector) -> Skeleton:
    root = pose.root
    pelvis = about_y(root.yaw) @ about_z(root.pitch) @ about_x(root.roll) @ about_y(root.turn)
    half = np.array(pose.trunk) / 2
    waist = pelvis @ bend(np.array(pose.low) + half)
    chest = waist @ bend(np.array(pose.high) + half)
    neck = chest @ about_z(of.NECK_LEAN) @ bend(pose.neck)
    head = neck @ about_z(-of.NECK_LEAN) @ bend(pose.head)
    joints = {"pelvis": at}
    joints["waist"] = at + pelvis[:, 1] * of.SPINE["pelvis"]
    joints["chest"] = joints["waist"] + waist[:, 1] * of.SPINE["waist"]
    joints["neck"] = joints["chest"] + chest[:, 1] * of.SPINE["chest"]
    joints["head"] = joints["neck"] + neck[:, 1] * of.NECK
    for side, sign in zip(SIDES, (1, -1), strict=True):
        raised, drawn = pose.shoulder_r if side == "r" else pose.shoulder_l
        joints[f"hip_{side}"] = at + pelvis[:, 2] * of.HIP_OUT * sign
        shift = np.array([drawn, raised - of.SHOULDER_DOWN, of.SHOULDER_OUT * sign])
        joints[f"shoulder_{side}"] = joints["neck"] + chest @ shift
    frames = {"pelvis": pelvis, "waist": waist, "chest": chest, "neck": neck, "head": head}
    return Skeleton(joints, frames, pose)


def _limbs(body: Skeleton, surfaces: Surfaces) -> Skeleton:
    """Legs, then arms; a limb that holds another waits for it."""
    waiting: list[tuple[Callable[..., Skeleton], Side]] = [
        *((_leg, side) for side in SIDES),
        *((_arm, side) for side in SIDES),
    ]
    while waiting:
        left = []
        for limb, side in waiting:
            try:
                body = limb(body, side, surfaces)
            except KeyError:
                left.append((limb, side))
        if len(left) == len(waiting):
            raise Unsolvable("A limb reaches for a place that is not known, or two for each other.")
        waiting = left
    return body


def _leg(body: Skeleton, side: Side, surfaces: Surfaces) -> Skeleton:
    leg = body.pose.leg(side)
    hip = body.joints[f"hip_{side}"]
    sign = 1 if side == "r" else -1
    if leg.foot_at is None:
        flexion, out, turned = leg.hip
        thigh = body.frames["pelvis"] @ bend((-flexion, -out * sign, turned * sign))
        shank = thigh @ about_z(leg.knee)
        foot = _foot(body, leg, side, shank)
        return _with_leg(body, side, (thigh, shank, foot), 0.0)
    aim = _aimed(body, leg.foot_at)
    if leg.foot_at.snap is not None:
        foot = _foot(body, leg, side, None)
        aim = _on_sole(aim, foot, leg, _surface(surfaces, leg.foot_at.snap))
    pole = _direction(leg.knee_to, side)
    knee, ankle, missed = two_bones((hip, aim), (of.THIGH, of.SHANK), pole)
    thigh, shank = along(hip - knee, pole), along(knee - ankle, pole)
    return _with_leg(body, side, (thigh, shank, _foot(body, leg, side, shank)), missed)


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
    tilt = about_x(leg.foot_tilt * (1 if side == "r" else -1))
    if leg.heel is not None:
        heading = (
            body.frames["pelvis"][:, 0] if leg.foot_to is None else _direction(leg.foot_to, side)
        )
        return along(UP, heading) @ about_z(leg.heel) @ tilt
    if shank is None:
        raise Unsolvable("A foot laid on a surface says how its sole lies: heel = 0 is flat.")
    return shank @ about_z(-leg.ankle) @ tilt


def _on_sole(aim: Vector, foot: Matrix, leg: Leg, surface: Surface) -> Vector:
    toes = foot @ about_z(-leg.toes)
    base = foot @ np.array([of.BALL_FORWARD, -0.0295, 0.0])
    tip = base + toes @ np.array([of.TOE_FORWARD - of.BALL_FORWARD, 0.0, 0.0])
    sole = forms.chain(
        [foot @ place for place, _ in forms.SOLE] + [tip],
        [foot @ np.diag(size) for _, size in forms.SOLE] + [toes @ np.diag(forms.TOE_TIP)],
    )
    lowest = -forms.reach((sole,), -surface.normal)
    return aim - surface.normal * (surface.height(aim) + lowest)


def _arm(body: Skeleton, side: Side, surfaces: Surfaces) -> Skeleton:
    arm = body.pose.arm(side)
    shoulder = body.joints[f"shoulder_{side}"]
    sign = 1 if side == "r" else -1
    if arm.hand_at is None:
        flexion, out, turned = arm.lift
        upper = body.frames["chest"] @ bend((-flexion, -out * sign, -turned * sign))
        forearm = upper @ about_z(-arm.elbow)
        return _with_arm(body, side, (upper, forearm, _hand(arm, side, forearm)), 0.0)
    aim = _aimed(body, arm.hand_at)
    if arm.hand_at.snap is not None:
        aim = _on_palm(aim, arm, side, _surface(surfaces, arm.hand_at.snap))
    pole = _direction(arm.elbow_to, side)
    elbow, wrist, missed = two_bones((shoulder, aim), (of.UPPER_ARM, of.FOREARM), pole)
    upper, forearm = along(shoulder - elbow, -pole), along(elbow - wrist, -pole)
    return _with_arm(body, side, (upper, forearm, _hand(arm, side, forearm)), missed)


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
    lowest = -forms.reach(forms.hand_chains(np.zeros(3), frame, arm.grip, side), -surface.normal)
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
