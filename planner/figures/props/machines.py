"""What one trains on or in: an exercise bike, a pool."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from planner.figures.body import landmarks
from planner.figures.body.chains import round_chain
from planner.figures.body.pose import SIDES, Triple
from planner.figures.body.turning import UP, Vector
from planner.figures.paint.shapes import Area
from planner.figures.picture import PropAt
from planner.figures.props.solids import boxes, rounded
from planner.figures.props.stage import Drawn, Stage, placed
from planner.figures.style import Tone

AXLE = np.array([0.0, 0.19, 0.0])  # of the cranks; a bike stands with it over `at`
WHEEL, RIM = np.array([0.265, 0.155, 0.0]), 0.125
FEET = (-0.23, 0.30)
SADDLE = np.array([-0.135, 0.545, 0.0])
BAR = np.array([0.225, 0.67, 0.0])
TUBE, CRANK = 0.015, 0.010
LEVEL, RIPPLE, RIPPLES = 0.68, 0.011, 6

Bar = tuple[Sequence[Triple | Vector], Sequence[float], Tone]
BARS: Sequence[Bar] = (
    (((FEET[0], 0.026, 0), (FEET[1], 0.026, 0)), (TUBE, TUBE), Tone.END),
    (((-0.03, 0.03, 0), SADDLE - UP * 0.02), (TUBE, TUBE), Tone.END),
    (((0.12, 0.03, 0), BAR), (TUBE, TUBE), Tone.END),
    ((BAR - UP * 0.02, BAR + np.array([0.03, 0.06, 0])), (0.013, 0.012), Tone.END),
    (
        (BAR + np.array([0.005, 0.045, 0]), BAR + np.array([0.055, 0.105, 0])),
        (0.012, 0.014),
        Tone.SCREEN,
    ),
    (
        (BAR + np.array([-0.05, -0.005, 0]), BAR + np.array([0.01, 0.0, 0])),
        (0.013, 0.013),
        Tone.SCREEN,
    ),
    (
        tuple(
            SADDLE + np.array(shift)
            for shift in ((-0.075, 0.006, 0), (-0.02, -0.004, 0), (0.09, 0.0, 0))
        ),
        (0.019, 0.019, 0.009),
        Tone.SCREEN,
    ),
)


def bike(prop: PropAt, stage: Stage) -> Drawn:
    """An exercise bike seen from its side; its cranks reach to the balls of the feet."""
    at = placed(prop)
    stands = boxes(stage.camera, at, 0.0, [((x, 0.012, 0.0), (0.04, 0.024, 0.24)) for x in FEET])
    bars = [
        _bar(stage, [at + place for place in places], radii, tone) for places, radii, tone in BARS
    ]
    whole = [*stands, *bars, *_wheel(stage, at), *_cranks(stage, at)]
    return [Area("bike", shapely.union_all([one.shape for one in whole]), Tone.END), *whole]


def _bar(stage: Stage, places: Sequence[Vector], radii: Sequence[float], tone: Tone) -> Area:
    drawn = rounded(stage.camera, (round_chain(places, radii),), tone, name="bike", gap=False)
    return replace(drawn[0], edged=True)


def _wheel(stage: Stage, at: Vector) -> list[Area]:
    """A wheel with a dark tyre, and the guard of its belt."""
    guard = shapely.union(_disc(stage, at + AXLE, 0.05), _disc(stage, at + WHEEL, 0.035))
    return [
        _flat(_disc(stage, at + WHEEL, RIM), Tone.SCREEN),
        _flat(_disc(stage, at + WHEEL, RIM - 0.024), Tone.TOP),
        _flat(guard.convex_hull, Tone.SIDE),
        _flat(_disc(stage, at + WHEEL, 0.016), Tone.END),
    ]


def _cranks(stage: Stage, at: Vector) -> list[Area]:
    drawn = []
    for side, out in zip(SIDES[::-1], (-0.03, 0.03), strict=True):
        pedal = landmarks.place(stage.body, f"ball_{side}") - UP * 0.008
        hub = at + AXLE + np.array([0, 0, out])
        arm = _bar(stage, [hub, np.array([*pedal[:2], hub[2]])], (CRANK, CRANK), Tone.SCREEN)
        drawn += [arm, *boxes(stage.camera, pedal, 0.0, [((0, 0, 0), (0.07, 0.014, 0.05))])]
    return drawn


def _disc(stage: Stage, middle: Vector, radius: float) -> BaseGeometry:
    around = np.linspace(0, 2 * np.pi, 64, endpoint=False)
    rim = np.stack([np.cos(around), np.sin(around), 0 * around], axis=1)
    return shapely.Polygon(stage.camera.page(middle + radius * rim))


def _flat(shape: BaseGeometry, tone: Tone) -> Area:
    return Area("bike", shape, tone, edged=True, gap=False)


def pool(prop: PropAt, stage: Stage) -> Drawn:
    """A pool cut open beside the person: its floor, its end with a rail, its water behind."""
    length, height, _ = prop.size or (1.0, 0.80, 0.0)
    at, thick, end = placed(prop), 0.05, length / 2
    floor = [(-end, 0), (end, 0), (end, height), (end + 0.10, height), (end + 0.10, -thick)]
    rail = [(end + 0.05, height), (end + 0.05, height + 0.13), (end - 0.03, height + 0.13)]
    rail += [(end - 0.03, height - 0.35)]
    hoop = [at + np.array([*place, 0.0]) for place in rail]
    return [
        _flat(_section(stage, at, [*floor, (-end, -thick)]), Tone.SIDE),
        Area("water", _surface(stage, prop), Tone.WATER, gap=False, uncut=True),
        _bar(stage, hoop, (0.010,) * len(hoop), Tone.END),
    ]


def water(prop: PropAt, stage: Stage) -> Drawn:
    """The water of a pool over who stands in it: seen through."""
    return [Area("water", _surface(stage, prop), Tone.POOL, gap=False)]


def _surface(stage: Stage, prop: PropAt) -> BaseGeometry:
    length = (prop.size or (1.0, 0.0, 0.0))[0]
    along = np.linspace(-length / 2, length / 2, 80)
    top = LEVEL + RIPPLE * np.sin(along / length * 2 * np.pi * RIPPLES)
    rim = [*zip(along, top, strict=True), (length / 2, 0.0), (-length / 2, 0.0)]
    return _section(stage, placed(prop), rim)


def _section(stage: Stage, at: Vector, rim: Sequence[tuple[float, float]]) -> BaseGeometry:
    places = np.array([[*place, 0.0] for place in rim])
    return shapely.Polygon(stage.camera.page(at + places))
