"""What is done beside massage: therapies, home tasks and their kinds, and what guidelines say."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from planner.knowledge.entries.entry import Entry, Findings, MaySay, Said
from planner.model.exercise import DoseFrom, FinerTag, MoveRead, Prop, Side, StartPosition
from planner.model.ids import (
    ColumnId,
    ConditionId,
    FindingId,
    HomeRuleId,
    KindId,
    QuestionId,
    SourceId,
    TaskId,
    TherapyId,
    ZoneId,
)
from planner.model.vocabulary import Activity, ExerciseTag, Stance

EVERYWHERE = ZoneId("any")
NOTHING_TO_GUARD = ColumnId("nothing-to-guard")  # no physical load; never a default
ON_THE_FEET = (
    StartPosition.STANDING,
    StartPosition.STANDING_HOLDING_ON,
    StartPosition.WALKING,
    StartPosition.HANDS_AND_KNEES,
)
UNCHECKED = ColumnId("unchecked")  # nothing guards it yet, so it is never proposed


class Therapy(Entry):
    """A complementary therapy, and the column of the precaution table that guards it.

    `weeks` are those that `how_often` names, the most of a range; 0 where it names none.
    """

    id: TherapyId
    name: Said
    plain: Said
    family: Literal["movement", "mind", "needles", "manual", "device", "heat", "oils"]
    given_by: Said
    how_often: Said
    plain_how_often: Said
    minutes_per_week: Annotated[int, Field(ge=0, le=600)]
    weeks: Annotated[int, Field(ge=0, le=52)] = 0
    column: ColumnId
    never_proposed: bool = False


class StanceEntry(Entry):
    """Which way guidelines and trials point, for one pain source and one intervention.

    `narrow`: found for a rarer case than this pain source, so nothing to put forward unasked, nor
    to keep away.
    """

    stance: Stance
    findings: Findings
    note: MaySay = ""
    conflict: MaySay = ""
    narrow: bool = False
    unchecked: bool = False

    @property
    def is_against(self) -> bool:
        """Whether it keeps the intervention away from whoever has this pain source."""
        return self.stance is Stance.AGAINST and not self.narrow


class Part(StrEnum):
    """The part that a kind of home task plays in a plan."""

    STRENGTH = "strength"
    MOVE = "move"
    STAMINA = "stamina"
    BALANCE = "balance"
    CALM = "calm"
    HABIT = "habit"
    COMFORT = "comfort"


class Kind(Entry):
    """A kind of home task, and what the rules know of it.

    `moves`: it is exercise of any sort, so a limit on all of it keeps it away; `exercise` is what
    a review may turn to. `for_anyone`: it suits any pain that what it changes provokes.
    `stands_like` is the kind whose stances hold for it too, `not_with` the rows that rule it out.
    `unguarded` says why no column of the precaution table guards it.
    """

    id: KindId
    name: Said
    part: Part
    moves: bool
    exercise: bool = False
    hands_on: bool = False
    for_anyone: bool = False
    eases: Literal["sleep", "stress", "life", ""] = ""
    stands_like: KindId = KindId("")
    not_with: tuple[QuestionId, ...] = ()
    unguarded: str = ""


class FinerTagEntry(Entry):
    """A finer tag, and the rows that rule out whatever it is of."""

    id: FinerTag
    not_with: Annotated[tuple[QuestionId, ...], Field(min_length=1)]


class HomeRule(Entry):
    """What several home tasks share: how much pain is fine, when to do more, a sign to stop at.

    `up_to` is the pain of 10 that is fine, `above_start` how much more than at the start is fine
    too, where the words name a number; None and 0 where they name none.
    """

    id: HomeRuleId
    of: Literal["pain", "progress", "stop"]
    says: Said
    up_to: Annotated[int, Field(ge=1, le=8)] | None = None
    above_start: Annotated[int, Field(ge=0, le=3)] = 0


class Task(Entry):
    """Something the client can do at home, and the column of the precaution table that guards it.

    Its id is `kind` or `kind:region:name`. Of a `family`, rungs of a ladder or twins, a plan has
    one. `ranks` say for which pain source it is the first, second or third choice. `tags` are what
    it asks of a body, `finer` what the words of precautions go by.
    `brief` says how in one line. `steps` are read with `count`, their last sentence, which says the
    numbers that stand here; `minutes` are those of a whole day. `grows_to` are the most minutes it
    grows to, `weeks` for how many it is done; 0 where it says nothing of it. An easier and a harder
    form is another task, or words. `only_for` names the pain sources that a finding speaks of,
    where it is not all.
    """

    id: TaskId
    kind: KindId
    family: Annotated[str, Field(min_length=1)]
    column: ColumnId
    name: Said
    zones: Annotated[tuple[ZoneId, ...], Field(min_length=1)]
    ranks: dict[ConditionId, Annotated[int, Field(ge=1, le=3)]]
    conditions_not: tuple[ConditionId, ...] = ()
    positions: Annotated[tuple[StartPosition, ...], Field(min_length=1)]
    props: tuple[Prop, ...] = ()
    brief: Said
    steps: Said
    count: Said
    sets: Annotated[int, Field(ge=1, le=20)] | None = None
    reps: Annotated[int, Field(ge=1, le=50)] | None = None
    hold_seconds: Annotated[int, Field(ge=1, le=120)] | None = None
    times_per_day: Annotated[int, Field(ge=1, le=12)] | None = None
    each_side: Side = Side.NO
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    minutes: Annotated[int, Field(ge=0, le=60)]
    grows_to: Annotated[int, Field(ge=0, le=60)] = 0
    weeks: Annotated[int, Field(ge=0, le=52)] = 0
    easier: TaskId | None = None
    easier_says: MaySay = ""
    harder: TaskId | None = None
    harder_says: MaySay = ""
    progress: HomeRuleId
    pain: HomeRuleId
    stop: HomeRuleId
    tags: tuple[ExerciseTag, ...]
    finer: tuple[FinerTag, ...] = ()
    not_with: tuple[QuestionId, ...] = ()
    goals: tuple[Activity, ...] = ()
    picture: Said
    findings: tuple[FindingId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    only_for: dict[FindingId, tuple[ConditionId, ...]] = {}
    dose_from: DoseFrom
    verification: MoveRead

    @property
    def minutes_a_week(self) -> int:
        """What it takes of a week."""
        return self.minutes * self.days_per_week

    @property
    def is_usual_practice(self) -> bool:
        """Whether no source for this very move was read."""
        return self.verification in (MoveRead.USUAL_PRACTICE, MoveRead.UNVERIFIED)

    @property
    def is_on_the_feet(self) -> bool:
        """Whether it begins on the feet or on hands and knees: not seated, lying or in water."""
        return self.positions[0] in ON_THE_FEET

    @property
    def is_light(self) -> bool:
        """Whether its load is a light band, a bottle or one's own weight, in easy repeats."""
        return FinerTag.LIGHT_LOAD in self.finer
