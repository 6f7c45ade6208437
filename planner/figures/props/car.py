"""A car seen from its side with the door open: body round the opening, seat and wheel."""

import numpy as np
import shapely

from planner.figures.body.turning import Vector, about_z
from planner.figures.paint.shapes import Area
from planner.figures.picture import PropAt
from planner.figures.props.solids import boxes
from planner.figures.props.stage import Drawn, Stage, placed
from planner.figures.style import Tone

SIDE = 0.20  # how far from the middle of the seat the door opens
SEAT_HEIGHT = 0.27
BODY = ((-0.42, 0.10), (-0.42, 0.96), (0.30, 0.96), (0.66, 0.56), (1.02, 0.48), (1.02, 0.10))
DOOR = ((-0.30, 0.17), (-0.30, 0.90), (0.26, 0.90), (0.56, 0.56), (0.56, 0.17))
RIM = 0.11
WHEEL, TYRE, ARCH = (0.80, 0.125), 0.125, 0.155


def car(prop: PropAt, stage: Stage) -> Drawn:
    """The body of a car round an open front door."""
    outer, inner = (
        shapely.Polygon(_side(prop, stage, corners)).buffer(-0.02).buffer(0.02)
        for corners in (BODY, DOOR)
    )
    hub = shapely.Point(_side(prop, stage, (WHEEL,))[0])
    sheet = outer.difference(inner).difference(hub.buffer(ARCH))
    return [
        Area("tyre", hub.buffer(TYRE), Tone.INK, -8.0, gap=False),
        Area("hub", hub.buffer(TYRE * 0.5), Tone.TOP, -8.0, gap=False),
        Area("car", inner, Tone.END, -8.0, gap=False),
        *_seat(prop, stage),
        *_steering(prop, stage),
        Area("car", sheet, Tone.SIDE, -8.0, edged=True, gap=False),
    ]


def _side(prop: PropAt, stage: Stage, corners: tuple[tuple[float, float], ...]) -> Vector:
    flat = np.array([(x, y, SIDE) for x, y in corners]) + placed(prop)
    return stage.camera.page(flat)


def _seat(prop: PropAt, stage: Stage) -> Drawn:
    cushion = ((0.06, SEAT_HEIGHT - 0.04, 0.0), (0.30, 0.08, 0.26))
    rest = ((-0.115, SEAT_HEIGHT + 0.16, 0.0), (0.06, 0.36, 0.24))
    head = ((-0.115, SEAT_HEIGHT + 0.42, 0.0), (0.05, 0.10, 0.14))
    return [*boxes(stage.camera, placed(prop), prop.yaw, [cushion, rest, head])]


def _steering(prop: PropAt, stage: Stage) -> Drawn:
    around = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    flat = np.stack([0 * around, np.cos(around) * RIM, np.sin(around) * RIM], axis=1)
    rim = placed(prop) + np.array([0.36, 0.50, 0.0]) + flat @ about_z(-28).T
    ring = shapely.LinearRing(stage.camera.page(rim)).buffer(0.011)
    return [Area("steering", ring, Tone.INK, -8.0, gap=False)]
