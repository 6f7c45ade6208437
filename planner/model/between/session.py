"""One massage session as it was: what was done where, how firm, and how the client was."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from planner.model.assessment import ComparableSign
from planner.model.errors import EntryError
from planner.model.follow_up import AfterLastTime
from planner.model.phrase import tell
from planner.model.record import KnownIds, Record, read_record
from planner.model.record.checked import Line, RegionIds
from planner.model.vocabulary import Answer, Pressure, Technique

SESSION = "session"  # the kind under which the records keep it
MOST_LINES = 10
LONG_FLARE = 2  # days; longer than this is a flare, however it was called


class Done(Record):
    """What was done of one technique: where, how firm, and how long where that was told."""

    technique: Technique
    regions: Annotated[RegionIds, Field(min_length=1)]
    pressure: Pressure
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None


class ConsentToday(StrEnum):
    """What the client said when asked again, before hands were laid on."""

    YES = "yes"
    CHANGED = "changed"
    NO = "no"


class Session(Record):
    """One session; what nobody told is absent.

    `plan`: the day of the plan it follows. `after_last_time`: how the client was after the session
    before, and `lasted_days` how long. `news`: anything new in health or medicines. `home_days`:
    days with home care, of the last 7. `words`: the client's; `found`: seen and touched today.
    """

    format: Literal[1] = 1
    on: date
    plan: date | None = None
    minutes: Annotated[int, Field(ge=1, le=240)] | None = None
    done: Annotated[tuple[Done, ...], Field(max_length=MOST_LINES)] = ()
    sign: ComparableSign | None = None
    after_last_time: AfterLastTime | None = None
    lasted_days: Annotated[int, Field(ge=0, le=90)] | None = None
    news: Answer | None = None
    home_days: Annotated[int, Field(ge=0, le=7)] | None = None
    consent: ConsentToday | None = None
    words: Line = ""
    found: Line = ""
    began: time | None = None
    ended: time | None = None

    @model_validator(mode="after")
    def _each_technique_once(self) -> Self:
        names = [one.technique for one in self.done]
        if len(names) != len(set(names)):
            raise ValueError(tell("names a technique more than once"))
        return self

    @property
    def was_had(self) -> bool:
        """Whether anything was done; a client who came and was not treated had no session."""
        return bool(self.done)

    @property
    def tells_of_a_flare(self) -> bool:
        """Whether the session before was followed by more than 48 hours of more pain."""
        worse = self.after_last_time in (AfterLastTime.FLARE, AfterLastTime.SORE)
        long = self.lasted_days is not None and self.lasted_days > LONG_FLARE
        return self.after_last_time is AfterLastTime.FLARE or (worse and long)

    @property
    def as_text(self) -> str:
        """The session as it is kept: what was said and nothing else."""
        return self.model_dump_json(exclude_unset=True)


def read_session(text: str | bytes, known: KnownIds | None = None) -> Session:
    """The session in a JSON text; raises EntryError with every problem in it."""
    return read_record(Session, text, known, name=SESSION, refusal=EntryError, within=SESSION)
