"""The volume of the figure by part."""

from planner.figures.body import limbs, torso
from planner.figures.body.chains import Chains
from planner.figures.body.pose import SIDES
from planner.figures.body.skeleton import Skeleton

WHOLE = {"pelvis": torso.pelvis, "trunk": torso.shirt, "neck": torso.neck, "head": torso.head}
OF_A_SIDE = {
    "thigh": limbs.thigh,
    "shank": limbs.shank,
    "foot": limbs.foot,
    "sleeve": limbs.sleeve,
    "upper_arm": limbs.upper_arm,
    "forearm": limbs.forearm,
    "hand": limbs.hand,
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
