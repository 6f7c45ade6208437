"""What a prop is drawn for, and where it is."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from planner.figures.body import landmarks
from planner.figures.body.skeleton import Skeleton
from planner.figures.body.turning import Vector
from planner.figures.paint.camera import Camera
from planner.figures.paint.shapes import Area, Stroke
from planner.figures.picture import PropAt


@dataclass(frozen=True)
class Stage:
    """What a prop is drawn for: a camera and a solved pose."""

    camera: Camera
    body: Skeleton


Drawn = list[Area | Stroke]
Draw = Callable[[PropAt, Stage], Drawn]


def placed(prop: PropAt) -> Vector:
    """Where it is told to be."""
    return np.array(prop.at)


def held(prop: PropAt, stage: Stage) -> list[Vector]:
    """The places of the landmarks a prop is held by."""
    return [landmarks.place(stage.body, name) + np.array(prop.shift) for name in prop.between]


def where(prop: PropAt, stage: Stage) -> Vector:
    """The middle of what holds it, or where it is told to be."""
    places = held(prop, stage)
    return np.mean(places, axis=0) if places else placed(prop) + np.array(prop.shift)
