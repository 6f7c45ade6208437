"""The safety entries of the knowledge base: questions, rules and what they change."""

from typing import Annotated, Literal

from pydantic import Field

from planner.knowledge.entries import Entry, Ids, Sources, Text
from planner.model.vocabulary import Clearance, Pressure, Scope, Technique, Use, Verification

TechniqueUses = dict[Technique, Use]
TherapyUses = dict[str, Use]


class Group(Entry):
    """A group of screening questions, with its sub-headings."""

    name: Text
    sections: dict[str, str]


class Asked(Entry):
    """A screening question and the rule for whom it is asked.

    It is asked when `always`, or when one of `conditions` or `zones` is this client's, or after
    a yes to one of `after_yes`; never outside the ages given.
    """

    question: Text
    label: Text
    reported: Text
    trigger: Text
    reason: Text
    clearance: Clearance
    says: Text
    plain: Text
    plain_cleared: str = ""
    group: Text
    section: Text
    sources: Sources
    verification: Verification
    always: bool = False
    conditions: Ids = ()
    zones: Ids = ()
    after_yes: Ids = ()
    age_from: int | None = None
    age_to: int | None = None
    told_by: Ids = ()
    at_review: bool = False
    every_visit: bool = False
    therapist_answers: bool = False
    routine_doctor: bool = False
    clearance_lasts_days: Annotated[int, Field(ge=1, le=366)] | None = None


class RedFlag(Asked):
    """A question that stops a plan, or sends the client to a doctor."""

    places: Ids = ()
    techniques: TechniqueUses = {}


class Precaution(Asked):
    """An illness, medicine or event that holds, forbids or changes what is done."""

    effect: Literal["stop", "hold", "avoid-tech", "avoid-region", "adjust"]
    scope: Scope
    therapy_scope: Scope
    techniques: TechniqueUses
    therapies: TherapyUses
    pressure: Pressure | None = None
    usual_places: Ids = ()
    taken_over_from: str = ""


class Outcome(Entry):
    """What an answer to a follow-up question leads to.

    `says` is added to the row's words for the therapist; `instead` and `plain` take the place of
    the row's words for therapist and client.
    """

    id: str = ""
    clearance: Clearance
    says: str = ""
    instead: str = ""
    plain: str = ""
    routine_doctor: bool = False
    sets: str = ""
    as_row: str = ""
    softens: bool = False
    scope: Scope | None = None
    places: Ids = ()
    techniques: TechniqueUses = {}


class FollowUp(Entry):
    """A question of degree, asked after a yes; its id is `row:word`."""

    question: Text
    label: Text
    reported: Text
    reason: Text
    if_yes: Outcome
    if_no: Outcome

    @property
    def row(self) -> str:
        """The entry it belongs to."""
        return self.id.partition(":")[0]


class RegionRule(Entry):
    """A place that needs care in every client, or in those with one of `when_any`."""

    where: Text
    says: Text
    plain: Text
    reason: Text
    places: Sources
    sources: Sources
    verification: Verification
    when_any: Ids = ()
    avoid_when_any: Ids = ()
    home: bool = False
    techniques: TechniqueUses = {}


class Interaction(Entry):
    """Where a therapy or home task meets an illness, a medicine or an event.

    `when_any` names rows or degrees; `avoid_at` the places where even an adjustment is a ban.
    """

    about: Text
    trigger: Text
    effect: Text
    says: Text
    plain: Text
    reason: Text
    sources: Sources
    verification: Verification
    always: bool = False
    when_any: Ids = ()
    avoid_at: Ids = ()
    until_cleared: bool = False
    whole_person: bool = False
    therapies: TherapyUses = {}


class ConsentPoint(Entry):
    """Something to agree before hands touch the client."""

    says: Text
    plain: Text
    sources: Sources
    verification: Verification


class ScopeRule(Entry):
    """What a massage therapist, and so this program, may and may not do."""

    kind: Text
    says: Text
    sources: Sources
    verification: Verification


class CombinationRule(Entry):
    """Weak flags that count only together."""

    says: Text
    plain: Text
    needed: int
    counts: Ids
    not_when_assessed: Ids
    clearance_lasts_days: Annotated[int, Field(ge=1, le=366)]
    clearance: Clearance
    sources: Sources
    verification: Verification
