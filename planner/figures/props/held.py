"""What is held or stretched: bands, sticks, balls, bottles, plates, tubes."""

import numpy as np

from planner.figures.body import landmarks
from planner.figures.body.chains import chain, round_chain
from planner.figures.body.turning import unit
from planner.figures.paint.shapes import Stroke
from planner.figures.picture import PropAt
from planner.figures.props.solids import rod, rounded
from planner.figures.props.stage import Draw, Drawn, Stage, held, where
from planner.figures.style import Tone

BAND_WIDTH = 0.014


def cord(prop: PropAt, stage: Stage) -> Drawn:
    """A band through the landmarks it is held by."""
    return [Stroke(stage.camera.page(np.array(held(prop, stage))), BAND_WIDTH)]


def stick(prop: PropAt, stage: Stage) -> Drawn:
    """A stick through two hands, with some to spare (`size`)."""
    first, last = held(prop, stage)
    spare = unit(last - first) * (prop.size[0] if prop.size else 0.06)
    return [*rod(stage.camera, (first - spare, last + spare), 0.0095, Tone.CLOTH, "stick")]


def ball(tone: Tone) -> Draw:
    """A ball."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        round_one = round_chain([where(prop, stage)], [prop.size[0] if prop.size else 0.03])
        return [*rounded(stage.camera, (round_one,), tone, name="ball")]

    return draw


def bottle(prop: PropAt, stage: Stage) -> Drawn:
    """A small bottle held in a hand, along the hand's own width."""
    side = prop.between[0][-1]
    frame = stage.body.frames[f"hand_{side}"]
    middle = landmarks.place(stage.body, f"palm_{side}") - frame[:, 1] * 0.005
    way = frame[:, 0]
    body = round_chain([middle - way * 0.05, middle + way * 0.045], [0.021, 0.021])
    neck = round_chain([middle + way * 0.06, middle + way * 0.082], [0.013, 0.009])
    return [*rounded(stage.camera, (body, neck), Tone.CLOTH, name="bottle")]


def plate(prop: PropAt, stage: Stage) -> Drawn:
    """A flat round plate, a sponge, a stone."""
    size = prop.size or (0.05, 0.012, 0.05)
    flat = chain([where(prop, stage)], [np.diag(size)])
    return [*rounded(stage.camera, (flat,), Tone.TOP)]
