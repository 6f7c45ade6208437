"""Every kind of prop: how it is drawn, and which surface it offers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import shapely

from planner.figures.body import landmarks
from planner.figures.body.form import chain, round_chain
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.solve import FLOOR, Surface
from planner.figures.body.turning import UP, Vector, about_y, unit
from planner.figures.paint.camera import Camera
from planner.figures.paint.shapes import Area, Stroke
from planner.figures.picture import PropAt
from planner.figures.props.solids import box, boxes, rod, rounded
from planner.figures.style import Tone

SEAT, TABLE, STEP, COUNTER, BED = 0.265, 0.43, 0.11, 0.52, 0.0
BAND_WIDTH = 0.014


@dataclass(frozen=True)
class Stage:
    """What a prop is drawn for: a camera and a solved pose."""

    camera: Camera
    body: Skeleton


Drawn = list[Area | Stroke]
Draw = Callable[[PropAt, Stage], Drawn]


def _at(prop: PropAt) -> Vector:
    return np.array(prop.at)


def _chair(prop: PropAt, stage: Stage) -> Drawn:
    depth, thick, back = 0.25, 0.022, 0.24
    legs = [
        ((x, (SEAT - thick) / 2, z), (0.018, SEAT - thick, 0.018))
        for x in (-depth / 2 + 0.012, depth / 2 - 0.012)
        for z in (-0.115, 0.115)
    ]
    posts = [
        ((-depth / 2 + 0.012, SEAT + back / 2, z), (0.018, back, 0.018)) for z in (-0.115, 0.115)
    ]
    seat = ((0.0, SEAT - thick / 2, 0.0), (depth, thick, 0.25))
    rest = ((-depth / 2 + 0.012, SEAT + back - 0.05, 0.0), (0.014, 0.10, 0.23))
    at = _at(prop) + np.array([0.03, 0, 0])
    under = boxes(stage.camera, at, prop.yaw, legs)
    return [
        *under,
        *boxes(stage.camera, at, prop.yaw, [seat]),
        *boxes(stage.camera, at, prop.yaw, [*posts, rest]),
    ]


def _stool(prop: PropAt, stage: Stage) -> Drawn:
    legs = [((x, SEAT / 2, z), (0.018, SEAT, 0.018)) for x in (-0.1, 0.1) for z in (-0.1, 0.1)]
    seat = ((0.0, SEAT - 0.012, 0.0), (0.24, 0.024, 0.24))
    return [
        *boxes(stage.camera, _at(prop), prop.yaw, legs),
        *boxes(stage.camera, _at(prop), prop.yaw, [seat]),
    ]


def _table_of(height: float, size: tuple[float, float, float]) -> Draw:
    def draw(prop: PropAt, stage: Stage) -> Drawn:
        length, _, width = prop.size or size
        legs = [
            ((x, height / 2, z), (0.02, height, 0.02))
            for x in (-length / 2 + 0.02, length / 2 - 0.02)
            for z in (-width / 2 + 0.02, width / 2 - 0.02)
        ]
        top = ((0.0, height - 0.012, 0.0), (length, 0.024, width))
        return [
            *boxes(stage.camera, _at(prop), prop.yaw, legs),
            *boxes(stage.camera, _at(prop), prop.yaw, [top]),
        ]

    return draw


def _block(size: tuple[float, float, float]) -> Draw:
    """A box that stands on the floor."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        length, height, width = prop.size or size
        middle = ((0.0, height / 2, 0.0), (length, height, width))
        return [*boxes(stage.camera, _at(prop), prop.yaw, [middle])]

    return draw


def _mat(prop: PropAt, stage: Stage) -> Drawn:
    length, thick, width = prop.size or (1.1, 0.016, 0.36)
    return [
        *boxes(
            stage.camera, _at(prop), prop.yaw, [((0.0, -thick / 2, 0.0), (length, thick, width))]
        )
    ]


def _wall(prop: PropAt, stage: Stage) -> Drawn:
    thick, height, width = prop.size or (0.03, 1.12, 0.30)
    return [
        *boxes(
            stage.camera,
            _at(prop),
            prop.yaw,
            [((thick / 2, height / 2, 0.0), (thick, height, width))],
        )
    ]


def _rail(prop: PropAt, stage: Stage) -> Drawn:
    length, height, _ = prop.size or (0.5, 0.60, 0.02)
    parts = [
        ((x, height / 2, 0.0), (0.018, height, 0.018))
        for x in (-length / 2 + 0.02, length / 2 - 0.02)
    ]
    return [
        *boxes(
            stage.camera,
            _at(prop),
            prop.yaw,
            [*parts, ((0.0, height, 0.0), (length, 0.022, 0.028))],
        )
    ]


def _shadow(prop: PropAt, stage: Stage) -> Drawn:
    length, _, width = prop.size or (0.34, 0.0, 0.22)
    around = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    rim = _at(prop) + np.stack(
        [np.cos(around) * length / 2, 0 * around, np.sin(around) * width / 2], axis=1
    )
    shape = shapely.Polygon(stage.camera.page(rim)).buffer(0.006)
    return [Area("shadow", shape, Tone.SHADOW, -9.0, gap=False)]


def _held(prop: PropAt, stage: Stage) -> list[Vector]:
    """The places of the landmarks a prop is held by."""
    return [landmarks.place(stage.body, name) + np.array(prop.shift) for name in prop.between]


def _where(prop: PropAt, stage: Stage) -> Vector:
    held = _held(prop, stage)
    return np.mean(held, axis=0) if held else _at(prop) + np.array(prop.shift)


def _cord(prop: PropAt, stage: Stage) -> Drawn:
    return [Stroke(stage.camera.page(np.array(_held(prop, stage))), BAND_WIDTH)]


def _stick(prop: PropAt, stage: Stage) -> Drawn:
    first, last = _held(prop, stage)
    spare = unit(last - first) * (prop.size[0] if prop.size else 0.06)
    return [*rod(stage.camera, (first - spare, last + spare), 0.0095, Tone.CLOTH, "stick")]


def _ball(prop: PropAt, stage: Stage) -> Drawn:
    radius = prop.size[0] if prop.size else 0.03
    return [
        *rounded(
            stage.camera, (round_chain([_where(prop, stage)], [radius]),), Tone.CLOTH, name="ball"
        )
    ]


def _soft(tone: Tone, size: tuple[float, float, float]) -> Draw:
    """A pillow, a pack, a folded towel: a cushion with round edges."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        length, height, width = prop.size or size
        middle, frame = _where(prop, stage), about_y(prop.yaw)
        radius = min(length, height, width) / 2
        inner = np.array([length, height, width]) / 2 - radius
        corners = [
            middle + frame @ (inner * np.array(sign))
            for sign in (
                (-1, -1, -1),
                (1, -1, -1),
                (1, -1, 1),
                (-1, -1, 1),
                (-1, 1, -1),
                (1, 1, -1),
                (1, 1, 1),
                (-1, 1, 1),
            )
        ]
        shape = shapely.MultiPoint(stage.camera.page(np.array(corners))).convex_hull
        depth = float(stage.camera.depth(middle))
        return [Area(prop.kind, shape.buffer(radius), tone, depth, shaded=True)]

    return draw


def _roll(tone: Tone, radius: float, length: float) -> Draw:
    """A rolled towel or a bottle lying across, or upright in a hand (`size`: length, radius)."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        long, wide, upright = prop.size or (length, radius, 0.0)
        way = UP if upright else about_y(prop.yaw) @ np.array([0.0, 0.0, 1.0])
        middle = _where(prop, stage)
        ends = (middle - way * long / 2, middle + way * long / 2)
        return [*rod(stage.camera, ends, wide, tone, prop.kind)]

    return draw


def _bottle(prop: PropAt, stage: Stage) -> Drawn:
    """A small bottle held in a hand, along the hand's own width."""
    side = prop.between[0][-1]
    frame = stage.body.frames[f"hand_{side}"]
    middle = landmarks.place(stage.body, f"palm_{side}") - frame[:, 1] * 0.005
    way = frame[:, 0]
    body = round_chain([middle - way * 0.05, middle + way * 0.045], [0.021, 0.021])
    neck = round_chain([middle + way * 0.06, middle + way * 0.082], [0.013, 0.009])
    return [*rounded(stage.camera, (body, neck), Tone.CLOTH, name="bottle")]


def _tablet(prop: PropAt, stage: Stage) -> Drawn:
    length, height, width = prop.size or (0.012, 0.16, 0.22)
    frame = about_y(prop.yaw)
    return [*box(stage.camera, _where(prop, stage), (length, height, width), frame)]


def _water(prop: PropAt, stage: Stage) -> Drawn:
    length, height, width = prop.size or (1.2, 0.62, 0.5)
    faces = boxes(stage.camera, _at(prop), 0, [((0, height / 2, 0), (length, height, width))])
    return [Area("water", face.shape, Tone.WATER, face.depth, gap=False) for face in faces]


def _disc(prop: PropAt, stage: Stage) -> Drawn:
    """A wheel seen from the side: a ring with its hub."""
    radius, wide, _ = prop.size or (0.16, 0.02, 0.0)
    around = np.linspace(0, 2 * np.pi, 48, endpoint=False)
    rim = _where(prop, stage) + np.stack(
        [np.cos(around) * radius, np.sin(around) * radius, 0 * around], axis=1
    )
    whole = shapely.Polygon(stage.camera.page(rim))
    depth = float(stage.camera.depth(_where(prop, stage)))
    return [
        Area("wheel", whole.difference(whole.buffer(-wide)), Tone.END, depth, edged=True, gap=False)
    ]


def _pole(prop: PropAt, stage: Stage) -> Drawn:
    """A tube from `at` to `at` + `shift`, or between landmarks."""
    ends = (
        _held(PropAt(kind="pole", between=prop.between), stage)
        if prop.between
        else [_at(prop), _at(prop) + np.array(prop.shift)]
    )
    radius = prop.size[0] if prop.size else 0.012
    drawn = rod(stage.camera, (ends[0], ends[-1]), radius, Tone.END, "pole")
    return [*drawn]


def _plate(prop: PropAt, stage: Stage) -> Drawn:
    size = prop.size or (0.05, 0.012, 0.05)
    flat = chain([_where(prop, stage)], [np.diag(size)])
    return [*rounded(stage.camera, (flat,), Tone.TOP)]


KINDS: Mapping[str, Draw] = {
    "chair": _chair,
    "stool": _stool,
    "table": _table_of(TABLE, (0.42, 0.0, 0.44)),
    "counter": _block((0.20, COUNTER, 0.55)),
    "step": _block((0.26, STEP, 0.40)),
    "box": _block((0.16, 0.13, 0.18)),
    "bed": _block((1.15, 0.10, 0.42)),
    "mat": _mat,
    "wall": _wall,
    "rail": _rail,
    "shadow": _shadow,
    "band": _cord,
    "stick": _stick,
    "ball": _ball,
    "pillow": _soft(Tone.TOP, (0.20, 0.06, 0.26)),
    "cushion": _soft(Tone.CLOTH, (0.10, 0.10, 0.12)),
    "cloth": _soft(Tone.CLOTH, (0.14, 0.02, 0.12)),
    "warm-pack": _soft(Tone.WARM, (0.05, 0.12, 0.16)),
    "cold-pack": _soft(Tone.COLD, (0.05, 0.12, 0.16)),
    "roll": _roll(Tone.CLOTH, 0.035, 0.22),
    "cold-roll": _roll(Tone.COLD, 0.03, 0.20),
    "bottle": _bottle,
    "tablet": _tablet,
    "water": _water,
    "wheel": _disc,
    "pole": _pole,
    "plate": _plate,
}
HEIGHTS: Mapping[str, float] = {
    "chair": SEAT,
    "stool": SEAT,
    "table": TABLE,
    "counter": COUNTER,
    "step": STEP,
    "rail": 0.611,
    "bed": 0.10,
}


def surfaces(props: tuple[PropAt, ...]) -> dict[str, Surface]:
    """What can carry or be leaned on, by the prop's name or kind; the floor is always there."""
    found = {"floor": FLOOR, "mat": FLOOR}
    for prop in props:
        at = _at(prop)
        if prop.kind == "wall":
            found[prop.name or prop.kind] = Surface(at, about_y(prop.yaw) @ np.array([-1.0, 0, 0]))
        elif prop.kind in HEIGHTS or prop.kind == "box":
            height = HEIGHTS.get(prop.kind, 0.13)
            if prop.size is not None and prop.kind in ("step", "counter", "rail", "box", "bed"):
                height = prop.size[1] + (0.011 if prop.kind == "rail" else 0.0)
            found[prop.name or prop.kind] = Surface(at + UP * height, UP)
    return found


def draw_prop(prop: PropAt, stage: Stage) -> Drawn:
    """One prop on the page; KeyError where its kind is not known."""
    return KINDS[prop.kind](prop, stage)
