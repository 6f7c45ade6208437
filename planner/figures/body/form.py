"""The volume of the figure: ellipsoids along its bones, part by part.

A part is some chains of ellipsoids; what lies between two neighbours of a chain is their hull.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.pose import SIDES, Side
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import IDENTITY, Matrix, Vector, about_z, halfway

STEPS = 4  # ellipsoids drawn between two stations
FLAT = 0.004  # half the thickness of a hem


@dataclass(frozen=True)
class Chain:
    """Ellipsoids in a row: middles (n, 3) and half axes as columns (n, 3, 3)."""

    middles: Vector
    axes: Matrix


Chains = tuple[Chain, ...]


def chain(middles: Sequence[Vector], axes: Sequence[Matrix]) -> Chain:
    """A chain of these ellipsoids."""
    return Chain(np.array(middles), np.array(axes))


def round_chain(middles: Sequence[Vector], radii: Sequence[float]) -> Chain:
    """A chain of balls."""
    return chain(middles, [IDENTITY * radius for radius in radii])


@cache
def _weights(count: int) -> Matrix:
    """The weights of a smooth row through `count` stations (Catmull-Rom)."""
    rows = [_basis(count, step / STEPS) for step in range((count - 1) * STEPS)]
    return np.array([*rows, [*[0.0] * (count - 1), 1.0]])


def _basis(count: int, at: float) -> list[float]:
    first = int(at)
    t = at - first
    shares = (
        (-t + 2 * t**2 - t**3) / 2,
        (2 - 5 * t**2 + 3 * t**3) / 2,
        (t + 4 * t**2 - 3 * t**3) / 2,
        (-(t**2) + t**3) / 2,
    )
    row = [0.0] * count
    for offset, share in enumerate(shares, start=-1):
        row[min(max(first + offset, 0), count - 1)] += share
    return row


def _limb(top: Vector, end: Vector, frame: Matrix, girth: of.Stations, wider: float = 1) -> Chain:
    smooth = _weights(len(girth)) @ np.array(girth)
    middles = [top + (end - top) * at - frame[:, 0] * back for at, _, back in smooth]
    return round_chain(middles, [radius * wider for _, radius, _ in smooth])


def _part_of(girth: of.Stations, first: float, last: float) -> of.Stations:
    """The stations of a limb between two shares of its length."""
    shares, radii, backs = zip(*girth, strict=True)
    inside = [at for at in shares if first < at < last]
    return tuple(
        (at, float(np.interp(at, shares, radii)), float(np.interp(at, shares, backs)))
        for at in (first, *inside, last)
    )


def _covered(
    top: Vector, end: Vector, frame: Matrix, girth: of.Stations, wider: float = of.CLOTH
) -> Chain:
    """A limb in cloth, ending in a flat hem."""
    cloth = _limb(top, end, frame, girth, wider)
    at, radius, back = girth[-1]
    hem = np.diag([radius * wider, FLAT, radius * wider])
    middle = top + (end - top) * at - frame[:, 0] * back
    return Chain(
        np.vstack([cloth.middles[:-1], middle]),
        np.concatenate([cloth.axes[:-1], [frame @ hem]]),
    )


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
    row = np.array(_basis(4, bone + share))
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


def _pelvis(body: Skeleton) -> Chains:
    return (_trunk(body, -0.03, 0.055),)


def _shirt(body: Skeleton) -> Chains:
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


def _neck(body: Skeleton) -> Chains:
    foot = body.joints["neck"] - body.frames["chest"][:, 1] * 0.02
    return (_limb(foot, body.joints["head"], body.frames["neck"], of.NECK_GIRTH),)


def head_point(body: Skeleton, forward: float, up: float, right: float = 0.0) -> Vector:
    """A point of the head, from the top of the neck along the head's own axes."""
    return body.joints["head"] + body.frames["head"] @ np.array([forward, up, right])


def _head(body: Skeleton) -> Chains:
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


def _thigh(body: Skeleton, side: Side) -> Chains:
    hip, knee = body.joints[f"hip_{side}"], body.joints[f"knee_{side}"]
    return (_limb(hip, knee, body.frames[f"thigh_{side}"], of.THIGH_GIRTH),)


def _shank(body: Skeleton, side: Side) -> Chains:
    girth = _part_of(of.SHANK_GIRTH, 0, of.HEM)
    knee, ankle = body.joints[f"knee_{side}"], body.joints[f"ankle_{side}"]
    return (_covered(knee, ankle, body.frames[f"shank_{side}"], girth, 1.0),)


SOLE: tuple[tuple[Vector, tuple[float, float, float]], ...] = (
    (np.array([-0.020, -0.0190, 0.0]), (0.021, 0.020, 0.0185)),
    (np.array([0.030, -0.0185, 0.0]), (0.022, 0.0205, 0.019)),
    (np.array([of.BALL_FORWARD, -0.0255, 0.0]), (0.016, 0.0135, 0.021)),
)
TOE_TIP = (0.0095, 0.0095, 0.017)


def _foot(body: Skeleton, side: Side) -> Chains:
    ankle, frame = body.joints[f"ankle_{side}"], body.frames[f"foot_{side}"]
    knee, shank = body.joints[f"knee_{side}"], body.frames[f"shank_{side}"]
    bare = _limb(knee, ankle, shank, _part_of(of.SHANK_GIRTH, of.HEM - 0.06, 1), 0.97)
    heel, arch, ball = [ankle + frame @ place for place, _ in SOLE]
    sizes = [frame @ np.diag(size) for _, size in SOLE]
    toes = frame @ about_z(-body.pose.leg(side).toes)
    base = ankle + frame @ np.array([of.BALL_FORWARD, -0.0295, 0.0])
    tip = base + toes @ np.array([of.TOE_FORWARD - of.BALL_FORWARD, 0.0, 0.0])
    instep = round_chain([ankle, (ankle + ball) / 2 + frame[:, 1] * 0.012], [0.0195, 0.015])
    return (
        bare,
        instep,
        chain([ankle, heel, arch, ball], [IDENTITY * 0.0195, *sizes]),
        chain([ball, tip], [sizes[-1], toes @ np.diag(TOE_TIP)]),
    )


def _sleeve(body: Skeleton, side: Side) -> Chains:
    girth = _part_of(of.UPPER_ARM_GIRTH, 0, of.SLEEVE)
    shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
    return (_covered(shoulder, elbow, body.frames[f"upper_arm_{side}"], girth),)


def _upper_arm(body: Skeleton, side: Side) -> Chains:
    girth = _part_of(of.UPPER_ARM_GIRTH, of.SLEEVE - 0.1, 1)
    shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
    return (_limb(shoulder, elbow, body.frames[f"upper_arm_{side}"], girth),)


def _forearm(body: Skeleton, side: Side) -> Chains:
    elbow, wrist = body.joints[f"elbow_{side}"], body.joints[f"wrist_{side}"]
    return (_limb(elbow, wrist, body.frames[f"forearm_{side}"], of.FOREARM_GIRTH),)


def _hand(body: Skeleton, side: Side) -> Chains:
    arm = body.pose.arm(side)
    wrist, frame = body.joints[f"wrist_{side}"], body.frames[f"hand_{side}"]
    return hand_chains(wrist, frame, arm.grip, side, thumb_out=arm.thumb)


def hand_chains(
    wrist: Vector, frame: Matrix, grip: float, side: Side, *, thumb_out: bool = False
) -> Chains:
    """A mitten with a thumb; `frame` has thumb side, back towards the forearm, right as columns."""
    palm = -1.0 if side == "r" else 1.0
    middle = np.array([0.0, -0.032, 0.0])
    knuckle = np.array([0.0, -0.056, 0.0])
    curl = np.radians(95 * grip)
    joint = knuckle + 0.026 * np.array([0, -np.cos(curl), palm * np.sin(curl)])
    tip = joint + 0.022 * np.array([0, -np.cos(2.1 * curl), palm * np.sin(2.1 * curl)])
    places = [np.zeros(3), middle, knuckle, joint, tip]
    sizes = [
        (0.014, 0.014, 0.013),
        (0.0215, 0.024, 0.0118),
        (0.020, 0.014, 0.0105),
        (0.0165, 0.012, 0.0092),
        (0.0115, 0.0095, 0.0080),
    ]
    bent = (0.029 - 0.010 * grip, -0.056, palm * (0.010 + 0.02 * grip))
    thumb = [
        (0.010, -0.018, palm * 0.003),
        (0.024, -0.036, palm * 0.008),
        (0.062, -0.046, palm * 0.008) if thumb_out else bent,
    ]
    return (
        chain(
            [wrist + frame @ place for place in places], [frame @ np.diag(size) for size in sizes]
        ),
        round_chain([wrist + frame @ np.array(place) for place in thumb], [0.0105, 0.0095, 0.0078]),
    )


WHOLE = {"pelvis": _pelvis, "trunk": _shirt, "neck": _neck, "head": _head}
OF_A_SIDE = {
    "thigh": _thigh,
    "shank": _shank,
    "foot": _foot,
    "sleeve": _sleeve,
    "upper_arm": _upper_arm,
    "forearm": _forearm,
    "hand": _hand,
}


def names() -> tuple[str, ...]:
    """The names of all parts."""
    return (*WHOLE, *(f"{name}_{side}" for name in OF_A_SIDE for side in SIDES))


def form(body: Skeleton, part: str) -> Chains:
    """The ellipsoids of one part."""
    if part in WHOLE:
        return WHOLE[part](body)
    name, side = part[:-2], SIDES[0] if part.endswith("_r") else SIDES[1]
    return OF_A_SIDE[name](body, side)


def reach(chains: Chains, direction: Vector) -> float:
    """How far the furthest point of some ellipsoids stands in a direction."""
    return max(
        float(
            np.max(
                one.middles @ direction
                + np.linalg.norm(np.swapaxes(one.axes, 1, 2) @ direction, axis=1)
            )
        )
        for one in chains
    )
