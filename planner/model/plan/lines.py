"""The lines of a plan: massage, therapies and home tasks, each with its reason."""

from typing import Annotated

from pydantic import Field

from planner.model.ids import (
    SourceId,
    TaskId,
)
from planner.model.intake import KnownRegion, KnownTherapy
from planner.model.phrase import Text, Texts
from planner.model.record import Record, known_as
from planner.model.vocabulary import (
    Certainty,
    PhaseName,
    Pressure,
    Role,
    Stance,
    Technique,
)

SourceIds = tuple[Annotated[SourceId, known_as("source")], ...]
RegionIds = tuple[KnownRegion, ...]

MOST_TECHNIQUES, MOST_THERAPIES, MOST_TASKS = 3, 3, 5  # a few things done beat many planned


class Why(Record):
    """Why a line is in the plan: the finding, how sure it is, and where it stands."""

    says: Text
    certainty: Certainty
    stance: Stance
    sources: Annotated[SourceIds, Field(min_length=1)]


Whys = Annotated[tuple[Why, ...], Field(min_length=1)]


class TechniqueChoice(Record):
    """One massage technique, where, how firm, with what changes."""

    id: Technique
    role: Role
    pressure: Pressure
    regions: Annotated[RegionIds, Field(min_length=1)]
    adjustments: Texts = ()
    why: Whys
    own: Text = ""


class Phase(Record):
    """A stretch of weeks at one frequency.

    `visits` is how many it holds; None in a plan of the first edition, and while it is made.
    """

    name: PhaseName
    weeks: Annotated[int, Field(ge=1, le=104)]
    sessions_per_week: Annotated[float, Field(gt=0, le=7)]
    minutes: Annotated[int, Field(ge=10, le=180)]
    visits: Annotated[int, Field(ge=1, le=728)] | None = None


class DoseReason(Record):
    """What decided the dose: tested, convention, or what the client can reach."""

    says: Text
    certainty: Certainty
    sources: SourceIds


class Massage(Record):
    """The massage part of the plan."""

    techniques: Annotated[
        tuple[TechniqueChoice, ...], Field(min_length=1, max_length=MOST_TECHNIQUES)
    ]
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    after: Text = ""
    dose_why: tuple[DoseReason, ...] = ()
    dose_notes: Texts = ()
    below_tested: bool = False
    avoid_regions: RegionIds = ()


class Complementary(Record):
    """A therapy beside massage, given by somebody trained in it."""

    id: KnownTherapy
    how_often: Text
    minutes_per_week: Annotated[int, Field(ge=0)]
    cautions: Texts = ()
    why: Whys
    own: Text = ""


class SelfCareTask(Record):
    """One thing the client does at home.

    `grows_to` are the most minutes a day it grows to; None in a plan of an earlier edition.
    """

    id: Annotated[TaskId, known_as("home task")]
    dose: Text
    minutes: Annotated[int, Field(ge=0)]
    grows_to: Annotated[int, Field(ge=0)] | None = None
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    stop_if: Text
    cautions: Texts = ()
    why: Whys
    own: Text = ""
