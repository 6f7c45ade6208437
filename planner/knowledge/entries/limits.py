"""What an entry caps, as numbers: pressure, minutes, sessions, positions, exercise, and where."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from planner.knowledge.entries.entry import Entry, Text
from planner.model.ids import ReasonId, SourceId
from planner.model.vocabulary import (
    ExerciseBan,
    ExerciseTag,
    Position,
    PressureLimit,
    Verification,
)

NO = "=no"  # after the id of a follow-up: the limits of a no to it

Minutes = Annotated[int, Field(ge=10, le=180)]


class Where(StrEnum):
    """Where a limit holds, when it is not at named places or zones."""

    ALL = "all"
    MARKED = "marked"  # the marked regions; everywhere when nothing is marked
    NEAR = "near"  # the zones of the mark and those that adjoin them, on its side


class LimitEntry(Entry):
    """What one entry caps at some places; its id is those places, with a space between.

    `until_cleared`: it ends with the clinician's answer; `needs_clearance`: no hands there before
    an agreement is recorded; `agreed_by`: for which other entries it may be. `no_limit` was looked
    at and caps nothing. `light_load_stays`: what loads a body lightly may stay where heavy load may
    not. `with_bounds`: with nothing marked, a clinician's bounds are the rule of
    place, and this is what stays closed. For the record alone: `why`, `convention`, `verification`.
    """

    pressure: PressureLimit | None = None
    minutes: Minutes | None = None
    sessions_per_week: Annotated[float, Field(gt=0, le=7)] | None = None
    first_session_minutes: Minutes | None = None
    positions: tuple[Position, ...] = ()
    exercise_not: tuple[ExerciseTag | ExerciseBan, ...] = ()
    light_load_stays: bool = False
    needs_clearance: bool = False
    agreed_by: tuple[ReasonId, ...] = ()
    until_cleared: bool = False
    with_bounds: tuple[str, ...] | None = None
    no_limit: bool = False
    convention: bool = False
    why: Text
    sources: tuple[SourceId, ...]
    verification: Verification

    @property
    def where(self) -> tuple[str, ...]:
        """The words of where it holds: of `Where`, or places and zones."""
        return tuple(self.id.split(" "))

    @property
    def caps_something(self) -> bool:
        """Whether anything is capped at all."""
        numbers = (self.pressure, self.minutes, self.sessions_per_week, self.first_session_minutes)
        return bool(
            any(one is not None for one in numbers)
            or self.positions
            or self.exercise_not
            or self.needs_clearance
        )


def after_a_no(follow_up: ReasonId) -> ReasonId:
    """What the limits of a no to a follow-up stand under."""
    return ReasonId(f"{follow_up}{NO}")
