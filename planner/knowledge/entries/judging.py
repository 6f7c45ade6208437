"""What massage is likely to do for a pain source, and when it is judged and ends."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from planner.knowledge.entries.entry import Entry, Findings, Said
from planner.model.ids import ConditionId
from planner.model.vocabulary import Certainty, Gauge

Weeks = Annotated[int, Field(ge=2, le=12)]
Sessions = Annotated[int, Field(ge=2, le=12)]


class Likely(Entry):
    """What massage is likely to do for one pain source, and for how long.

    `plain` is for the client, `sure` how sure that is for the therapist. `certainty` is that of a
    gain: that there is little or none may be surer, and is said in `sure` only.
    """

    id: ConditionId
    plain: Said
    sure: Said
    certainty: Certainty
    findings: Findings


class Judging(Entry):
    """When one pain source is judged, by what, and when its course ends.

    By weeks, by sessions, or by both, the later. For the record alone: `tested`, which of the
    numbers are from a trial.
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
