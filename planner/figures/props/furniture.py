"""What stands: seats, tables, blocks, mats, walls and rails."""

import numpy as np

from planner.figures.picture import PropAt
from planner.figures.props.solids import boxes
from planner.figures.props.stage import Draw, Drawn, Stage, placed

SEAT, TABLE, COUNTER = 0.265, 0.43, 0.52


def chair(prop: PropAt, stage: Stage) -> Drawn:
    """A chair with a low back, its seat over `at`."""
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
    at = placed(prop) + np.array([0.03, 0, 0])
    under = boxes(stage.camera, at, prop.yaw, legs)
    return [
        *under,
        *boxes(stage.camera, at, prop.yaw, [seat]),
        *boxes(stage.camera, at, prop.yaw, [*posts, rest]),
    ]


def stool(prop: PropAt, stage: Stage) -> Drawn:
    """A seat without a back."""
    legs = [((x, SEAT / 2, z), (0.018, SEAT, 0.018)) for x in (-0.1, 0.1) for z in (-0.1, 0.1)]
    seat = ((0.0, SEAT - 0.012, 0.0), (0.24, 0.024, 0.24))
    return [
        *boxes(stage.camera, placed(prop), prop.yaw, legs),
        *boxes(stage.camera, placed(prop), prop.yaw, [seat]),
    ]


def table(prop: PropAt, stage: Stage) -> Drawn:
    """A table on four legs."""
    length, height, width = prop.size or (0.42, TABLE, 0.44)
    legs = [
        ((x, height / 2, z), (0.02, height, 0.02))
        for x in (-length / 2 + 0.02, length / 2 - 0.02)
        for z in (-width / 2 + 0.02, width / 2 - 0.02)
    ]
    top = ((0.0, height - 0.012, 0.0), (length, 0.024, width))
    return [
        *boxes(stage.camera, placed(prop), prop.yaw, legs),
        *boxes(stage.camera, placed(prop), prop.yaw, [top]),
    ]


def block(size: tuple[float, float, float]) -> Draw:
    """A box that stands on the floor."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        length, height, width = prop.size or size
        middle = ((0.0, height / 2, 0.0), (length, height, width))
        return [*boxes(stage.camera, placed(prop), prop.yaw, [middle])]

    return draw


def counter(prop: PropAt, stage: Stage) -> Drawn:
    """A kitchen counter: a worktop that stands out over its cupboard."""
    length, height, width = prop.size or (0.20, COUNTER, 0.55)
    thick, out = 0.030, 0.018
    cupboard = ((0.0, (height - thick) / 2, 0.0), (length - out, height - thick, width - out))
    top = ((0.0, height - thick / 2, 0.0), (length, thick, width))
    return [
        *boxes(stage.camera, placed(prop), prop.yaw, [cupboard]),
        *boxes(stage.camera, placed(prop), prop.yaw, [top]),
    ]


def mat(prop: PropAt, stage: Stage) -> Drawn:
    """A mat or a bed cover on the floor."""
    length, thick, width = prop.size or (1.1, 0.016, 0.36)
    return [
        *boxes(
            stage.camera, placed(prop), prop.yaw, [((0.0, -thick / 2, 0.0), (length, thick, width))]
        )
    ]


def wall(prop: PropAt, stage: Stage) -> Drawn:
    """A wall whose face is at `at`."""
    thick, height, width = prop.size or (0.03, 1.12, 0.30)
    return [
        *boxes(
            stage.camera,
            placed(prop),
            prop.yaw,
            [((thick / 2, height / 2, 0.0), (thick, height, width))],
        )
    ]


def rail(prop: PropAt, stage: Stage) -> Drawn:
    """A rail on two posts."""
    length, height, _ = prop.size or (0.5, 0.60, 0.02)
    parts = [
        ((x, height / 2, 0.0), (0.018, height, 0.018))
        for x in (-length / 2 + 0.02, length / 2 - 0.02)
    ]
    return [
        *boxes(
            stage.camera,
            placed(prop),
            prop.yaw,
            [*parts, ((0.0, height, 0.0), (length, 0.022, 0.028))],
        )
    ]
