"""The visits of a plan, its first week, and their entries in a calendar."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from planner.model.ids import LineId
from planner.model.record import Record
from planner.model.record.checked import Clock
from planner.model.vocabulary import Day, PhaseName

Number = Annotated[int, Field(ge=1)]  # of an entry; never of two of the same client


class PlannedVisit(Record):
    """One dated visit of the course; `review` says that the plan is looked at there too.

    A `kind` of "review" is a visit without massage. `minutes` are of massage, 0 without. `at` is
    the time that was agreed, local to the practice; None where nobody said. `number` names its
    entry in a calendar, to whichever day it is moved; 0 in a plan of an earlier edition.
    """

    on: date
    kind: Literal["massage", "review"]
    minutes: Annotated[int, Field(ge=0, le=180)]
    phase: PhaseName | None = None
    review: bool = False
    at: Clock | None = None
    number: Annotated[int, Field(ge=0)] = 0


class WithdrawnEntry(Record):
    """An entry of an earlier plan of this client that is no more: its number is never used again.

    `on` is its day, of a home routine the last one.
    """

    number: Number
    kind: Literal["visit", "home"]
    on: date
    at: Clock | None = None
    minutes: Annotated[int, Field(ge=0)] = 0


class CalendarEntries(Record):
    """What of a plan stands in a calendar beside its visits, by numbers that no plan gives twice.

    `home` are those of the days at home that are alike, in their order; `highest` was ever given to
    this client; `withdrawn` is what earlier plans had and this one has not. Nothing is over yet.
    """

    home: tuple[Number, ...] = ()
    highest: Annotated[int, Field(ge=0)] = 0
    withdrawn: tuple[WithdrawnEntry, ...] = ()


class DayPlan(Record):
    """One day of the first week."""

    day: Day
    items: tuple[LineId, ...] = ()
