"""The clinical entries of the knowledge base: what helps, how much, how surely."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal, NamedTuple, Self

from pydantic import Field, model_validator

from planner.knowledge.entries.entry import (
    WORDS,
    Entry,
    Findings,
    Ids,
    MaySay,
    Places,
    Said,
    SomePlaces,
    Sources,
    Text,
)
from planner.model.ids import (
    ConditionId,
    FindingId,
    KindId,
    PlaceId,
    RegionId,
    RuleId,
    SourceId,
    ZoneId,
)
from planner.model.practice import Zone as TimeZone
from planner.model.vocabulary import (
    Certainty,
    Decision,
    ExerciseTag,
    Pressure,
    Stance,
    Verification,
)

KnownTime = Annotated[TimeZone, Field(min_length=1)]
Dial = Annotated[dict[str, str], WORDS]


class Source(Entry):
    """A document: cited once, used by many.

    For the record alone: `page_grade`, how good the page was that was read, A to C.
    """

    id: SourceId
    citation: Text
    where: str = ""
    page_grade: Literal["A", "B", "C", ""] = ""
    partly: bool = False
    unchecked: bool = False

    @property
    def verification(self) -> Verification:
        """Unverified when nobody read a page of it, partly read when only some of it was."""
        if self.unchecked:
            return Verification.UNVERIFIED
        return Verification.PARTLY_READ if self.partly else Verification.READ


class Finding(Entry):
    """One thing that is known: who it is about, what was found, how surely.

    For the record alone, in the words of its source: `dose`, `grade` (`certainty` is the closed
    word for it), `guideline`, `cautions`, and `where` it was read.
    """

    id: FindingId
    about: Said
    what: Said
    says: Said
    certainty: Certainty
    verification: Verification
    source: SourceId = SourceId("")
    dose: str = ""
    grade: str = ""
    guideline: str = ""
    cautions: str = ""
    where: str = ""

    @property
    def may_be_cited(self) -> bool:
        """A gap (a search that found nothing) and an unread source support nothing."""
        return bool(self.source) and self.verification.may_speak_to_a_client


class TechniqueEntry(Entry):
    """One of the five massage techniques.

    `least` is what its lightest form weighs against a limit: a held, painful point is not light.
    For the record alone: `load` and `risk`, why the tables of rows treat the five differently.
    """

    name: Said
    plain: Said
    load: Text
    pressures: tuple[Pressure, ...]
    least: Pressure
    focal: bool
    risk: Text
    sources: Sources
    verification: Verification


class Zone(Entry):
    """A part of the body that a plan speaks of, and the parts that adjoin it.

    `carries`: what a task at any place asks of this part, so that a limit here keeps it away.
    """

    id: ZoneId
    name: Said
    in_words: Said
    adjoins: tuple[ZoneId, ...]
    carries: tuple[ExerciseTag, ...]


class Region(Entry):
    """One of the 77 regions of the body chart; `side` is the person's own.

    For the record alone: `view`, which its drawing is held to, `wpi_match`, how its areas in `wpi`
    were found, and `michigan`, its areas in the other published body map.
    """

    id: RegionId
    label: Said
    name: MaySay = ""  # without its side; set when it is loaded
    zone: ZoneId
    view: Literal["front", "back"]
    side: Literal["left", "right", "midline"]
    place: PlaceId
    mirror: RegionId = RegionId("")
    wpi: Ids = ()
    wpi_match: Literal["direct", "inferred", "none"]
    michigan: Ids = ()

    @model_validator(mode="after")
    def _label_ends_with_its_side(self) -> Self:
        if self.side != "midline" and not self.label.endswith(f", {self.side}"):
            raise ValueError(f"the label of a region on the {self.side} ends with ', {self.side}'")
        return self


class Condition(Entry):
    """A pain source that a plan can be made for.

    `stop_rule` is on what massage stops at once; when it is judged and ends is in judging.toml.
    `carries_on` is said where a plan has a home task of one of the kinds of `carries_on_with`, or
    any where none is named.
    `by_place`: a mark on the body chart may offer its name, as where it hurts does not for all.
    `seen`: its place among all by how often a practice sees it, 1 the most often. For the record
    alone: `group`.
    """

    id: ConditionId
    name: Said
    plain: Said
    group: Text
    seen: Annotated[int, Field(ge=1)]
    usual_places: SomePlaces
    pressure: Pressure
    refer: Said
    note: Said
    note_findings: Findings
    after: Said
    carries_on: MaySay = ""
    carries_on_with: tuple[KindId, ...] = ()
    stop_rule: MaySay = ""
    plain_stop: MaySay = ""
    hurts: Places = ()
    spreads_to: Places = ()
    anywhere: bool = False
    by_place: bool = True
    start_light: bool = False
    leans_on: ConditionId = ConditionId("")

    @property
    def hurts_at(self) -> Places:
        """Where it hurts, which may differ from where it is treated."""
        return self.hurts or self.usual_places


class RankedTechnique(Entry):
    """A technique for one pain source: its rank, stance, certainty and findings."""

    rank: Annotated[int, Field(ge=1, le=3)]
    stance: Stance
    certainty: Certainty
    says: Said
    findings: Findings
    places: Places = ()
    pressure: Pressure | None = None
    adjunct: bool = False


class Dose(Entry):
    """How long, how often, for how many weeks: each a (low, high) range."""

    weeks: tuple[int, int]
    sessions_per_week: tuple[float, float]
    minutes: tuple[int, int]
    tested: bool
    says: Said
    findings: Findings


class Service(StrEnum):
    """Whom one calls."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    CRISIS = "crisis"
    ADULT_ABUSE = "adult_abuse"
    CHILD_ABUSE = "child_abuse"


class Line(NamedTuple):
    """Whom to call as one reads it, and each number of it that a tap dials: for whom it is."""

    says: str
    dial: Mapping[str, str]


class Place(Entry):
    """Whom to call in one part of the world.

    `abuse` is said to a client whom somebody hurts. A number that nobody verified is empty.
    `dial_…`: the numbers of the line of that name that one tap dials, and for whom each is.
    `card`: numbers of the others, and not a word of what they are for. `timezone` is an IANA name,
    for a practice that set none.
    """

    name: Said
    timezone: KnownTime
    emergency: Said
    urgent: Said
    crisis: Said
    child_abuse: Said
    abuse: Said
    adult_abuse: MaySay = ""
    dial_emergency: Dial
    dial_urgent: Dial = {}
    dial_crisis: Dial
    dial_child_abuse: Dial = {}
    dial_adult_abuse: Dial = {}
    card: Annotated[tuple[str, ...], Field(min_length=1)]

    @property
    def lines(self) -> Mapping[Service, Line]:
        """What is said of each service, with the numbers of it that a tap dials."""
        return {
            Service.EMERGENCY: Line(self.emergency, self.dial_emergency),
            Service.URGENT: Line(self.urgent, self.dial_urgent),
            Service.CRISIS: Line(self.crisis, self.dial_crisis),
            Service.ADULT_ABUSE: Line(self.adult_abuse, self.dial_adult_abuse),
            Service.CHILD_ABUSE: Line(self.child_abuse, self.dial_child_abuse),
        }


class Claim(Entry):
    """A claim of the article this project began from, and what was found."""

    claim: Said
    verdict: Said
    found: Said


class Conflict(Entry):
    """Where safety sources disagree, and what this program does."""

    topic: Said
    one: Said
    other: MaySay = ""
    choice: Said


class ReviewRule(Entry):
    """A rule of the review: what it proposes, and what it leans on, or that it is convention.

    `plain` is what the client reads of it; `plain_end` takes its place where massage ends with it.
    For the record alone: `says` and `verification`.
    """

    id: RuleId
    label: Said
    says: Text
    decision: Decision | None = None
    plain: MaySay = ""
    plain_end: MaySay = ""
    sources: tuple[SourceId, ...] = ()
    convention: bool = False
    verification: Verification


class Review(Entry):
    """Who reviewed the knowledge base, and when it is due again.

    `version` is the file's label and, once loaded, a digest of all data: "2026.11+1a2b3c4d".
    """

    version: Text
    clinician: str = ""
    reviewed_on: str = ""
    next_review: str = ""
