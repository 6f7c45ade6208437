"""The volume of hands: ellipsoids along their bones, one part a bone."""

from functools import cache

import numpy as np

from planner.figures.body.chains import Chain, Chains, chain, round_chain
from planner.figures.body.turning import Matrix, Vector
from planner.figures.hand import proportions as of
from planner.figures.hand.skeleton import JOINTS, Hands

STEPS = 5
FLAT = 0.012  # half the thickness of a hem
DIGITS = (*of.FINGERS, "thumb")


def names() -> tuple[str, ...]:
    """The parts of one hand."""
    return ("sleeve", "arm", "palm", *(f"{digit}{bone}" for digit in DIGITS for bone in (1, 2, 3)))


def form(hands: Hands, part: str) -> Chains:
    """The ellipsoids of a part, as `hand.part`."""
    hand, name = part.split(".")
    if name == "arm":
        return (_arm(hands, hand, 0.0, hands.poses[hand].arm, 1.0),)
    if name == "sleeve":
        return _sleeve(hands, hand)
    if name == "palm":
        return _palm(hands, hand)
    return _bone(hands, hand, name[:-1], int(name[-1]))


@cache
def _arm_girth() -> tuple[Vector, Vector, Vector]:
    shares, thick, wide = zip(*of.ARM, strict=True)
    return np.array(shares), np.array(thick), np.array(wide)


def _arm(hands: Hands, hand: str, first: float, last: float, wider: float) -> Chain:
    shares, thick, wide = _arm_girth()
    frame, wrist = hands.frames[f"{hand}.arm"], hands.joints[f"{hand}.wrist"]
    middles, axes = [], []
    for at in np.linspace(first, last, STEPS * 2):
        middles.append(wrist - frame[:, 0] * at * of.FOREARM)
        deep, broad = (float(np.interp(at, shares, column)) * wider for column in (thick, wide))
        long = FLAT if at in (first, last) and (wider > 1 or at > 0) else deep * 0.5
        axes.append(frame @ np.diag([long, deep, broad]))
    return chain(middles, axes)


def _sleeve(hands: Hands, hand: str) -> Chains:
    told = hands.poses[hand]
    if not told.sleeve:
        return ()
    return (_arm(hands, hand, told.arm * (1 - told.sleeve), told.arm, of.CLOTH),)


def _palm(hands: Hands, hand: str) -> Chains:
    frame, wrist = hands.frames[f"{hand}.hand"], hands.joints[f"{hand}.wrist"]

    def placed(*stations: tuple[of.Triple, of.Triple]) -> Chain:
        return chain(
            [wrist + frame @ np.array(middle) for middle, _ in stations],
            [frame @ np.diag(size) for _, size in stations],
        )

    row = [hands.joints[f"{hand}.{finger}.knuckle"] for finger in of.FINGERS]
    girth = [of.GIRTHS[finger][0] for finger in of.FINGERS]
    roots = [_root(hands, hand, finger) for finger in of.FINGERS]
    thumb = _share(hands, f"{hand}.thumb.knuckle", f"{hand}.thumb.middle", 0.5)
    ray = wrist + frame @ np.array([0.30, -0.02, 0.12])
    return (
        placed(*of.PALM),
        placed(of.HEEL),
        round_chain(row, girth),
        *(
            round_chain([at, root], [size] * 2)
            for at, root, size in zip(row, roots, girth, strict=True)
        ),
        round_chain(roots, [size * 0.8 for size in girth]),
        round_chain([thumb, ray], [0.04, 0.055]),
    )


def _root(hands: Hands, hand: str, finger: str) -> Vector:
    """Where a finger leaves the web."""
    return _share(hands, f"{hand}.{finger}.knuckle", f"{hand}.{finger}.middle", 0.30)


def _share(hands: Hands, one: str, other: str, share: float) -> Vector:
    return hands.joints[one] * (1 - share) + hands.joints[other] * share


def _bone(hands: Hands, hand: str, digit: str, bone: int) -> Chains:
    girth = of.THUMB_GIRTH if digit == "thumb" else of.GIRTHS[digit]
    ends = [hands.joints[f"{hand}.{digit}.{JOINTS[at]}"] for at in (bone - 1, bone)]
    first, last = girth[bone - 1], girth[bone]
    if digit != "thumb" and bone == 1:
        ends[0] = _root(hands, hand, digit)
    if bone < 3:  # noqa: PLR2004 - the last bone ends in the pulp
        return (
            round_chain(
                [ends[0], (ends[0] + ends[1]) / 2, ends[1]], [first, (first + last) * 0.485, last]
            ),
        )
    return (
        round_chain(
            [ends[0], (ends[0] + ends[1]) / 2, ends[1]], [first, (first + last) * 0.505, last]
        ),
    )


def nail(hands: Hands, hand: str, digit: str) -> Chain:
    """The nail of a finger or thumb."""
    frame = hands.frames[f"{hand}.{digit}3"]
    radius = (of.THUMB_GIRTH if digit == "thumb" else of.GIRTHS[digit])[3]
    size: Matrix = frame @ np.diag([radius * 0.95, radius * 0.1, radius * 0.72])
    return chain([hands.joints[f"{hand}.{digit}.nail"]], [size])
