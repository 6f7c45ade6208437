"""The figure's parts as areas on the page: which tone, how near, what is joined to what."""

from collections.abc import Collection, Mapping
from dataclasses import replace

import numpy as np

from planner.figures.body import form as forms
from planner.figures.body import torso
from planner.figures.body.pose import SIDES
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import angle
from planner.figures.paint.camera import Camera
from planner.figures.paint.hair import hair
from planner.figures.paint.outline import outline
from planner.figures.paint.shapes import Area
from planner.figures.style import Tone

FAR = 0.05  # how much further than its fellow a hip or shoulder is where its limb is painted as far
HANGING = 70.0  # degrees between thigh and trunk below which the shirt hangs over the thigh
CLOTHES = {
    "pelvis": "trousers",
    "thigh": "trousers",
    "shank": "trousers",
    "trunk": "shirt",
    "sleeve": "shirt",
}
WELDS: Mapping[str, tuple[tuple[str, float], ...]] = {  # joint, radius of no gap
    "pelvis": (("waist", 0.2), ("hip_r", 0.078), ("hip_l", 0.078)),
    "trunk": (
        ("waist", 0.2),
        ("hip_r", 0.07),
        ("hip_l", 0.07),
        ("shoulder_r", 0.062),
        ("shoulder_l", 0.062),
        ("neck", 0.075),
    ),
    "neck": (("neck", 0.075), ("head", 0.05)),
    "head": (("head", 0.05), ("skull", 0.3)),
    "hair": (("skull", 0.3),),
}
WELDS_OF_A_SIDE: Mapping[str, tuple[tuple[str, float], ...]] = {
    "thigh": (("hip", 0.078), ("knee", 0.05)),
    "shank": (("knee", 0.05), ("ankle", 0.08)),
    "foot": (("ankle", 0.08),),
    "sleeve": (("shoulder", 0.062), ("shoulder+", 0.2), ("elbow", 0.034)),
    "upper_arm": (("shoulder", 0.062), ("shoulder+", 0.2), ("elbow", 0.034)),
    "forearm": (("elbow", 0.034), ("wrist", 0.04)),
    "hand": (("wrist", 0.04),),
}
GROUPS: Mapping[str, tuple[str, ...]] = {
    "arm": ("sleeve", "upper_arm", "forearm", "hand"),
    "lower_arm": ("forearm", "hand"),
    "leg": ("thigh", "shank", "foot"),
    "lower_leg": ("shank", "foot"),
}


def parts_of(name: str) -> tuple[str, ...]:
    """The parts that a name stands for: `arm_r` is sleeve, upper arm, forearm and hand."""
    if name == "head":
        return ("head", "hair", "ear_r", "ear_l")
    if name == "body":
        return (*forms.names(), "hair", "ear_r", "ear_l")
    if name.endswith("s") and (name[:-1] in GROUPS or name[:-1] in forms.OF_A_SIDE):
        return (*parts_of(f"{name[:-1]}_r"), *parts_of(f"{name[:-1]}_l"))
    if name[-2:] in ("_r", "_l") and name[:-2] in GROUPS:
        return tuple(f"{part}{name[-2:]}" for part in GROUPS[name[:-2]])
    if name not in forms.names():
        raise KeyError(f"There is no part {name}; there are: {', '.join(forms.names())}.")
    return (name,)


def areas(body: Skeleton, camera: Camera, moving: Collection[str]) -> list[Area]:
    """All parts of a figure, the furthest first."""
    drawn = [_area(body, camera, part, part in moving) for part in forms.names()]
    drawn += _hair_and_ears(body, camera, moving)
    return sorted(_in_order(drawn, body), key=lambda area: area.depth)


def _area(body: Skeleton, camera: Camera, part: str, moves: bool) -> Area:
    chains = forms.form(body, part)
    depth = float(np.mean([camera.depth(one.middles).mean() for one in chains]))
    stem = part[:-2] if part[-2:] in ("_r", "_l") else part
    far = stem in WELDS_OF_A_SIDE and _is_far(body, camera, part)
    tone = Tone(CLOTHES.get(stem, "skin") + ("-moves" if moves else "-far" if far else ""))
    return Area(part, outline(chains, camera), tone, depth, _welds(body, camera, part), True)


def _is_far(body: Skeleton, camera: Camera, part: str) -> bool:
    """Whether a limb is the one on the far side of the body."""
    stem, side = part[:-2], part[-1]
    root = "hip" if stem in ("thigh", "shank", "foot") else "shoulder"
    own, other = (
        float(camera.depth(body.joints[f"{root}_{one}"])) for one in (side, "lr"["rl".index(side)])
    )
    return own < other - FAR


def _welds(body: Skeleton, camera: Camera, part: str) -> dict[str, tuple[float, float, float]]:
    stem, side = (part[:-2], part[-2:]) if part[-2:] in ("_r", "_l") else (part, "")
    of_a_side = stem in WELDS_OF_A_SIDE
    discs: dict[str, tuple[float, float, float]] = {}
    for joint, radius in WELDS_OF_A_SIDE[stem] if of_a_side else WELDS[stem]:
        middle = body.joints[_joint(joint, side if of_a_side else "")]
        across, up = camera.page(middle)
        discs[f"{joint}{side}"] = (float(across), float(up), radius)
    return discs


def _joint(weld: str, side: str) -> str:
    """The joint a weld is about: `shoulder+` is a wider one about the shoulder."""
    return "head" if weld == "skull" else weld.removesuffix("+") + side


def _hair_and_ears(body: Skeleton, camera: Camera, moving: Collection[str]) -> list[Area]:
    head = float(camera.depth(body.joints["head"]))
    cap = Area(
        "hair",
        hair(body, camera),
        Tone.HAIR_MOVES if "hair" in moving else Tone.HAIR,
        head,
        _welds(body, camera, "hair"),
        True,
    )
    ears = []
    for side in SIDES:
        chains = torso.ear(body, side)
        near = float(camera.depth(chains[0].middles).mean())
        if near > float(camera.depth(torso.head_point(body, 0.0, 0.036))) + 0.012:
            tone = Tone.SKIN_MOVES if "hair" in moving else Tone.SKIN
            ears.append(
                Area(f"ear_{side}", outline(chains, camera), tone, head, {}, True, gap=False)
            )
    return [cap, *ears]


def _in_order(drawn: list[Area], body: Skeleton) -> list[Area]:
    """Depths mended where one part always lies over its neighbour."""
    depths = {area.name: area.depth for area in drawn}
    step = 1e-4
    depths["pelvis"] = min(depths["pelvis"], depths["trunk"] - step)
    depths["neck"] = min(depths["neck"], depths["trunk"], depths["head"]) - step
    for side in SIDES:
        if angle(body.frames[f"thigh_{side}"][:, 1], body.frames["waist"][:, 1]) < HANGING:
            depths[f"thigh_{side}"] = _just_under(depths["trunk"], depths[f"thigh_{side}"], step)
        depths[f"foot_{side}"] = min(depths[f"foot_{side}"], depths[f"shank_{side}"] - step)
        depths[f"sleeve_{side}"] = depths[f"upper_arm_{side}"] + step
    depths["hair"] = depths["head"] + step
    for side in SIDES:
        depths[f"ear_{side}"] = depths["head"] + 2 * step
    return [replace(area, depth=depths[area.name]) for area in drawn]


def _just_under(over: float, own: float, step: float) -> float:
    """A depth under another; of two that are put there the nearer stays the nearer."""
    return min(own, over - step + (own - over) * step)
