"""When a pain source is judged, typed: the end of its first phase, and when its course ends."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from planner.knowledge.entries import Entry
from planner.model.ids import ConditionId
from planner.model.vocabulary import Gauge

Weeks = Annotated[int, Field(ge=2, le=12)]
Sessions = Annotated[int, Field(ge=2, le=12)]


class Judging(Entry):
    """When one pain source is judged, by what, and when its course ends.

    By weeks, by sessions, or by both, the later. `tested` names the numbers that are from a trial.
    """

    id: ConditionId
    at_weeks: Weeks | None = None
    at_sessions: Sessions | None = None
    gauge: Gauge = Gauge.PAIN
    most_sessions: Sessions | None = None
    ends_after_weeks: Weeks | None = None
    rest_weeks: Weeks | None = None
    stops_on_worsening: bool = False
    as_needed_after: bool = False
    tested: tuple[Literal["at_weeks", "at_sessions"], ...] = ()

    @model_validator(mode="after")
    def _has_a_day(self) -> Self:
        if self.at_weeks is None and self.at_sessions is None:
            raise ValueError("says neither at_weeks nor at_sessions")
        return self
