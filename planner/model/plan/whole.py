"""The plan as a whole: what is done, why, what it asks for, and how it is judged."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from planner.model import sizes
from planner.model.edits import KnownLine
from planner.model.errors import PlanError
from planner.model.ids import (
    ReasonId,
    RuleId,
    SourceId,
)
from planner.model.intake import ClinicianClearance
from planner.model.phrase import Text, Texts, tell
from planner.model.plan.lines import (
    MOST_TASKS,
    MOST_THERAPIES,
    BestUse,
    Complementary,
    Massage,
    SelfCareTask,
    SourceIds,
    TechniqueChoice,
)
from planner.model.plan.measures import Measures
from planner.model.plan.visits import CalendarEntries, DayPlan, PlannedVisit
from planner.model.record import KnownIds, Legible, Record, known_as, read_record
from planner.model.record.checked import (
    Amount,
    Currency,
    KnownCondition,
    KnownQuestion,
    KnownRegion,
    Opaque,
)
from planner.model.vocabulary import (
    Clearance,
    Decision,
    ExerciseBan,
    ExerciseTag,
    Locale,
    Position,
    PressureLimit,
    Verification,
)

ReasonIds = tuple[Annotated[ReasonId, known_as("reason")], ...]


class CitedSource(Record):
    """A source the plan leans on, and how far it was checked."""

    id: SourceId
    citation: str
    verification: Verification


class Reason(Record):
    """An entry of the screening that applies, and what it asks for.

    `reported` is what the client said, `ticked` which signs of it; `unsure`: not sure of it.
    `answer` is the clinician's that cleared it.
    `no_plan`: no plan of any kind, though its clearance alone would leave a part.
    """

    id: Annotated[ReasonId, known_as("reason")]
    says: Text
    plain: Text
    clearance: Clearance
    sources: SourceIds
    awaits_review: bool = False
    reported: Text = ""
    ticked: Texts = ()
    unsure: bool = False
    answer: ClinicianClearance | None = None
    cleared_by: Text = ""
    overridden: str = ""
    no_plan: bool = False

    @property
    def stops_everything(self) -> bool:
        """Whether there is no plan of any kind while it stands."""
        return self.no_plan or self.clearance.stops_everything


class RegionLimits(Record):
    """What binds at one region; `by` names the entries that do."""

    region: KnownRegion
    pressure: PressureLimit
    by: ReasonIds


class Limits(Record):
    """What binds the whole plan, as it was applied; None where nothing does.

    `by` names the entries whose numbers stand here or in `regions`, the tightest of all.
    `light_load_stays`: whatever keeps heavy load away at home leaves a light one.
    """

    minutes: Annotated[int, Field(ge=1, le=180)] | None = None
    first_session_minutes: Annotated[int, Field(ge=1, le=180)] | None = None
    sessions_per_week: Annotated[float, Field(gt=0, le=7)] | None = None
    pressure: PressureLimit | None = None
    positions: tuple[Position, ...] = ()
    exercise_not: tuple[ExerciseTag | ExerciseBan, ...] = ()
    light_load_stays: bool = False
    by: ReasonIds = ()
    regions: tuple[RegionLimits, ...] = ()


class Reach(Record):
    """What the client can attend and pay: the most sessions a week, and minutes a session.

    `minutes` is None where the client set no limit.
    """

    sessions_per_week: Annotated[float, Field(ge=0, le=7)]
    minutes: Annotated[int, Field(ge=10, le=180)] | None = None


class Load(Record):
    """What the whole plan asks for each week and in all, against the client's limits.

    `cost_per_month` is that of the dearest calendar month; it, `total_cost`, `price` and `budget`
    (of a month) are None where nobody said. `within_budget` is False only where the cost is known
    to be over it. `beyond` is what is not as the client wished, of days and of minutes at home;
    `best_use` is offered where the tested or usual dose is out of reach.
    """

    minutes_per_week: float = 0
    cost_per_month: float | None = 0
    currency: Currency = "USD"
    within_budget: bool = True
    visits: Annotated[int, Field(ge=0)] = 0
    total_cost: float | None = None
    price: Amount | None = None
    budget: Amount | None = None
    notes: Texts = ()
    beyond: Texts = ()
    best_use: BestUse | None = None
    reach: Reach | None = None


def _unknown_without_a_price(load: Load) -> Load:
    """An edition before this one wrote 0 for what a month costs at an unknown price."""
    is_unknown = load.price is None and load.visits > 0 and load.cost_per_month == 0
    return load.replaced(cost_per_month=None) if is_unknown else load


class NotChosen(Record):
    """What was considered and left out, with the reason; `plain` is the client's wording of it.

    `must_not`: an answer, a limit, a guideline or the client's own no keeps it away; the others
    were only not chosen. A task of the therapist's own has a `name`.
    """

    id: KnownLine
    name: Text = ""
    why: Text
    plain: Text = ""
    sources: SourceIds = ()
    must_not: bool = False


class NoMassage(Record):
    """Why there is no massage in a plan, for the therapist and for the client."""

    says: Text
    plain: Text


class UnmetWish(Record):
    """A wish that the plan does not meet, answered: `of` is "pressure", or the line wished for."""

    of: str
    says: Text
    plain: Text


class Reserve(Record):
    """What the answers and wishes allow too, best first: a review may turn to it, nothing else."""

    techniques: tuple[TechniqueChoice, ...] = ()
    exercises: tuple[SelfCareTask, ...] = ()


class Superseded(Record):
    """What a plan made at a review takes over from the plans before it.

    `began` is the first plan's day, `on` the last one's; `sessions` were had by then, the last of
    them `often` a week (None where there was no massage). `flares_from`: the day on that long
    flares last made the sessions shorter; those before it have had their say. `decision` and `rule`
    are of the last review that altered the plan, `proposed` is this one's own.
    """

    began: date
    on: date
    decision: Decision
    rule: Annotated[RuleId, known_as("reason")]
    sessions: Annotated[int, Field(ge=0)] = 0
    often: Annotated[float, Field(gt=0, le=7)] | None = None
    flares_from: date | None = None
    proposed: Decision | None = None

    @property
    def is_a_change(self) -> bool:
        """Whether this plan does one thing otherwise than the one before."""
        return self.decision is Decision.CHANGE


def _as_long_as_a_label(name: str) -> str:
    """Refuse a name that no client's label is as long as."""
    if len(name) > sizes.SHORT:
        raise ValueError(
            tell("holds {number}; {limit} at most", number=len(name), limit=sizes.SHORT)
        )
    return name


class Plan(Legible):
    """One combined plan, or the reason why there is none.

    `client_id` is the same for every plan of one client; `version` counts the plans before, and
    `calendar` names what of this plan stands in a calendar.
    """

    format: Literal[1] = 1
    on: date
    knowledge: str
    client: Annotated[Text, AfterValidator(_as_long_as_a_label)]
    client_id: Opaque = ""
    version: Annotated[int, Field(ge=0)] = 0
    locale: Locale
    conditions: Annotated[tuple[KnownCondition, ...], Field(min_length=1)]
    clearance: Clearance
    draft: bool = False
    reasons: tuple[Reason, ...] = ()
    unanswered: tuple[KnownQuestion, ...] = ()
    massage: Massage | None = None
    no_massage: NoMassage | None = None
    complementary: Annotated[tuple[Complementary, ...], Field(max_length=MOST_THERAPIES)] = ()
    self_care: Annotated[tuple[SelfCareTask, ...], Field(max_length=MOST_TASKS)] = ()
    load: Annotated[Load, AfterValidator(_unknown_without_a_price)] = Load()
    limits: Limits = Limits()
    visits: tuple[PlannedVisit, ...] = ()
    week: tuple[DayPlan, ...] = ()
    measures: Measures | None = None
    talk: Texts = ()
    not_chosen: tuple[NotChosen, ...] = ()
    unmet: tuple[UnmetWish, ...] = ()
    sources: tuple[CitedSource, ...] = ()
    reserve: Reserve = Reserve()
    supersedes: Superseded | None = None
    calendar: CalendarEntries = CalendarEntries()

    @property
    def stops_everything(self) -> bool:
        """Whether it is no plan of any kind: a rebook beside a hold is none either."""
        return self.clearance.stops_everything or any(one.stops_everything for one in self.reasons)

    @property
    def began(self) -> date:
        """The day the course began: the first plan's, where this one supersedes another."""
        return self.supersedes.began if self.supersedes else self.on

    @property
    def flares_from(self) -> date:
        """The day from which on long flares are counted: the course's first, or a later halving."""
        return (self.supersedes and self.supersedes.flares_from) or self.began


def read_plan(text: str | bytes, known: KnownIds | None = None) -> Plan:
    """The plan in a JSON text, as `python -m planner plan` writes it; raises PlanError."""
    return read_record(Plan, text, known, name="plan", refusal=PlanError, within="plan")
