"""What is done beside massage: therapies, home tasks and their kinds, and what guidelines say."""

from typing import Annotated, Literal

from pydantic import Field

from planner.knowledge.entries import Entry, Findings, MaySay, Said
from planner.model.ids import ColumnId, KindId, QuestionId, TaskId, TherapyId, ZoneId
from planner.model.vocabulary import ExerciseTag, Stance

EVERYWHERE = ZoneId("any")
NOTHING_TO_GUARD = ColumnId("nothing-to-guard")  # no physical load; never a default
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


class Kind(Entry):
    """A kind of home task, and what the rules know of it.

    `moves`: it is exercise of any sort, so a limit on all of it keeps it away; `exercise` is what
    a review may turn to. `eases` is what it is chosen for when the client is troubled by it;
    `unguarded` says why no column of the precaution table guards it.
    """

    id: KindId
    name: Said
    most: Annotated[int, Field(ge=1, le=5)]
    moves: bool
    exercise: bool = False
    leads: bool = False
    comfort: bool = False
    hands_on: bool = False
    watches: bool = False
    eases: Literal["sleep", "stress", ""] = ""
    unguarded: str = ""


class Task(Entry):
    """Something the client can do at home, and the column of the precaution table that guards it.

    Its id is `kind` or `kind:region:name`. `tags` are what it asks of a body; `dose_held` is the
    dose when nothing may be added from week to week. `grows_to` are the most minutes its dose grows
    to, `weeks` for how many it is done; 0 where it says nothing of it. One that is `untimed` takes
    its minutes among the others, and is printed without any.
    """

    id: TaskId
    kind: KindId
    column: ColumnId
    tags: tuple[ExerciseTag, ...]
    name: Said
    steps: Said
    dose: Said
    dose_held: MaySay = ""
    minutes: Annotated[int, Field(ge=0, le=60)]
    grows_to: Annotated[int, Field(ge=0, le=60)] = 0
    weeks: Annotated[int, Field(ge=0, le=52)] = 0
    days_per_week: Annotated[int, Field(ge=1, le=7)]
    stop_if: Said
    findings: Findings
    zones: Annotated[tuple[ZoneId, ...], Field(min_length=1)]
    in_a_trial: bool = False
    untimed: bool = False
    usual_dose: bool = False
    not_with: tuple[QuestionId, ...] = ()
