"""How far each joint is bent in a solved pose, and how far it may be.

Free ranges after 38 CFR 4.71 and the Merck Manual; under the body's weight or a helping hand wrist,
ankle and hip go further, and the low back is drawn more hollow than it gets (conventions).
"""

from collections.abc import Iterator, Mapping

import numpy as np

from planner.figures.body.pose import SIDES, Side
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import UP, angle, bent, stood_along

ALLOWED = 3.0  # degrees
Range = tuple[float, float]
FREE: Mapping[str, Range] = {
    "trunk bent forward": (-56, 90),
    "trunk bent aside": (-30, 30),
    "trunk turned": (-52, 52),
    "neck bent forward": (-45, 45),
    "neck bent aside": (-45, 45),
    "neck turned": (-80, 80),
    "hip flexed": (-30, 125),
    "hip out": (-25, 45),
    "hip turned out": (-40, 60),
    "knee bent": (0, 140),
    "ankle up": (-45, 20),
    "toes up": (-30, 80),
    "arm raised": (0, 180),
    "arm behind": (-180, 50),
    "arm across": (-180, 60),
    "elbow bent": (0, 145),
    "palm down": (-90, 85),
    "wrist bent": (0, 80),
}
LOADED: Mapping[str, Range] = {
    "hip flexed": (-30, 135),
    "ankle up": (-90, 40),
    "wrist bent": (0, 90),
}


def too_far(body: Skeleton) -> Iterator[tuple[str, float]]:
    """Every joint bent beyond its range, and by how many degrees it is bent."""
    for name, degrees, loaded in _bends(body):
        joint = name.split(" of ")[0]
        low, high = (LOADED if loaded and joint in LOADED else FREE)[joint]
        if not low - ALLOWED <= degrees <= high + ALLOWED:
            yield name, degrees


def _bends(body: Skeleton) -> Iterator[tuple[str, float, bool]]:
    frames = body.frames
    trunk = bent(frames["pelvis"].T @ frames["chest"])
    neck = bent(frames["chest"].T @ frames["head"])
    for part, angles in (("trunk", trunk), ("neck", neck)):
        for way, degrees in zip(("bent forward", "bent aside", "turned"), angles, strict=True):
            yield f"{part} {way}", degrees, False
    for side in SIDES:
        yield from _leg(body, side)
        yield from _arm(body, side)


def _leg(body: Skeleton, side: Side) -> Iterator[tuple[str, float, bool]]:
    sign = 1 if side == "r" else -1
    told = body.pose.leg(side)
    aim = told.foot_at
    carries = told.loaded or (aim is not None and aim.snap is not None)
    thigh, shank, foot = (body.frames[f"{part}_{side}"] for part in ("thigh", "shank", "foot"))
    flexed, out, turned = bent(body.frames["pelvis"].T @ thigh)
    of = f" of {side}"
    yield f"hip flexed{of}", -flexed, told.loaded or _held(body, side)
    yield f"hip out{of}", -out * sign, False
    yield f"hip turned out{of}", turned * sign, False
    yield f"knee bent{of}", bent(thigh.T @ shank)[0], False
    yield f"ankle up{of}", -bent(shank.T @ foot)[0], carries
    yield f"toes up{of}", told.toes, False


def _held(body: Skeleton, side: Side) -> bool:
    """Whether a hand holds this leg."""
    aims = [body.pose.arm(one).hand_at for one in SIDES]
    held = {f"{joint}_{side}" for joint in ("knee", "ankle", "shin", "thigh_back", "kneecap")}
    return any(aim is not None and aim.from_ in held for aim in aims)


def _arm(body: Skeleton, side: Side) -> Iterator[tuple[str, float, bool]]:
    sign = 1 if side == "r" else -1
    told = body.pose.arm(side)
    aim = told.hand_at
    carries = told.loaded or (aim is not None and aim.snap is not None)
    upper, forearm, hand = (
        body.frames[f"{part}_{side}"] for part in ("upper_arm", "forearm", "hand")
    )
    way = body.frames["chest"].T @ -upper[:, 1]
    of = f" of {side}"
    yield f"arm raised{of}", angle(way, -UP), False
    yield f"arm behind{of}", float(np.degrees(np.arcsin(np.clip(-way[0], -1, 1)))), False
    yield f"arm across{of}", float(np.degrees(np.arcsin(np.clip(-way[2] * sign, -1, 1)))), False
    yield f"elbow bent{of}", angle(upper[:, 1], forearm[:, 1]), False
    straight = stood_along(forearm, hand[:, 1])
    thumb = straight.T @ hand[:, 0]
    yield f"palm down{of}", float(np.degrees(np.arctan2(-thumb[2] * sign, thumb[0]))), False
    yield f"wrist bent{of}", angle(hand[:, 1], forearm[:, 1]), carries
