"""What the therapist found by hand and eye, and what the client told of the pain's behaviour."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from planner.model import sizes
from planner.model.record import Record
from planner.model.record.checked import NAMED, KnownRegion, Score, Words, each_once
from planner.model.vocabulary import Activity, Worded

Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=sizes.PARAGRAPH)]


class Irritability(Worded):
    """How easily the pain is stirred up, least first."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class SetOffBy(StrEnum):
    """How much it takes to set the pain off."""

    LITTLE = "little"
    MUCH = "much"


class Flare(StrEnum):
    """How it is once it is set off."""

    BAD = "bad"
    MILD = "mild"


class SettlesIn(StrEnum):
    """How long it then takes to settle."""

    HOURS = "hours"
    MINUTES = "minutes"


class Stirring(Record):
    """Three answers about how easily the pain is stirred up; None was not asked."""

    set_off_by: SetOffBy | None = None
    then_it_is: Flare | None = None
    settles_in: SettlesIn | None = None


class Easing(StrEnum):
    """What eases the pain."""

    WALKING = "walking"
    MOVING = "moving"
    STRETCHING = "stretching"
    LYING = "lying"
    SITTING = "sitting"
    STANDING = "standing"
    REST = "rest"
    HEAT = "heat"
    COLD = "cold"
    MASSAGE = "massage"
    MEDICINE = "medicine"


class FoundBy(StrEnum):
    """How something was found."""

    MOVEMENT = "movement"
    PALPATION = "palpation"
    TEST = "test"


class Extent(Worded):
    """How far a movement goes, furthest first."""

    FULL = "full"
    LIMITED = "limited"
    VERY_LIMITED = "very limited"


class Finding(Record):
    """One thing that was found; whatever was not looked at is None.

    `pain` is 0 to 10 while it is done; `tender` is of a place pressed: 1 mild to 3 severe.
    `result` is that of a simple test, in the therapist's words.
    """

    what: FoundBy
    region: KnownRegion | None = None
    name: Words | None = None
    extent: Extent | None = None
    pain: Score | None = None
    tender: Annotated[int, Field(ge=1, le=3)] | None = None
    result: Words | None = None
    note: Note = ""


class ComparableSign(Record):
    """The one sign that is looked at again at each session: its pain before it and after it."""

    name: Words
    before: Score | None = None
    after: Score | None = None


class Assessment(Record):
    """The therapist's own assessment; nothing in it names a diagnosis.

    `irritability` is the therapist's own word; without it the three answers of `stirring` decide.
    """

    irritability: Irritability | None = None
    stirring: Stirring = Stirring()
    provokes: Annotated[tuple[Activity, ...], NAMED, AfterValidator(each_once)] = ()
    eases: Annotated[tuple[Easing, ...], NAMED, AfterValidator(each_once)] = ()
    findings: Annotated[tuple[Finding, ...], Field(max_length=sizes.FINDINGS)] = ()
    comparable: ComparableSign | None = None
    notes: Note = ""
