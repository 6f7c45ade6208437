"""Every kind of shape a scene may name."""

from typing import Annotated

from pydantic import Field

from planner.figures.scene.chart import Axes, Bars, Battery, Cross, Curve, Tick
from planner.figures.scene.hours import Clock, Cloud, Moon, Ring, Sun
from planner.figures.scene.meal import Glass, Plate, Table
from planner.figures.scene.page import Footprints, Page, Pencil
from planner.figures.scene.rest import Bed, Head, Telephone

AnyShape = Annotated[
    Axes
    | Bars
    | Battery
    | Bed
    | Clock
    | Cloud
    | Cross
    | Curve
    | Footprints
    | Glass
    | Head
    | Moon
    | Page
    | Pencil
    | Plate
    | Ring
    | Sun
    | Table
    | Telephone
    | Tick,
    Field(discriminator="kind"),
]
