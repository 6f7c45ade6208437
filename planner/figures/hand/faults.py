"""What can be wrong with a picture of hands: bent too far, parts that do not touch."""

from collections.abc import Iterable, Mapping

import numpy as np

from planner.figures.body.chains import Chains
from planner.figures.body.turning import Vector
from planner.figures.hand import proportions as of
from planner.figures.hand.form import form
from planner.figures.hand.painted import parts_of
from planner.figures.hand.pose import Hand
from planner.figures.hand.scene import Scene

Range = tuple[float, float]
# Degrees both ways. Wrist after 38 CFR 4.71, how far fingers bend after the Merck Manual; how far
# they bend back, the thumb, and a loaded wrist: convention.
WRIST: Mapping[bool, tuple[Range, Range]] = {
    False: ((-70.0, 80.0), (-20.0, 45.0)),
    True: ((-90.0, 90.0), (-20.0, 45.0)),
}
FINGER: tuple[Range, Range, Range] = ((-45.0, 90.0), (-5.0, 120.0), (-10.0, 80.0))
THUMB: Mapping[str, Range] = {"out": (-15.0, 70.0), "fore": (-15.0, 70.0)}
THUMB_BENDS: tuple[Range, Range] = ((-10.0, 70.0), (-20.0, 90.0))
APART, WITHIN = 0.035, 0.06  # of a hand's length: flesh gives way


def faults_of(told: Scene) -> tuple[str, ...]:
    """Every fault of a picture, one sentence each."""
    ranges = {
        fault
        for poses in told.picture.poses()
        for name, hand in poses.items()
        for fault in _beyond(name, hand)
    }
    return (*sorted(ranges), *_apart(told))


def _beyond(name: str, hand: Hand) -> Iterable[str]:
    bends = [
        *zip(("wrist", "wrist to the side"), hand.wrist, WRIST[hand.loaded], strict=True),
        *(
            (f"{finger} joint {at}", bend, allowed)
            for finger in of.FINGERS
            for at, (bend, allowed) in enumerate(
                zip(hand.bends(finger), FINGER, strict=True), start=1
            )
        ),
        *((f"thumb {way}", getattr(hand.thumb, way), allowed) for way, allowed in THUMB.items()),
        *zip(("thumb knuckle", "thumb end"), hand.thumb.bend, THUMB_BENDS, strict=True),
    ]
    for what, bend, (least, most) in bends:
        if not least <= bend <= most:
            yield f"{name}: {what} is bent {bend:g}, and goes from {least:g} to {most:g}."


def _apart(told: Scene) -> Iterable[str]:
    hands = told.bodies[-1]
    for one, other in told.picture.contacts:
        gap = min(
            _gap(form(hands, first), form(hands, second))
            for first in parts_of(one)
            for second in parts_of(other)
        )
        if not -WITHIN <= gap <= APART:
            yield f"{one} stays {gap:.3f} from {other}."


def _gap(one: Chains, other: Chains) -> float:
    return min(
        (_between(a, m, b, n) for a, m in _balls(one) for b, n in _balls(other)), default=9.0
    )


def _balls(chains: Chains) -> Iterable[tuple[Vector, Vector]]:
    for chain in chains:
        yield from zip(chain.middles, chain.axes, strict=True)


def _between(at: Vector, axes: Vector, other: Vector, others: Vector) -> float:
    """The gap between two ellipsoids, along the line of their middles."""
    apart = other - at
    far = float(np.linalg.norm(apart))
    way = apart / far if far > 0 else np.array([0.0, 1.0, 0.0])
    return far - _radius(axes, way) - _radius(others, way)


def _radius(axes: Vector, way: Vector) -> float:
    """How far an ellipsoid goes in a direction."""
    return float(1 / np.linalg.norm(np.linalg.solve(axes, way)))
