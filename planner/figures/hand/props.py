"""What hands lie on, hold or wear close up."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from planner.figures.body.chains import chain, round_chain
from planner.figures.body.turning import Matrix, Vector, about_y
from planner.figures.hand.form import FLAT
from planner.figures.hand.skeleton import Hands
from planner.figures.paint.camera import Camera
from planner.figures.paint.shapes import Area, Stroke
from planner.figures.picture import PropAt
from planner.figures.props.sign import signs
from planner.figures.props.solids import box, rounded
from planner.figures.style import Tone


@dataclass(frozen=True)
class Stage:
    """What a prop is drawn for: a camera and solved hands."""

    camera: Camera
    hands: Hands


Drawn = list[Area | Stroke]
Draw = Callable[[PropAt, Stage], Drawn]


def _where(prop: PropAt, stage: Stage) -> Vector:
    """Its middle: `at`, or between landmarks, shifted along the axes of the first one's hand."""
    if not prop.between:
        return np.array(prop.at) + np.array(prop.shift)
    held = np.mean([stage.hands.place(name) for name in prop.between], axis=0)
    return held + _frame(prop, stage) @ np.array(prop.shift)


def _frame(prop: PropAt, stage: Stage) -> Matrix:
    if not prop.between:
        return about_y(prop.yaw)
    return stage.hands.frames[f"{prop.between[0].split('.')[0]}.hand"]


def _slab(prop: PropAt, stage: Stage) -> Drawn:
    """A table top: `at` is the middle of its upper face."""
    length, thick, width = prop.size or (2.4, 0.09, 1.3)
    middle = np.array(prop.at) - np.array([0, thick / 2, 0])
    return [*box(stage.camera, middle, (length, thick, width), about_y(prop.yaw), "table")]


def _ball(prop: PropAt, stage: Stage) -> Drawn:
    half = np.array(prop.size or (0.2, 0.2, 0.2))
    return [
        *rounded(
            stage.camera,
            (chain([_where(prop, stage)], [_frame(prop, stage) @ np.diag(half)]),),
            Tone.CLOTH,
            name="ball",
        )
    ]


def _bottle(prop: PropAt, stage: Stage) -> Drawn:
    """A small bottle across the palm, its neck on the thumb's side."""
    half, radius, _ = prop.size or (0.42, 0.115, 0.0)
    way, middle = _frame(prop, stage)[:, 2], _where(prop, stage)
    rim = [middle - way * half, middle + way * half * 0.62, middle + way * half * 0.86]
    body = round_chain(rim, [radius, radius, radius * 0.5])
    neck = round_chain([rim[-1], middle + way * half * 1.12], [radius * 0.42] * 2)
    cap = round_chain([middle + way * half * 1.1, middle + way * half * 1.3], [radius * 0.55] * 2)
    return [
        *rounded(stage.camera, (body, neck), Tone.CLOTH, name="bottle"),
        *rounded(stage.camera, (cap,), Tone.END, name="cap"),
    ]


def _jar(prop: PropAt, stage: Stage) -> Drawn:
    """A jar that stands upright with a lid: `size` is its radius and height."""
    radius, height, _ = prop.size or (0.3, 0.7, 0.0)
    foot, up = np.array(prop.at), np.array([0.0, 1.0, 0.0])
    flat = np.diag([radius, FLAT, radius])
    glass = chain(
        [foot, foot + up * height * 0.8, foot + up * height * 0.86], [flat, flat, flat * 0.9]
    )
    lid = chain([foot + up * height * 0.86, foot + up * height], [flat * 0.97, flat * 0.97])
    top = chain([foot + up * height], [flat * 0.97])
    return [
        *rounded(stage.camera, (glass,), Tone.CLOTH, name="jar"),
        *rounded(stage.camera, (lid,), Tone.END, name="lid"),
        *rounded(stage.camera, (top,), Tone.TOP, name="lid", gap=False),
    ]


def _pillow(prop: PropAt, stage: Stage) -> Drawn:
    """A pillow from its side: thick in the middle, its ends pinched to points."""
    length, thick, width = prop.size or (1.7, 0.42, 0.9)
    middle, frame = _where(prop, stage), about_y(prop.yaw)
    shares = np.linspace(-1, 1, 15)
    middles = [middle + frame[:, 0] * length / 2 * share for share in shares]
    swell = np.sqrt(np.clip(1 - shares**4, 0, 1)) * 0.86 + 0.14
    axes = [
        frame @ np.diag([0.03, thick / 2 * tall, width / 2 * (0.6 + 0.4 * tall)]) for tall in swell
    ]
    return [*rounded(stage.camera, (chain(middles, axes),), Tone.TOP, name="pillow")]


def _splint(prop: PropAt, stage: Stage) -> Drawn:
    """A wrist splint: a cuff with straps from the palm to the middle of the forearm."""
    name = prop.between[0].split(".")[0]
    hands = stage.hands
    wrist, hand, arm = (
        hands.place(f"{name}.wrist"),
        hands.frames[f"{name}.hand"],
        hands.frames[f"{name}.arm"],
    )
    rows = [
        (wrist + hand[:, 0] * 0.36, hand @ np.diag([FLAT, 0.105, 0.215])),
        (wrist + hand[:, 0] * 0.14, hand @ np.diag([FLAT, 0.125, 0.195])),
        (wrist, hand @ np.diag([FLAT, 0.122, 0.17])),
        (wrist - arm[:, 0] * 0.30, arm @ np.diag([FLAT, 0.150, 0.185])),
        (wrist - arm[:, 0] * 0.62, arm @ np.diag([FLAT, 0.180, 0.205])),
    ]
    body = chain([at for at, _ in rows], [size for _, size in rows])
    drawn: Drawn = [*rounded(stage.camera, (body,), Tone.SCREEN, name="splint")]
    for at, size in ((0.24, (0.118, 0.208)), (-0.14, (0.140, 0.180)), (-0.46, (0.168, 0.198))):
        frame = hand if at > 0 else arm
        strap = [wrist + frame[:, 0] * (at + wide) for wide in (-0.045, 0.045)]
        girth = frame @ np.diag([FLAT, *size])
        drawn += rounded(
            stage.camera, (chain(strap, [girth, girth]),), Tone.INK, name="strap", gap=False
        )
    return drawn


def _scar(prop: PropAt, stage: Stage) -> Drawn:
    """A scar along a forearm, with stitches across (`size`: half length, half width)."""
    half, wide, _ = prop.size or (0.3, 0.05, 0.0)
    name = prop.between[0].split(".")[0]
    along, _, across = stage.hands.frames[f"{name}.arm"].T
    middle = _where(prop, stage)
    lines = [(middle - along * half, middle + along * half)]
    for share in np.linspace(-0.85, 0.85, 6):
        at = middle + along * half * share
        lines.append((at - across * wide, at + across * wide))
    shape = shapely.union_all(
        [shapely.LineString(stage.camera.page(np.array(line))).buffer(0.014) for line in lines]
    )
    return [Area("scar", shape, Tone.WRONG, 0.0, gap=False)]


def _sign(prop: PropAt, stage: Stage) -> Drawn:
    """The signs of a prop about its middle on the page."""
    return signs(prop, stage.camera.page(_where(prop, stage)))


KINDS: Mapping[str, Draw] = {
    "table": _slab,
    "ball": _ball,
    "bottle": _bottle,
    "jar": _jar,
    "pillow": _pillow,
    "splint": _splint,
    "scar": _scar,
    "sign": _sign,
}


def draw_prop(prop: PropAt, stage: Stage) -> Drawn:
    """One prop on the page; KeyError where its kind is not known."""
    return KINDS[prop.kind](prop, stage)
