"""Every kind of prop by name, and which surface it offers."""

from collections.abc import Mapping

import numpy as np

from planner.figures.body.surfaces import FLOOR, Surface
from planner.figures.body.turning import UP, about_y
from planner.figures.picture import PropAt
from planner.figures.props import car, furniture, held, machines, room, scene, sign, soft, worn
from planner.figures.props.furniture import COUNTER, SEAT, TABLE
from planner.figures.props.stage import Draw, Drawn, Stage, placed
from planner.figures.style import Tone

STEP = 0.11

KINDS: Mapping[str, Draw] = {
    "chair": furniture.chair,
    "stool": furniture.stool,
    "table": furniture.table,
    "car": car.car,
    "counter": furniture.counter,
    "step": furniture.block((0.26, STEP, 0.40)),
    "box": furniture.block((0.16, 0.13, 0.18)),
    "bed": furniture.block((1.15, 0.10, 0.42)),
    "mat": furniture.mat,
    "wall": furniture.wall,
    "rail": furniture.rail,
    "shadow": scene.shadow,
    "band": held.cord,
    "stick": held.stick,
    "ball": held.ball(Tone.CLOTH),
    "rolling-ball": held.ball(Tone.MARK),
    "pillow": soft.soft(Tone.TOP, (0.20, 0.06, 0.26)),
    "white-pillow": soft.soft(Tone.NAIL, (0.20, 0.06, 0.26)),  # the pillow is what it is about
    "cushion": soft.soft(Tone.CLOTH, (0.10, 0.10, 0.12)),
    "cloth": soft.soft(Tone.CLOTH, (0.14, 0.02, 0.12)),
    "warm-pack": soft.soft(Tone.WARM, (0.05, 0.12, 0.16)),
    "cold-pack": soft.soft(Tone.COLD, (0.05, 0.12, 0.16)),
    "hollow": soft.hollow,
    "roll": soft.roll(Tone.CLOTH, 0.035, 0.22),
    "bottle": held.bottle,
    "bike": machines.bike,
    "pool": machines.pool,
    "water": machines.water,
    "shoe": worn.shoe,
    "wrap": worn.wrap,
    "plate": held.plate,
    "gaze": scene.gaze,
    "blades": scene.blades(Tone.SKIN_MOVES),
    "blades-start": scene.blades(Tone.GHOST),
    "sign": sign.sign,
    "screen": room.screen,
    "armchair": room.armchair,
    "post": room.post,
    "bag": room.bag,
    "rubber-bar": room.rubber_bar,
}
SIZED = ("step", "counter", "rail", "box", "bed", "table")  # as high as their size says
HEIGHTS: Mapping[str, float] = {
    "chair": SEAT,
    "stool": SEAT,
    "armchair": SEAT,
    "table": TABLE,
    "car": car.SEAT_HEIGHT,
    "counter": COUNTER,
    "step": STEP,
    "rail": 0.611,
    "bed": 0.10,
}


def surfaces(props: tuple[PropAt, ...]) -> dict[str, Surface]:
    """What can carry or be leaned on, by the prop's name or kind; the floor is always there."""
    found = {"floor": FLOOR, "mat": FLOOR}
    for prop in props:
        at = placed(prop)
        if prop.kind == "wall":
            found[prop.name or prop.kind] = Surface(at, about_y(prop.yaw) @ np.array([-1.0, 0, 0]))
        elif prop.kind in HEIGHTS or prop.kind == "box":
            height = HEIGHTS.get(prop.kind, 0.13)
            if prop.size is not None and prop.kind in SIZED:
                height = prop.size[1] + (0.011 if prop.kind == "rail" else 0.0)
            found[prop.name or prop.kind] = Surface(at + UP * height, UP)
    return found


def draw_prop(prop: PropAt, stage: Stage) -> Drawn:
    """One prop on the page; KeyError where its kind is not known."""
    return KINDS[prop.kind](prop, stage)
