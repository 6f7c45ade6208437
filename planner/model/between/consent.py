"""Consent as it was given: six points told, who agreed, each sensitive place by itself."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from planner.model import sizes
from planner.model.errors import EntryError
from planner.model.phrase import tell
from planner.model.record import KnownIds, Record, read_record
from planner.model.record.checked import NAMED, KnownRegion, Line, each_once

CONSENT = "consent"  # the kind under which the records keep it


class Point(StrEnum):
    """What is told before anybody can agree (CMTO, standard of practice on consent)."""

    NATURE = "nature"
    BENEFITS = "benefits"
    RISKS = "risks"
    ALTERNATIVES = "alternatives"
    WITHOUT = "without"
    STOP = "stop"


class AgreedBy(StrEnum):
    """Who agrees; whoever agrees for somebody else is named."""

    CLIENT = "client"
    PARENT = "parent"
    REPRESENTATIVE = "representative"


class Withdrawn(Record):
    """Consent taken back: when, and by whom."""

    on: date
    by: AgreedBy = AgreedBy.CLIENT
    name: Line = ""


class Consent(Record):
    """One consent; `places` has a yes or a no for each sensitive place, absent is not asked.

    `wording`: what was agreed to, as it was read out. `plan`: the day of the plan it is for.
    """

    format: Literal[1] = 1
    on: date
    plan: date | None = None
    points: Annotated[tuple[Point, ...], NAMED, AfterValidator(each_once)] = ()
    by: AgreedBy | None = None
    name: Line = ""
    places: Annotated[dict[KnownRegion, bool], NAMED] = {}
    wording: Annotated[str, StringConstraints(max_length=sizes.PAGE)] = ""
    withdrawn: Withdrawn | None = None

    @model_validator(mode="after")
    def _who_agrees_for_another_is_named(self) -> Self:
        if self.by not in (None, AgreedBy.CLIENT) and not self.name:
            raise ValueError(tell("names nobody, where a parent or a representative agrees"))
        return self

    @model_validator(mode="after")
    def _is_not_taken_back_before_it_was_given(self) -> Self:
        if self.withdrawn and self.withdrawn.on < self.on:
            raise ValueError(tell("is withdrawn before it was given"))
        return self

    @property
    def open_points(self) -> tuple[Point, ...]:
        """What was not told yet."""
        return tuple(one for one in Point if one not in self.points)

    @property
    def stands(self) -> bool:
        """Whether somebody agreed after all six points, and has not taken it back."""
        return self.by is not None and not self.open_points and self.withdrawn is None

    @property
    def as_text(self) -> str:
        """The consent as it is kept."""
        return self.model_dump_json(exclude_unset=True)


def read_consent(text: str | bytes, known: KnownIds | None = None) -> Consent:
    """The consent in a JSON text; raises EntryError with every problem in it."""
    return read_record(Consent, text, known, name=CONSENT, refusal=EntryError, within=CONSENT)
