"""What is about: a shadow on the floor, a line of sight."""

import numpy as np
import shapely
import shapely.affinity

from planner.figures.paint.shapes import Area
from planner.figures.picture import PropAt
from planner.figures.props.stage import Draw, Drawn, Stage, held, placed
from planner.figures.style import Tone

BLADE = ((0.0, 0.075), (0.052, 0.088), (0.06, 0.072), (0.012, -0.02), (0.0, 0.0))  # out, up


def shadow(prop: PropAt, stage: Stage) -> Drawn:
    """What ties a figure to the floor."""
    length, _, width = prop.size or (0.34, 0.0, 0.22)
    around = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    rim = placed(prop) + np.stack(
        [np.cos(around) * length / 2, 0 * around, np.sin(around) * width / 2], axis=1
    )
    shape = shapely.Polygon(stage.camera.page(rim)).buffer(0.006)
    return [Area("shadow", shape, Tone.SHADOW, -9.0, gap=False)]


def gaze(prop: PropAt, stage: Stage) -> Drawn:
    """Where the eyes look: dots from one landmark to another."""
    first, last = held(prop, stage)
    shares = np.linspace(0.16, 0.9, int(prop.size[0]) if prop.size else 6)
    dots = stage.camera.page(first + shares[:, None] * (last - first))
    return [
        Area("gaze", shapely.Point(dot).buffer(0.006), Tone.INK, 0.0, gap=False) for dot in dots
    ]


def blades(tone: Tone) -> Draw:
    """Both shoulder blades on the back; `size` says how far from the spine and how high."""

    def draw(prop: PropAt, stage: Stage) -> Drawn:
        out, up, lean = prop.size or (0.022, 0.0, 0.0)
        chest, middle = stage.body.frames["chest"], stage.body.joints["chest"]
        flat = shapely.Polygon(BLADE).buffer(-0.008).buffer(0.008)
        drawn = []
        for sign in (1, -1):
            rim = np.array(shapely.affinity.rotate(flat, lean).exterior.coords)
            behind = np.full(len(rim), -0.056)
            places = np.stack([behind, rim[:, 1] + up, (rim[:, 0] + out) * sign], axis=1)
            shape = shapely.Polygon(stage.camera.page(middle + places @ chest.T))
            drawn.append(Area("blade", shape, tone, 0.0, gap=tone is not Tone.GHOST))
        return [*drawn]

    return draw
