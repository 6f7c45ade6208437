"""How a plan will be judged: from where, by what, on which days."""

from datetime import date
from typing import Annotated

from pydantic import Field

from planner.model.phrase import Text, Texts
from planner.model.record import Record
from planner.model.record.checked import KnownCondition, KnownRegion, Score
from planner.model.vocabulary import Activity, Gauge


class Baseline(Record):
    """Where the client starts: the averages everything later is compared with.

    `now` is the score of that moment, `average` that of the week before it, `sleep` how much of a
    problem sleep is.
    """

    average: int | float
    interference: float | None = None
    now: int | float | None = None
    sleep: int | float | None = None
    on: date | None = None


class Latest(Record):
    """The scores of a later visit: of that moment, and the average of the week before.

    `in_diary`: nobody was asked, and the average is that of the last days in the diary, so many
    `days` (an earlier edition took all since the start, and tells no number).
    """

    on: date
    average: int | float
    now: int | float | None = None
    in_diary: bool = False
    days: int | None = None


class Target(Record):
    """A change people often notice: see `planner.model.change`."""

    average: float


class RatedGoal(Record):
    """A goal as it was first said: its activity, its rating 0 to 10, and the rating aimed at.

    0 is unable, 10 as before the pain; the aim is beyond the usual scatter of one activity
    (patient-specific functional scale, Stratford 1995). None is what nobody said.
    """

    goal: Text
    activity: Activity | None = None
    rating: Score | None = None
    target: Score | None = None


class JudgingDay(Record):
    """When one pain source is judged, at which visit of the course, by what.

    Without a gain one thing is changed and judged `again_on`; where that is None, massage of it
    ends. `visit` counts those of the whole course up to that day; `regions` are where it is
    treated. Massage of it ends on `ends_on` whatever it brought, where others go on for longer.
    """

    condition: KnownCondition
    on: date
    visit: Annotated[int, Field(ge=0)]
    measure: Gauge = Gauge.PAIN
    again_on: date | None = None
    again_visit: Annotated[int, Field(ge=0)] | None = None
    ends_on: date | None = None
    regions: tuple[KnownRegion, ...] = ()


class Measures(Record):
    """How the plan will be judged, and when; `latest` is None where the baseline is."""

    baseline: Baseline
    latest: Latest | None = None
    target: Target
    review_on: date
    stop_rule: Text
    diary: Text
    goals: Texts = ()
    rated: tuple[RatedGoal, ...] = ()
    judging: tuple[JudgingDay, ...] = ()
