"""From a pose to a skeleton: root and spine, then settled on what carries it, then the limbs.

What touches is a target and is reached by turning two bones; what hangs free is told by angles.
"""

from collections.abc import Callable

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.form import form
from planner.figures.body.pose import SIDES, Pose, Side
from planner.figures.body.reaching import arm, leg
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.surfaces import Surfaces, Unsolvable, surface_of
from planner.figures.body.turning import Vector, about_x, about_y, about_z, bend


def solve(pose: Pose, surfaces: Surfaces) -> Skeleton:
    """The skeleton of a pose, settled on what carries it."""
    at = np.array([pose.root.x, pose.root.y, pose.root.z])
    body = _limbs(_spine(pose, at), surfaces)
    if not pose.settle:
        return body
    carrier = surface_of(surfaces, pose.settle_on)
    for _ in range(2):  # a limb that reaches for a place lies otherwise once the root has moved
        lowest = carrier.gap(tuple(one for part in pose.settle for one in form(body, part)))
        at = at - carrier.normal * lowest
        body = _limbs(_spine(pose, at), surfaces)
    return body


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
        *((leg, side) for side in SIDES),
        *((arm, side) for side in SIDES),
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
