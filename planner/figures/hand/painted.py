"""Hands as areas on the page: tones, what is joined to what, nails and creases."""

from collections.abc import Collection, Mapping

import numpy as np
import shapely

from planner.figures.body.turning import Vector
from planner.figures.hand import proportions as of
from planner.figures.hand.form import DIGITS, form, nail, names
from planner.figures.hand.skeleton import JOINTS, Hands
from planner.figures.paint.camera import Camera
from planner.figures.paint.outline import outline
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

FACING = 0.25  # of a nail or palm towards the viewer, from which on it is drawn
FLUSH = 40.0  # degrees a knuckle is bent at which its finger comes out over the palm
FLAT = 0.5  # of a palm towards the viewer or away, from which on that is so
CREASE = 0.006
CREASES = (  # on the palm: along and thumb side
    ((0.325, -0.19), (0.35, -0.10), (0.395, -0.01), (0.455, 0.045)),
)
Welds = Mapping[str, tuple[float, float, float]]


def parts_of(name: str) -> frozenset[str]:
    """The parts a name stands for: `hand.fingers`, `hand.hand`, `hand.all`, a finger, a bone."""
    hand, told = name.split(".")
    bones = {digit: [f"{digit}{bone}" for bone in (1, 2, 3)] for digit in DIGITS}
    fingers = [bone for finger in of.FINGERS for bone in bones[finger]]
    groups = {
        "fingers": fingers,
        "tips": [bone for bone in fingers if bone[-1] != "1"],
        "hand": ["palm", *fingers, *bones["thumb"]],
        "all": list(names()),
        **bones,
    }
    found = groups.get(told, [told])
    unknown = set(found) - set(names())
    if unknown:
        raise KeyError(f"There is no part {name}; there are: {sorted([*groups, *names()])}.")
    return frozenset(f"{hand}.{part}" for part in found)


def areas(hands: Hands, camera: Camera, moving: Collection[str]) -> list[Area]:
    """Every part of every hand, the furthest first."""
    drawn = [
        area
        for hand in hands.poses
        for area in (*_skin(hands, camera, hand, moving), *_marks(hands, camera, hand, moving))
    ]
    return sorted(drawn, key=lambda area: area.depth)


def _skin(hands: Hands, camera: Camera, hand: str, moving: Collection[str]) -> list[Area]:
    drawn = []
    for part in names():
        chains = form(hands, f"{hand}.{part}")
        if not chains:
            continue
        name = f"{hand}.{part}"
        drawn.append(
            Area(
                name,
                outline(chains, camera).buffer(0.012).buffer(-0.012),
                _tone(hands, hand, part, name in moving),
                _depth(hands, camera, hand, part),
                _welds(hands, camera, hand, part),
                True,
            )
        )
    return drawn


def _tone(hands: Hands, hand: str, part: str, moves: bool) -> Tone:
    cloth = "shirt" if part == "sleeve" else "skin"
    return Tone(cloth + ("-moves" if moves else "-far" if hands.poses[hand].far else ""))


def _depth(hands: Hands, camera: Camera, hand: str, part: str) -> float:
    middles = np.vstack([one.middles for one in form(hands, f"{hand}.{part}")])
    depth = float(camera.depth(middles).mean())
    if part in ("arm", "sleeve"):
        palm = float(camera.depth(hands.joints[f"{hand}.middle"]))
        arm = _depth(hands, camera, hand, "arm") if part == "sleeve" else min(depth, palm)
        return arm + 0.005 if part == "sleeve" else arm - 0.01
    flat = abs(float(hands.frames[f"{hand}.hand"][:, 1] @ camera.rows[2])) > FLAT
    if (
        flat
        and part[-1] == "1"
        and part != "thumb1"
        and hands.poses[hand].bends(part[:-1])[0] < FLUSH
    ):
        return min(depth, _depth(hands, camera, hand, "palm") - 0.001)
    return depth


def _welds(hands: Hands, camera: Camera, hand: str, part: str) -> Welds:
    """Discs of no gap: wrist, knuckles with the webs beside them, and the joints of a finger."""
    if part in ("arm", "sleeve"):
        return _discs(hands, camera, hand, {"wrist": 0.20}) if part == "arm" else {}
    if part == "palm":
        told = {"wrist": 0.20, "thumb.base": 0.16}
        return _discs(hands, camera, hand, {**told, **{f"{one}.root": 0.085 for one in of.FINGERS}})
    digit, bone = part[:-1], int(part[-1])
    girth = of.THUMB_GIRTH if digit == "thumb" else of.GIRTHS[digit]
    first = {"thumb": {"thumb.base": 0.16}}.get(digit, {f"{digit}.root": 0.085})
    joints = {f"{digit}.{JOINTS[at]}": girth[at] * 1.5 for at in (bone - 1, bone) if 0 < at < 3}  # noqa: PLR2004
    return _discs(hands, camera, hand, {**(first if bone == 1 else {}), **joints})


def _discs(hands: Hands, camera: Camera, hand: str, told: Mapping[str, float]) -> Welds:
    discs = {}
    for joint, radius in told.items():
        across, up = camera.page(_weld_at(hands, hand, joint))
        discs[f"{hand}.{joint}"] = (float(across), float(up), radius)
    return discs


def _weld_at(hands: Hands, hand: str, joint: str) -> Vector:
    shares = {"root": 0.22, "base": 0.35}
    digit, _, name = joint.rpartition(".")
    if name not in shares:
        return hands.joints[f"{hand}.{joint}"]
    first, last = (hands.joints[f"{hand}.{digit}.{one}"] for one in ("knuckle", "middle"))
    return first + (last - first) * shares[name]


def _marks(hands: Hands, camera: Camera, hand: str, moving: Collection[str]) -> list[Area]:
    """Nails where the viewer sees the back, creases where the palm is seen."""
    drawn = []
    for digit in DIGITS:
        if hands.frames[f"{hand}.{digit}3"][:, 1] @ camera.rows[2] > FACING:
            depth = _depth(hands, camera, hand, f"{digit}3") + 1e-4
            tone = Tone.SHADE if f"{hand}.{digit}3" in moving else Tone.NAIL
            shape = outline((nail(hands, hand, digit),), camera)
            drawn.append(Area(f"{hand}.{digit}.nail", shape, tone, depth, gap=False))
    if hands.frames[f"{hand}.hand"][:, 1] @ camera.rows[2] < -FACING:
        drawn.extend(_creases(hands, camera, hand))
    return drawn


def _creases(hands: Hands, camera: Camera, hand: str) -> list[Area]:
    frame, wrist = hands.frames[f"{hand}.hand"], hands.joints[f"{hand}.wrist"]
    depth = _depth(hands, camera, hand, "palm") + 1e-4
    drawn = []
    for line in CREASES:
        places = wrist + np.array([(ahead, -0.075, out) for ahead, out in line]) @ frame.T
        shape = shapely.LineString(camera.page(places)).buffer(CREASE)
        drawn.append(Area(f"{hand}.crease", shape, Tone.SHADE, depth, gap=False))
    return drawn
