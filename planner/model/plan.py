"""The Plan: what one consultation produces, each line with its reason and its source."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.model.errors import PlanError
from planner.model.ids import (
    LineId,
    ReasonId,
    RuleId,
    SourceId,
    TaskId,
)
from planner.model.intake import KnownCondition, KnownQuestion, KnownRegion, KnownTherapy
from planner.model.phrase import Text, Texts
from planner.model.record import KnownIds, Legible, Record, known_as, read_record
from planner.model.vocabulary import (
    Certainty,
    Clearance,
    Day,
    Decision,
    Locale,
    PhaseName,
    Pressure,
    Role,
    Stance,
    Technique,
    Verification,
)

SourceIds = tuple[Annotated[SourceId, known_as("source")], ...]
RegionIds = tuple[KnownRegion, ...]

MOST_TECHNIQUES, MOST_THERAPIES, MOST_TASKS = 3, 3, 5  # a few things done beat many planned


class CitedSource(Record):
    """A source the plan leans on, and how far it was checked."""

    id: SourceId
    citation: str
    verification: Verification


class Reason(Record):
    """An entry of the screening that applies, and what it asks for."""

    id: Annotated[ReasonId, known_as("reason")]
    says: Text
    plain: Text
    clearance: Clearance
    sources: SourceIds
    awaits_review: bool = False
    cleared_by: Text = ""
    overridden: str = ""


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
    """A stretch of weeks at one frequency."""

    name: PhaseName
    weeks: Annotated[int, Field(ge=1, le=104)]
    sessions_per_week: Annotated[float, Field(gt=0, le=7)]
    minutes: Annotated[int, Field(ge=10, le=180)]

    @property
    def sessions(self) -> int:
        """How many sessions the phase holds, at least one."""
        return max(1, round(self.weeks * self.sessions_per_week))


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
    """One thing the client does at home."""

    id: Annotated[TaskId, known_as("home task")]
    dose: Text
    minutes: Annotated[int, Field(ge=0)]
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    stop_if: Text
    cautions: Texts = ()
    why: Whys
    own: Text = ""


class Reach(Record):
    """What the client can attend and pay: the most sessions a week, and minutes a session.

    `minutes` is None where the client set no limit.
    """

    sessions_per_week: Annotated[float, Field(ge=0, le=7)]
    minutes: Annotated[int, Field(ge=10, le=180)] | None = None


class Load(Record):
    """What the whole plan asks for each week, against the client's limits."""

    minutes_per_week: float = 0
    cost_per_month: float = 0
    currency: str = "USD"
    within_budget: bool = True
    notes: Texts = ()
    reach: Reach | None = None


class DayPlan(Record):
    """One day of the first week."""

    day: Day
    items: tuple[LineId, ...] = ()


class Baseline(Record):
    """Where the client starts: the averages everything later is compared with."""

    average: int | float
    interference: float | None = None


class Target(Record):
    """A change people often notice: see `planner.model.change`."""

    average: float


class Measures(Record):
    """How the plan will be judged, and when."""

    baseline: Baseline
    target: Target
    review_on: date
    stop_rule: Text
    diary: Text
    goals: Texts = ()


class NotChosen(Record):
    """What was considered and left out, with the reason."""

    id: Annotated[LineId, known_as("technique, therapy or home task")]
    why: Text
    sources: SourceIds = ()


class Reserve(Record):
    """What the answers and wishes allow too, best first: a review may turn to it, nothing else."""

    techniques: tuple[TechniqueChoice, ...] = ()
    exercises: tuple[SelfCareTask, ...] = ()


class Superseded(Record):
    """What a plan made at a review takes over from the plans before it.

    `began` is the first plan's day, `on` the last one's; `sessions` were had by then.
    """

    began: date
    on: date
    decision: Decision
    rule: Annotated[RuleId, known_as("reason")]
    sessions: Annotated[int, Field(ge=0)] = 0

    @property
    def is_a_change(self) -> bool:
        """Whether this plan does one thing otherwise than the one before."""
        return self.decision is Decision.CHANGE


class Plan(Legible):
    """One combined plan, or the reason why there is none."""

    format: Literal[1] = 1
    on: date
    knowledge: str
    client: Text
    locale: Locale
    conditions: Annotated[tuple[KnownCondition, ...], Field(min_length=1)]
    clearance: Clearance
    draft: bool = False
    reasons: tuple[Reason, ...] = ()
    unanswered: tuple[KnownQuestion, ...] = ()
    massage: Massage | None = None
    complementary: Annotated[tuple[Complementary, ...], Field(max_length=MOST_THERAPIES)] = ()
    self_care: Annotated[tuple[SelfCareTask, ...], Field(max_length=MOST_TASKS)] = ()
    load: Load = Load()
    week: tuple[DayPlan, ...] = ()
    measures: Measures | None = None
    talk: Texts = ()
    not_chosen: tuple[NotChosen, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    reserve: Reserve = Reserve()
    supersedes: Superseded | None = None

    @property
    def began(self) -> date:
        """The day the course began: the first plan's, where this one supersedes another."""
        return self.supersedes.began if self.supersedes else self.on


def read_plan(text: str | bytes, known: KnownIds | None = None) -> Plan:
    """The plan in a JSON text, as `python -m planner plan` writes it; raises PlanError."""
    return read_record(Plan, text, known, name="plan", refusal=PlanError, within="plan")
