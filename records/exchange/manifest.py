"""The first file of a client's zip: what the others are. Read strictly, every problem at once."""

from datetime import date, datetime
from typing import Annotated, Literal, TypeVar

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    FailFast,
    Field,
    ValidationError,
)

from planner.model.phrase import tell
from records.errors import ArchiveError
from records.limits import FIRST_YEAR, LAST_YEAR, MOST_PARTS
from records.rows import DIARY, VISIT

When = TypeVar("When", date, datetime)


def _plausible(when: When) -> When:
    """A day or moment that other time zones have too, and that can be counted on from."""
    if not FIRST_YEAR < when.year < LAST_YEAR:
        raise ValueError(f"is not a year between {FIRST_YEAR} and {LAST_YEAR}")
    return when


Identity = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{16,64}$")]
Kind = Annotated[str, Field(pattern=r"^[a-z-]{1,40}$")]
Name = Annotated[str, Field(max_length=1000)]
Day = Annotated[date, AfterValidator(_plausible)]
Moment = Annotated[AwareDatetime, AfterValidator(_plausible)]
Some = Field(min_length=1, max_length=MOST_PARTS)
MOST_PROBLEMS = 5


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class RevisionPart(_Part):
    """One revision and the file of its text."""

    number: int = Field(ge=1)
    saved_at: Moment
    knowledge: Name
    file: Name


class VisitPart(_Part):
    """One visit, or what else happened, with its revisions, oldest first."""

    token: Identity
    on: Day
    review_on: Day | None
    begun_at: Moment
    kind: Kind = VISIT
    revisions: Annotated[tuple[RevisionPart, ...], FailFast(), Some]


class DiaryPart(_Part):
    """One diary under the name it was handed in with."""

    name: Name
    kept_at: Moment
    kind: Kind = DIARY
    file: Name


class ClientPart(_Part):
    """Who all of it is about, and what a list says beside the label."""

    id: Identity
    label: Name
    next_on: Day | None = None
    about: Name = ""
    words: Annotated[str, Field(max_length=2000)] = ""


class Manifest(_Part):
    """The whole list."""

    format: Literal[1] = 1
    program: Literal["pain-plan-builder"] = "pain-plan-builder"
    client: ClientPart
    visits: Annotated[tuple[VisitPart, ...], FailFast(), Some]
    diaries: Annotated[tuple[DiaryPart, ...], FailFast(), Field(max_length=MOST_PARTS)]


def read_manifest(content: bytes) -> Manifest:
    """The manifest; raises ArchiveError with what is wrong and where."""
    try:
        return Manifest.model_validate_json(content)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        faults = [f"{_place(one['loc'])}: {one['msg']}" for one in found[:MOST_PROBLEMS]]
        raise ArchiveError(
            "file",
            tell(
                "is not a client's file that this version of the program can read"
                " ({faults}). Nothing was taken in.",
                faults="; ".join(faults),
            ),
        ) from None


def _place(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in loc) or "manifest"
