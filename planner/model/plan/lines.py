"""The lines of a plan: massage, therapies and home tasks, each with its reason."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from planner.model.edits import is_own
from planner.model.exercise import Prop, Side, StartPosition
from planner.model.ids import (
    SourceId,
    TaskId,
    ZoneId,
)
from planner.model.phrase import Text, Texts, template
from planner.model.record import NOT_KNOWN, KnownIds, Record, filled, known_as
from planner.model.record.checked import KnownCondition, KnownRegion, KnownTherapy
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
NO_REASON = template("'{line}' has no reason")
NO_NAME = template("'{line}' is a task of the therapist's own and has no name")


def _known_task(task: TaskId, info: ValidationInfo) -> TaskId:
    ids: KnownIds = info.context or {}
    if "home task" in ids and task not in ids["home task"] and not is_own(task):
        raise ValueError(filled(NOT_KNOWN["home task"], id=task))
    return task


class TechniqueChoice(Record):
    """One massage technique, where, how firm, with what changes.

    `set` names what the therapist set of it by hand; `by_hand` says where that gave way to a limit,
    and what is unusual about it. So on every line, and of the massage as a whole.
    """

    id: Technique
    role: Role
    pressure: Pressure
    regions: Annotated[RegionIds, Field(min_length=1)]
    adjustments: Texts = ()
    why: Whys
    own: Text = ""
    set: tuple[str, ...] = ()
    by_hand: Texts = ()


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


class BestUse(Record):
    """The best use of money and time where the tested or usual dose is out of reach.

    A "short-block" is the least dose that was tested; `total_cost` is what it costs, `months` how
    many monthly budgets that is. "shorter-visits" are as short as is usual; one may cost
    `price_at_most`. None is what nobody said.
    """

    kind: Literal["short-block", "shorter-visits"]
    visits: Annotated[int, Field(ge=1)]
    minutes: Annotated[int, Field(ge=10, le=180)]
    sessions_per_week: Annotated[float, Field(gt=0, le=7)]
    weeks: Annotated[int, Field(ge=1, le=104)]
    total_cost: float | None = None
    months: int | None = None
    price_at_most: float | None = None
    says: Text
    plain: Text


class Share(Record):
    """The minutes of a usual session that one part of the body gets, and for which pain source.

    `turn` is 0 for a part that is worked at every session. Where there are too many for one, the
    others take turns: 1 at the first session, 2 at the next, and so on, then again.
    """

    zone: Annotated[ZoneId, known_as("zone")]
    condition: KnownCondition
    regions: Annotated[RegionIds, Field(min_length=1)]
    minutes: Annotated[int, Field(ge=1, le=180)]
    turn: Annotated[int, Field(ge=0)] = 0


class Likely(Record):
    """What massage is likely to do for one pain source, for the client, and how sure that is.

    `certainty` is that of a gain; what is surer, such as that there is little, is said in `sure`.
    """

    condition: KnownCondition
    says: Text
    sure: Text
    certainty: Certainty
    sources: SourceIds


class Massage(Record):
    """The massage part of the plan; `likely` is empty in a plan of an earlier edition."""

    techniques: Annotated[
        tuple[TechniqueChoice, ...], Field(min_length=1, max_length=MOST_TECHNIQUES)
    ]
    phases: Annotated[tuple[Phase, ...], Field(min_length=1)]
    after: Text = ""
    dose_why: tuple[DoseReason, ...] = ()
    dose_notes: Texts = ()
    set: tuple[str, ...] = ()
    by_hand: Texts = ()
    below_tested: bool = False
    avoid_regions: RegionIds = ()
    shares: tuple[Share, ...] = ()
    likely: tuple[Likely, ...] = ()


class Complementary(Record):
    """A therapy beside massage, given by somebody trained in it.

    `until` is the last day of its course; None where it has no set end.
    """

    id: KnownTherapy
    how_often: Text
    minutes_per_week: Annotated[int, Field(ge=0)]
    until: date | None = None
    cautions: Texts = ()
    why: Whys
    own: Text = ""
    set: tuple[str, ...] = ()
    by_hand: Texts = ()


class SelfCareTask(Record):
    """One thing the client does at home.

    `grows_to` are the most minutes a day it grows to; None in a plan of an earlier edition. `until`
    is the last day it is done; None where it has no set end. The numbers are None where nothing is
    counted, in the therapist's own words, and in an earlier edition. `serves` are the client's
    goals that it trains for; `step` is what a review, or the therapist, changed of its grade. A
    task of the therapist's own has a `name`, and no reason but the therapist's.
    """

    id: Annotated[TaskId, AfterValidator(_known_task)]
    name: Text = ""
    dose: Text
    minutes: Annotated[int, Field(ge=0)]
    grows_to: Annotated[int, Field(ge=0)] | None = None
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    until: date | None = None
    stop_if: Text
    cautions: Texts = ()
    why: tuple[Why, ...] = ()
    own: Text = ""
    set: tuple[str, ...] = ()
    by_hand: Texts = ()
    sets: Annotated[int, Field(ge=1)] | None = None
    reps: Annotated[int, Field(ge=1)] | None = None
    hold_seconds: Annotated[int, Field(ge=1)] | None = None
    each_side: Side = Side.NO
    times_per_day: Annotated[int, Field(ge=1)] | None = None
    start_position: StartPosition | None = None
    props: tuple[Prop, ...] = ()
    steps: Text = ""
    easier: Text = ""
    harder: Text = ""
    progress_rule: Text = ""
    pain_rule: Text = ""
    picture: Text = ""
    serves: tuple[str, ...] = ()
    step: Text = ""

    @model_validator(mode="after")
    def _has_a_reason(self) -> Self:
        if not self.why and not is_own(self.id):
            raise ValueError(filled(NO_REASON, line=self.id))
        if is_own(self.id) and not self.name:
            raise ValueError(filled(NO_NAME, line=self.id))
        return self
