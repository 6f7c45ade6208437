"""What the therapist does to a plan by hand, line by line: what is set is a number, not words."""

import re
from collections.abc import Collection
from typing import Annotated, Self

from pydantic import AfterValidator, Field, StringConstraints, ValidationInfo, model_validator

from planner.model import sizes
from planner.model.ids import LineId
from planner.model.phrase import Message, template
from planner.model.record import NOT_KNOWN, KnownIds, Record, filled
from planner.model.record.checked import ID, KnownRegion, Line, each_once, words_of
from planner.model.vocabulary import Change, Level, Pressure, Technique

MASSAGE = LineId("massage")  # the massage as a whole: how long, how often, for how many weeks
OWN = re.compile(r"own:[1-9]\d{0,2}")
ANY_LINE = "technique, therapy or home task"
SHORTEST, LONGEST = 10, 180  # minutes of a session of massage; of a home task in a day
NO_WORDS = template("'{line}' is to be said in other words, but none are given")
NO_OTHER = template("'{line}' is to be replaced, but no other line is named")
NO_VALUE = template("'{line}' is to be set, but no value is given")
NOT_SAID_WHAT = template("'{line}' is a task of your own, but nothing says what it is")
NOT_SET = template("'{line}' has values, but is not set")
NOT_RELATED = template("'{line}' names another line, but is neither replaced nor moved")
NOT_OWN = template("'{line}' is not put in as a task of your own, which is called own:1 or so")
ONLY_SET = template("'{line}' as a whole can only be set")
NO_SUCH_VALUE = template("'{line}' has no {value} to set; it has {known}")
TOO_SHORT = template("'{line}' has sessions of at least 10 minutes")
TOO_LONG = template("'{line}' has at most 180 minutes")

Minutes = Annotated[int, Field(ge=1, le=180)]
MinutesOfAny = Annotated[int, Field(ge=1, le=600)]  # of a therapy in a whole week
DaysPerWeek = Annotated[int, Field(ge=1, le=7)]
Sets = Annotated[int, Field(ge=1, le=20)]
Reps = Annotated[int, Field(ge=1, le=50)]
HoldSeconds = Annotated[int, Field(ge=1, le=120)]
TimesPerDay = Annotated[int, Field(ge=1, le=12)]
Places = Annotated[
    tuple[KnownRegion, ...], Field(min_length=1, max_length=sizes.NAMED), AfterValidator(each_once)
]


def is_own(line: str) -> bool:
    """Whether a line is a task of the therapist's own."""
    return line.startswith("own:") and OWN.fullmatch(line) is not None


def _known_line(line: LineId, info: ValidationInfo) -> LineId:
    """Refuse a line that is none of the knowledge base, of the plan as a whole, or one's own."""
    ids: KnownIds = info.context or {}
    if ANY_LINE in ids and line not in ids[ANY_LINE] and line != MASSAGE and not is_own(line):
        raise ValueError(filled(NOT_KNOWN[ANY_LINE], id=line))
    return line


KnownLine = Annotated[LineId, ID, AfterValidator(_known_line)]


class Values(Record):
    """What is set of a line; None is left as the rules decide.

    `minutes` are those of a session, of a therapy in a week, of a home task in a day. `level` is a
    home task's: its easier or harder form, or else more or less of it.
    """

    minutes: MinutesOfAny | None = None
    days_per_week: DaysPerWeek | None = None
    sessions_per_week: Annotated[int | float, Field(gt=0, le=7, allow_inf_nan=False)] | None = None
    weeks: Annotated[int, Field(ge=1, le=104)] | None = None
    pressure: Pressure | None = None
    regions: Places | None = None
    sets: Sets | None = None
    reps: Reps | None = None
    hold_seconds: HoldSeconds | None = None
    times_per_day: TimesPerDay | None = None
    level: Level | None = None

    @property
    def said(self) -> tuple[str, ...]:
        """The names of what is set."""
        return tuple(name for name in type(self).model_fields if getattr(self, name) is not None)


OF_MASSAGE = ("minutes", "sessions_per_week", "weeks")
OF_TECHNIQUE = ("pressure", "regions")
OF_THERAPY = ("minutes", "sessions_per_week", "weeks")
OF_OWN = ("minutes", "days_per_week", "sets", "reps", "hold_seconds", "times_per_day")
OF_TASK = (*OF_OWN, "weeks", "level")


def values_of(line: LineId, known: KnownIds | None = None) -> tuple[str, ...]:
    """The names of the values that a line has; of a therapy or a task both where none is known."""
    if line == MASSAGE:
        return OF_MASSAGE
    if line in [one.value for one in Technique]:
        return OF_TECHNIQUE
    if is_own(line):
        return OF_OWN
    if known is None:
        return (*OF_TASK, "sessions_per_week")
    return OF_THERAPY if line in known.get("therapy", ()) else OF_TASK


class OwnTask(Record):
    """A home task of the therapist's own: what it is called, how it is done, how much of it.

    `picture` names a file among the records; empty where there is none.
    """

    name: Annotated[str, words_of(sizes.SHORT)]
    words: Line = ""
    minutes: Minutes
    days_per_week: DaysPerWeek = 7
    sets: Sets | None = None
    reps: Reps | None = None
    hold_seconds: HoldSeconds | None = None
    picture: Annotated[str, StringConstraints(max_length=sizes.ID)] = ""


class Edit(Record):
    """The therapist's own hand on a line.

    `values` are set of it; `other` is what replaces it, or what it is moved before (nothing: to the
    end); `own` is what a task of one's own is.
    """

    line: KnownLine
    change: Change
    words: Line = ""
    values: Values | None = None
    other: KnownLine | None = None
    own: OwnTask | None = None

    @model_validator(mode="after")
    def _says_what_its_change_needs(self) -> Self:
        change = self.change
        self._refuse_if(change is Change.REWORD and not self.words, NO_WORDS)
        self._refuse_if(change is Change.REPLACE and self.other in (None, self.line), NO_OTHER)
        self._refuse_if(change is Change.SET and not (self.values and self.values.said), NO_VALUE)
        own = change is Change.ADD and is_own(self.line)
        self._refuse_if(own and self.own is None, NOT_SAID_WHAT)
        return self

    @model_validator(mode="after")
    def _says_nothing_else(self) -> Self:
        change = self.change
        self._refuse_if(bool(self.values) and change is not Change.SET, NOT_SET)
        related = change in (Change.REPLACE, Change.MOVE)
        self._refuse_if(self.other is not None and not related, NOT_RELATED)
        own = change is Change.ADD and is_own(self.line)
        self._refuse_if(self.own is not None and not own, NOT_OWN)
        whole = MASSAGE in (self.line, self.other)
        self._refuse_if(whole and change is not Change.SET, ONLY_SET)
        return self

    @model_validator(mode="after")
    def _sets_what_the_line_has(self, info: ValidationInfo) -> Self:
        has = values_of(self.line, info.context)
        self._only(has if self.change is Change.SET else ())
        minutes = self.values.minutes if self.values else None
        if minutes is not None:
            self._refuse_if(self.line == MASSAGE and minutes < SHORTEST, TOO_SHORT)
            a_day = self.line in (info.context or {}).get("home task", ()) or is_own(self.line)
            self._refuse_if((a_day or self.line == MASSAGE) and minutes > LONGEST, TOO_LONG)
        return self

    def _only(self, has: Collection[str]) -> None:
        others = [one for one in (self.values.said if self.values else ()) if one not in has]
        if others:
            known = ", ".join(has)
            raise ValueError(filled(NO_SUCH_VALUE, line=self.line, value=others[0], known=known))

    def _refuse_if(self, wrong: bool, message: Message) -> None:
        if wrong:
            raise ValueError(filled(message, line=self.line))
