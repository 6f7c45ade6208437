"""The volume of pelvis, trunk, neck and head."""

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.chains import Chain, Chains, basis, chain, limb, round_chain
from planner.figures.body.pose import SIDES, Side
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import Matrix, Vector, about_z, halfway

TRUNK_NODES = (0.03, 0.14, 0.24)  # where the frames of pelvis, waist and chest hold


def _trunk_frame(body: Skeleton, at: float) -> Matrix:
    pelvis, waist, chest = (body.frames[name] for name in ("pelvis", "waist", "chest"))
    low, middle, high = TRUNK_NODES
    if at < middle:
        return halfway(pelvis, waist, max(0.0, (at - low) / (middle - low)))
    return halfway(waist, chest, min(1.0, (at - middle) / (high - middle)))


def _trunk_point(body: Skeleton, at: float) -> Vector:
    joints = [body.joints[name] for name in ("pelvis", "waist", "chest", "neck")]
    if at < 0:
        return joints[0] + body.frames["pelvis"][:, 1] * at
    ends = np.cumsum([0, *of.SPINE.values()])
    bone = min(int(np.searchsorted(ends, at, side="right")) - 1, 2)
    share = (at - ends[bone]) / (ends[bone + 1] - ends[bone])
    row = np.array(basis(4, bone + share))
    return row @ np.array(joints)


def _trunk(body: Skeleton, first: float, last: float) -> Chain:
    stations = np.array(of.TRUNK_GIRTH)
    places = [first, *[at for at in np.linspace(-0.03, 0.288, 19) if first < at < last], last]
    middles, axes = [], []
    for at in places:
        depth, width = (np.interp(at, stations[:, 0], stations[:, column]) for column in (1, 2))
        frame = _trunk_frame(body, at)
        out = body.pose.belly * np.exp(-(((at - 0.105) / 0.05) ** 2))
        wide = body.pose.ribs * np.exp(-(((at - 0.20) / 0.06) ** 2))
        half = np.diag(
            [depth + out / 2, 0.02 if 0 < at < of.TRUNK_GIRTH[-1][0] else 0.012, width + wide]
        )
        middles.append(_trunk_point(body, at) + frame[:, 0] * out / 2)
        axes.append(frame @ half)
    return chain(middles, axes)


def pelvis(body: Skeleton) -> Chains:
    """The hips."""
    return (_trunk(body, -0.03, 0.055),)


def shirt(body: Skeleton) -> Chains:
    """The trunk from the hem to the shoulders."""
    chest = body.frames["chest"]
    top = body.joints["neck"] - chest[:, 1] * 0.012
    hem = _trunk(body, 0.035, 0.288)
    caps = [body.joints[f"shoulder_{side}"] for side in SIDES]
    yoke = [
        round_chain(
            [cap, (cap + top) / 2 + chest[:, 1] * 0.004, top], [of.SHOULDER_CAP, 0.027, 0.032]
        )
        for cap in caps
    ]
    under = [
        round_chain(
            [cap, body.joints["chest"] + chest[:, 1] * 0.035 + chest[:, 2] * side],
            [of.SHOULDER_CAP, 0.05],
        )
        for cap, side in zip(caps, (0.028, -0.028), strict=True)
    ]
    return (hem, *yoke, *under)


def neck(body: Skeleton) -> Chains:
    """The neck."""
    foot = body.joints["neck"] - body.frames["chest"][:, 1] * 0.02
    return (limb(foot, body.joints["head"], body.frames["neck"], of.NECK_GIRTH),)


def head_point(body: Skeleton, forward: float, up: float, right: float = 0.0) -> Vector:
    """A point of the head, from the top of the neck along the head's own axes."""
    return body.joints["head"] + body.frames["head"] @ np.array([forward, up, right])


def head(body: Skeleton) -> Chains:
    """Skull, face and jaw."""
    frame = body.frames["head"]
    open_by = about_z(body.pose.jaw)
    hinge = np.array([0.004, 0.022, 0.0])

    def jaw(forward: float, up: float) -> Vector:
        place = hinge + open_by @ (np.array([forward, up, 0.0]) - hinge)
        return head_point(body, *place)

    skull = [
        head_point(body, of.SKULL_FORWARD, of.SKULL_UP),
        head_point(body, 0.030, 0.018),
        jaw(0.045, -0.008),
    ]
    sizes = [of.SKULL, (0.034, 0.034, 0.039), (0.017, 0.014, 0.022)]
    nose = [head_point(body, 0.060, 0.048), head_point(body, 0.076, 0.027)]
    lips = [head_point(body, 0.062, 0.030), head_point(body, 0.058, 0.006)]
    corner = [head_point(body, 0.004, 0.020), jaw(0.012, -0.002), jaw(0.045, -0.008)]
    return (
        chain(skull, [frame @ np.diag(size) for size in sizes]),
        round_chain(nose, [0.006, 0.0075]),
        chain(lips, [frame @ np.diag([0.011, 0.011, 0.02])] * 2),
        chain(corner, [frame @ np.diag([0.016, 0.016, wide]) for wide in (0.042, 0.038, 0.02)]),
    )


def ear(body: Skeleton, side: Side) -> Chains:
    """The ear of a side."""
    out = 0.049 if side == "r" else -0.049
    size = body.frames["head"] @ np.diag([0.011, 0.017, 0.006])
    return (chain([head_point(body, 0.000, 0.036, out)], [size]),)
