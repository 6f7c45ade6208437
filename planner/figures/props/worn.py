"""What is worn: shoes, a towel round a joint."""

import numpy as np

from planner.figures.body import proportions as of
from planner.figures.body.chains import chain, round_chain
from planner.figures.body.limbs import SOLE
from planner.figures.body.pose import Side
from planner.figures.body.turning import about_z, unit
from planner.figures.picture import PropAt
from planner.figures.props.solids import rounded
from planner.figures.props.stage import Drawn, Stage, held
from planner.figures.style import Tone

THICKER = 1.12  # than the foot in it
CAP = np.array([of.TOE_FORWARD - of.BALL_FORWARD, 0.001, 0.0])  # of the toes, from the ball
CAP_SIZE = (0.014, 0.0135, 0.019)


def shoe(prop: PropAt, stage: Stage) -> Drawn:
    """A low shoe on the foot of the ankle it is held by."""
    side: Side = "r" if prop.between[0].endswith("_r") else "l"
    ankle, frame = stage.body.joints[f"ankle_{side}"], stage.body.frames[f"foot_{side}"]
    bent = frame @ about_z(-stage.body.pose.leg(side).toes)
    places = [ankle + frame @ place for place, _ in SOLE]
    sizes = [frame @ np.diag(size) * THICKER for _, size in SOLE]
    upper = chain([*places, places[-1] + bent @ CAP], [*sizes, bent @ np.diag(CAP_SIZE) * THICKER])
    tongue = round_chain(
        [ankle - frame[:, 1] * 0.006, ankle + frame @ np.array([0.05, -0.012, 0.0])], [0.021, 0.016]
    )
    return [*rounded(stage.camera, (upper, tongue), Tone.INK, name=f"shoe_{side}", gap=False)]


def wrap(prop: PropAt, stage: Stage) -> Drawn:
    """A towel round a bent joint: `between` the joint before it, itself and the one after.

    `size` is how thick, and how far it goes along the first bone and the second.
    """
    thick, up, down = prop.size or (0.05, 0.09, 0.07)
    before, middle, after = held(prop, stage)
    along = [middle + unit(before - middle) * up, middle, middle + unit(after - middle) * down]
    return [*rounded(stage.camera, (round_chain(along, [thick] * 3),), Tone.CLOTH, name="wrap")]
