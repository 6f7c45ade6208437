"""Every kind of shape a scene or a prop may name."""

from typing import Annotated

from pydantic import Field

from planner.figures.signs.air import Breath, Effort, Flake, Warmth
from planner.figures.signs.chart import Axes, Bars, Battery, Cross, Curve, Tick
from planner.figures.signs.hours import Clock, Cloud, Moon, Sun
from planner.figures.signs.meal import Glass, Plate, Table
from planner.figures.signs.page import Footprints, Page, Pencil
from planner.figures.signs.rest import Bed, Head
from planner.figures.signs.senses import Dots, Eye, Hearing, Palm
from planner.figures.signs.thought import Bubble, Film

AnySign = Annotated[
    Axes
    | Bars
    | Battery
    | Bed
    | Breath
    | Bubble
    | Clock
    | Cloud
    | Cross
    | Curve
    | Dots
    | Effort
    | Eye
    | Film
    | Flake
    | Footprints
    | Glass
    | Head
    | Hearing
    | Moon
    | Page
    | Palm
    | Pencil
    | Plate
    | Sun
    | Table
    | Tick
    | Warmth,
    Field(discriminator="kind"),
]
