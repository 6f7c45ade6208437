"""A note of the chart in four parts: open while it is written, closed for good once signed."""

from datetime import date, datetime
from enum import StrEnum
from itertools import pairwise
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, Field, StringConstraints, model_validator

from planner.model import sizes
from planner.model.errors import EntryError
from planner.model.phrase import tell
from planner.model.record import Record, read_record
from planner.model.record.checked import NAMED, Line, Words, words_of

NOTE = "note"  # the kind under which the records keep it
Written = Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.PAGE)]


class About(StrEnum):
    """What a note is of."""

    FIRST_VISIT = "first visit"
    SESSION = "session"
    REVIEW = "review"


class Part(StrEnum):
    """The parts of a note, in their order."""

    SUBJECTIVE = "subjective"
    OBJECTIVE = "objective"
    ASSESSMENT = "assessment"
    PLAN = "plan"


class Signature(Record):
    """Who signed, with which licence, and when."""

    by: Words
    licence: Line = ""
    at: AwareDatetime


class AddedAs(StrEnum):
    """What is added to a signed note: known then and left out, not known then, or put right."""

    LATE_ENTRY = "late entry"
    ADDENDUM = "addendum"
    CORRECTION = "correction"


class Addendum(Record):
    """Words added under a signed note, signed for themselves."""

    kind: AddedAs
    words: Annotated[str, words_of(sizes.ADDED)]
    signature: Signature


class Note(Record):
    """One note; `of` names its visit or session among the records.

    `parts`: what the therapist wrote by hand, the rest is filled in from what was entered; once
    signed all four as they were then. `head`: client, day, time and therapist as they were signed.
    """

    format: Literal[1] = 1
    about: About
    of: Line
    on: date
    parts: Annotated[dict[Part, Written], NAMED] = {}
    head: Annotated[tuple[Line, ...], NAMED] = ()
    signature: Signature | None = None
    addenda: Annotated[tuple[Addendum, ...], Field(max_length=sizes.ADDENDA)] = ()

    @property
    def is_signed(self) -> bool:
        """Whether it is closed."""
        return self.signature is not None

    @model_validator(mode="after")
    def _is_whole_once_it_is_signed(self) -> Self:
        if self.is_signed and set(self.parts) != set(Part):
            raise ValueError(tell("is signed, and lacks a part"))
        return self

    @model_validator(mode="after")
    def _is_added_to_after_signing_in_the_order_of_time(self) -> Self:
        if self.addenda and self.signature is None:
            raise ValueError(tell("has an addendum, and is not signed"))
        if any(later < earlier for earlier, later in pairwise(self._moments())):
            raise ValueError(tell("has an addendum from before what it is added to"))
        return self

    def _moments(self) -> list[datetime]:
        signed = [self.signature.at] if self.signature else []
        return [*signed, *(one.signature.at for one in self.addenda)]

    @property
    def as_text(self) -> str:
        """The note as it is kept."""
        return self.model_dump_json(exclude_unset=True)


def read_note(text: str | bytes) -> Note:
    """The note in a JSON text; raises EntryError with every problem in it."""
    return read_record(Note, text, None, name=NOTE, refusal=EntryError, within=NOTE)
