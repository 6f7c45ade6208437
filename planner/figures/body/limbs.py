"""The volume of arms and legs, bare or in cloth."""

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.chains import Chains, chain, covered, limb, part_of, round_chain
from planner.figures.body.pose import Side
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import IDENTITY, Matrix, Vector, about_z

SOLE: tuple[tuple[Vector, tuple[float, float, float]], ...] = (
    (np.array([-0.020, -0.0190, 0.0]), (0.021, 0.020, 0.0185)),
    (np.array([0.030, -0.0185, 0.0]), (0.022, 0.0205, 0.019)),
    (np.array([of.BALL_FORWARD, -0.0255, 0.0]), (0.016, 0.0135, 0.021)),
)
TOE_TIP = (0.0095, 0.0095, 0.017)


def thigh(body: Skeleton, side: Side) -> Chains:
    """A thigh in its trousers."""
    hip, knee = body.joints[f"hip_{side}"], body.joints[f"knee_{side}"]
    return (limb(hip, knee, body.frames[f"thigh_{side}"], of.THIGH_GIRTH),)


def shank(body: Skeleton, side: Side) -> Chains:
    """A lower leg down to the hem."""
    girth = part_of(of.SHANK_GIRTH, 0, of.HEM)
    knee, ankle = body.joints[f"knee_{side}"], body.joints[f"ankle_{side}"]
    return (covered(knee, ankle, body.frames[f"shank_{side}"], girth, 1.0),)


def foot(body: Skeleton, side: Side) -> Chains:
    """A bare foot with the ankle above it."""
    ankle, frame = body.joints[f"ankle_{side}"], body.frames[f"foot_{side}"]
    knee, shank = body.joints[f"knee_{side}"], body.frames[f"shank_{side}"]
    bare = limb(knee, ankle, shank, part_of(of.SHANK_GIRTH, of.HEM - 0.06, 1), 0.97)
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


def sleeve(body: Skeleton, side: Side) -> Chains:
    """The upper arm as far as it is covered."""
    girth = part_of(of.UPPER_ARM_GIRTH, 0, of.SLEEVE)
    shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
    return (covered(shoulder, elbow, body.frames[f"upper_arm_{side}"], girth),)


def upper_arm(body: Skeleton, side: Side) -> Chains:
    """The bare part of the upper arm."""
    girth = part_of(of.UPPER_ARM_GIRTH, of.SLEEVE - 0.1, 1)
    shoulder, elbow = body.joints[f"shoulder_{side}"], body.joints[f"elbow_{side}"]
    return (limb(shoulder, elbow, body.frames[f"upper_arm_{side}"], girth),)


def forearm(body: Skeleton, side: Side) -> Chains:
    """A forearm."""
    elbow, wrist = body.joints[f"elbow_{side}"], body.joints[f"wrist_{side}"]
    return (limb(elbow, wrist, body.frames[f"forearm_{side}"], of.FOREARM_GIRTH),)


def hand(body: Skeleton, side: Side) -> Chains:
    """A hand."""
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
