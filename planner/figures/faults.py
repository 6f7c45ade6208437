"""What can be wrong with a picture: a target not reached, a joint bent too far, a foot afloat."""

from collections.abc import Iterator

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.body import contact, ranges
from planner.figures.body.form import form
from planner.figures.body.pose import SIDES
from planner.figures.body.proportions import BONES
from planner.figures.body.skeleton import PARENTS, Skeleton, between
from planner.figures.paint.eye import hardly_moved, hidden
from planner.figures.paint.figure import GROUPS
from planner.figures.paint.shapes import Area, Ground, covered
from planner.figures.whole import Whole

REACH = 0.002  # shares of height
TOUCH = 0.003
HAND_TOUCH = 0.005
BESIDE = 0.02
STANDING = 0.36  # height of the hips
BONE = 1e-9
BETWEEN = (0.25, 0.5, 0.75)


def faults_of(told: Whole) -> tuple[str, ...]:
    """Every fault of a picture, one sentence each."""
    found = [
        *(fault for body in told.bodies for fault in _of_a_pose(body, told)),
        *_on_the_way(told),
        *_to_the_eye(told),
    ]
    return tuple(dict.fromkeys(found))


def _of_a_pose(body: Skeleton, told: Whole) -> Iterator[str]:
    yield from _bones(body)
    for limb, missed in body.misses.items():
        if missed > REACH:
            yield f"{limb} stays {missed:.3f} short of its target."
    yield from _bent(body)
    yield from _touching(body, told)
    if not told.picture.dynamic and body.joints["pelvis"][1] > STANDING:
        beside = contact.beside_support(body, told.surfaces)
        if beside > BESIDE:
            yield f"The weight is {beside:.3f} beside what carries it."


def _bones(body: Skeleton) -> Iterator[str]:
    for side in SIDES:
        for bone in ("thigh", "shank", "upper_arm", "forearm", "hand"):
            ends = [joint for joint, (_, by) in PARENTS.items() if by == f"{bone}_{side}"]
            for joint in ends:
                before = PARENTS[joint][0]
                length = float(np.linalg.norm(body.joints[joint] - body.joints[before]))
                if abs(length - BONES[bone]) > BONE:
                    yield f"{bone}_{side} is {length:.4f} long, not {BONES[bone]:.4f}."


def _bent(body: Skeleton) -> Iterator[str]:
    for name, degrees in ranges.too_far(body):
        yield f"{name}: {degrees:.0f} degrees is too far."


def _touching(body: Skeleton, told: Whole) -> Iterator[str]:
    for part, surface in (*contact.promised(body), *told.picture.contacts):
        gap = told.surfaces[surface].gap(form(body, part))
        # What settles does so by its lowest part; the others may stay above.
        near = HAND_TOUCH if part.startswith("hand") else TOUCH
        if part not in body.pose.settle and abs(gap) > near:
            yield f"{part} is {gap:+.3f} from {surface}."
    if body.pose.settle:
        least = min(
            told.surfaces[body.pose.settle_on].gap(form(body, part)) for part in body.pose.settle
        )
        if abs(least) > TOUCH:
            yield f"What settles is {least:+.3f} from {body.pose.settle_on}."
    for part, height in contact.lowest(body):
        if height < -HAND_TOUCH:
            yield f"{part} is {-height:.3f} under the floor."


def _on_the_way(told: Whole) -> Iterator[str]:
    if told.picture.crossed:
        return
    for start, end in zip(told.bodies, told.bodies[1:], strict=False):
        for share in BETWEEN:
            for name, degrees in ranges.too_far(between(start, end, share)):
                if name.startswith(("knee", "elbow")):
                    yield f"{name}: {degrees:.0f} degrees on the way is too far."


def _to_the_eye(told: Whole) -> Iterator[str]:
    last = [one for one in told.painted(len(told.bodies) - 1) if isinstance(one, Area)]
    kept = Ground(kept=shapely.box(*told.clip) if told.clip else None)
    left = (one for one in covered(last, 0.0, kept) if isinstance(one, Area))
    seen = {one.name: one.shape.area for one in left}
    own = {one.name: one.shape for one in told.seen[-1]}
    for limb in _limbs(told):
        whole = shapely.union_all([own[part] for part in limb if part in own])
        yield from hidden(limb[0], sum(seen.get(part, 0.0) for part in limb), whole.area)
    if told.picture.start != told.picture.end and told.moving and not told.picture.crossed:
        yield from hardly_moved(_moving(told, 0), _moving(told, -1))


def _limbs(told: Whole) -> Iterator[tuple[str, ...]]:
    """What moves, limb by limb; of two that move alike the far one may lie behind."""
    for limb in ("arm", "leg"):
        parts = [f"{part}_{side}" for part in GROUPS[limb] for side in SIDES]
        moving = tuple(part for part in parts if part in told.moving)
        if moving:
            yield moving
    if "head" in told.moving:
        yield ("head", "hair", "neck")
    if "trunk" in told.moving:
        yield ("trunk",)


def _moving(told: Whole, at: int) -> BaseGeometry:
    """What moves, as it stands in one of the poses."""
    return shapely.union_all([one.shape for one in told.seen[at] if one.name in told.moving])
