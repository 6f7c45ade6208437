"""What touches what in a solved pose, and whether the body's weight stands over it."""

from collections.abc import Iterator, Mapping

import numpy as np
import shapely

from planner.figures.body import form as forms
from planner.figures.body import proportions as of
from planner.figures.body.pose import SIDES
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.surfaces import FLOOR, Surface
from planner.figures.body.turning import Vector

TOUCHING = 0.006  # what is nearer than this to a surface rests on it
BONES: Mapping[str, tuple[str, str, float]] = {  # part: its ends, and where its weight is between
    "thigh": ("hip", "knee", 0.433),
    "shank": ("knee", "ankle", 0.433),
    "foot": ("ankle", "toes", 0.5),
    "upper_arm": ("shoulder", "elbow", 0.436),
    "forearm": ("elbow", "wrist", 0.430),
    "hand": ("wrist", "fingers", 0.5),
}


def promised(body: Skeleton) -> Iterator[tuple[str, str]]:
    """Every part that a pose lays on a surface, with the surface's name."""
    for part in body.pose.settle:
        yield part, body.pose.settle_on
    for side in SIDES:
        foot, hand = body.pose.leg(side).foot_at, body.pose.arm(side).hand_at
        if foot is not None and foot.snap is not None:
            yield f"foot_{side}", foot.snap
        if hand is not None and hand.snap is not None:
            yield f"hand_{side}", hand.snap


def lowest(body: Skeleton) -> Iterator[tuple[str, float]]:
    """How far the lowest point of every part is above the floor."""
    for part in forms.names():
        yield part, FLOOR.gap(forms.form(body, part))


def weight(body: Skeleton) -> Vector:
    """The middle of the body's weight."""
    trunk = (body.joints["pelvis"] + body.joints["neck"]) / 2
    head = body.joints["head"] + body.frames["head"][:, 1] * of.SKULL_UP
    total = trunk * of.WEIGHTS["trunk"] + head * of.WEIGHTS["head"]
    for part, (first, last, share) in BONES.items():
        for side in SIDES:
            near, far = body.joints[f"{first}_{side}"], body.joints[f"{last}_{side}"]
            total = total + (near + (far - near) * share) * of.WEIGHTS[part]
    return total / (
        of.WEIGHTS["trunk"] + of.WEIGHTS["head"] + 2 * sum(of.WEIGHTS[part] for part in BONES)
    )


def beside_support(body: Skeleton, surfaces: Mapping[str, Surface]) -> float:
    """How far the middle of the weight stands beside what carries it, seen from above."""
    carried = [point for surface in surfaces.values() for point in _resting(body, surface)]
    if not carried:
        return float("inf")
    base = shapely.MultiPoint(np.array(carried)[:, [0, 2]]).convex_hull
    middle = weight(body)
    return float(base.distance(shapely.Point(middle[0], middle[2])))


def _resting(body: Skeleton, surface: Surface) -> Iterator[Vector]:
    """The rims of the ellipsoids that rest on a surface, or lean on it with their flat side."""
    for part in forms.names():
        for one in forms.form(body, part):
            deep = np.linalg.norm(np.swapaxes(one.axes, 1, 2) @ surface.normal, axis=1)
            gaps = (one.middles - surface.point) @ surface.normal - deep
            for at in np.flatnonzero(np.abs(gaps) < TOUCHING):
                yield one.middles[at]
