"""The safety entries of the knowledge base: questions, rules and what they change."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from planner.knowledge.entries.entry import (
    WORDS,
    Entry,
    MaySay,
    Places,
    Said,
    SomePlaces,
    Sources,
    Text,
)
from planner.model.ids import (
    ColumnId,
    CombinationId,
    ConditionId,
    GroupId,
    QuestionId,
    ReasonId,
    ZoneId,
    row_of,
)
from planner.model.vocabulary import Clearance, Scope, Technique, Use, Verification

TechniqueUses = dict[Technique, Use]
TherapyUses = dict[ColumnId, Use]
Rows = tuple[QuestionId, ...]


NO_ROW = QuestionId(ReasonId(""))


class ClearedBy(StrEnum):
    """Whose dated answer lifts a stop or a hold."""

    CLINICIAN = "clinician"
    REPRESENTATIVE = "representative"  # who may decide for the client
    THERAPIST = "therapist"  # the therapist's own record of what was done
    NOBODY = "nobody"


class Group(Entry):
    """A group of screening questions, with its sub-headings.

    `later_with`: the group it is asked together with at a later visit, where both are short.
    """

    id: GroupId
    name: Said
    later_with: GroupId | None = None
    sections: Annotated[dict[str, str], WORDS]


class Asked(Entry):
    """A screening question and the rule for whom it is asked.

    It is asked when `always`, or when one of `conditions` or `zones` is this client's, or after
    a yes to one of `after_yes`; never outside the ages given. `reports` leads the list of the
    signs ticked. `escalates` is when it becomes an emergency, for the client, and
    `escalation_unverified` that no source was read that says so; `cleared_by` whose answer lifts
    it, `cleared_when` what must be known then, `must_confirm` what is asked about it. One
    that is `private` is never asked with a companion in the room. For the record alone: `trigger`,
    what a yes means as the evidence has it.
    """

    id: QuestionId
    question: Said
    label: Said
    reported: Said
    reports: MaySay = ""
    trigger: Text
    reason: Said
    clearance: Clearance
    says: Said
    plain: Said
    plain_cleared: MaySay = ""
    escalates: MaySay = ""
    escalation_unverified: bool = False
    cleared_by: ClearedBy | None = None
    cleared_when: MaySay = ""
    must_confirm: MaySay = ""
    group: GroupId
    section: Text
    sources: Sources
    verification: Verification
    always: bool = False
    conditions: tuple[ConditionId, ...] = ()
    zones: tuple[ZoneId, ...] = ()
    after_yes: Rows = ()
    age_from: int | None = None
    age_to: int | None = None
    told_by: tuple[ConditionId, ...] = ()
    at_review: bool = False
    every_visit: bool = False
    therapist_answers: bool = False
    private: bool = False
    routine_doctor: bool = False
    clearance_lasts_days: Annotated[int, Field(ge=1, le=366)] | None = None
    taken_over_from: QuestionId = NO_ROW
    usual_places: Places = ()

    @property
    def is_for_everybody(self) -> bool:
        """Whether it is asked of anybody, whatever the age, the pain and the visit."""
        aged = self.age_from is not None or self.age_to is not None
        told = bool(self.taken_over_from or self.told_by)
        return self.always and not (aged or told or self.at_review)


class RedFlag(Asked):
    """A question that stops a plan, or sends the client to a doctor."""

    places: Places = ()
    techniques: TechniqueUses = {}


class Precaution(Asked):
    """An illness, medicine or event that holds, forbids or changes what is done.

    `cleared` is what of `techniques` changes once a clinician has agreed. `may_be_marked`: its
    place is asked for although it holds for the whole plan. `plan_anew_days`: it is over after so
    many days, and a pain that it is the most of is planned then. `no_ladder`: nothing is added from
    week to week to anything done at home.
    """

    effect: Literal["stop", "hold", "avoid-tech", "avoid-region", "adjust"]
    scope: Scope
    therapy_scope: Scope
    techniques: TechniqueUses
    therapies: TherapyUses
    cleared: TechniqueUses = {}
    may_be_marked: bool = False
    no_ladder: bool = False
    plan_anew_days: Annotated[int, Field(ge=1, le=14)] | None = None


class Outcome(Entry):
    """What an answer to a follow-up question leads to.

    `says` is added to the row's words for the therapist; `instead` and `plain` take the place of
    the row's words for therapist and client. `no_plan`: no plan of any kind, though it is a hold.
    What it says of clearing and of an emergency stands in the place of the row's. `marks`: the row
    that is at `places` where nothing is marked for it.
    """

    id: str = ""
    clearance: Clearance
    says: MaySay = ""
    instead: MaySay = ""
    plain: MaySay = ""
    escalates: MaySay = ""
    escalation_unverified: bool = False
    cleared_by: ClearedBy | None = None
    cleared_when: MaySay = ""
    must_confirm: MaySay = ""
    clearance_lasts_days: Annotated[int, Field(ge=1, le=366)] | None = None
    no_plan: bool = False
    routine_doctor: bool = False
    sets: QuestionId = NO_ROW
    as_row: QuestionId = NO_ROW
    marks: QuestionId = NO_ROW
    softens: bool = False
    scope: Scope | None = None
    places: Places = ()
    techniques: TechniqueUses = {}


def deciding(row: Asked, outcome: Outcome | None) -> Asked | Outcome:
    """Whose words on urgency and clearing hold: an outcome's own, else its row's."""
    own = outcome and (outcome.plain or outcome.clearance is not row.clearance)
    return outcome if own and outcome else row


class FollowUp(Entry):
    """A question of degree, asked after a yes; its id is `row:word`.

    It is asked of pain in one of `zones`, where any are given. At a first visit where each of
    `only_beside` was answered no it is a no as well. One that stands `beside` is asked whatever
    the others say, and the worst of all holds. `reports` leads the list of the signs ticked;
    `unverified`: no source was read that says so, it guards all the same and awaits review. For
    the record alone: `reason`.
    """

    id: QuestionId
    question: Said
    label: Said
    reported: Said
    reason: Text
    if_yes: Outcome
    if_no: Outcome
    reports: MaySay = ""
    zones: tuple[ZoneId, ...] = ()
    only_beside: Rows = ()
    unverified: bool = False
    beside: bool = False
    every_visit: bool = False
    therapist_answers: bool = False
    private: bool = False

    @property
    def row(self) -> QuestionId:
        """The entry it belongs to."""
        return row_of(self.id)


class RegionRule(Entry):
    """A place that needs care in every client, or in those with one of `when_any`."""

    id: ReasonId
    where: Said
    says: Said
    plain: Said
    reason: Said
    places: SomePlaces
    sources: Sources
    verification: Verification
    when_any: Rows = ()
    avoid_when_any: Rows = ()
    home: bool = False
    techniques: TechniqueUses = {}


class Interaction(Entry):
    """Where a therapy or home task meets an illness, a medicine or an event.

    `when_any` names rows or degrees; `avoid_at` the places where even an adjustment is a ban. For
    the record alone: `trigger` and `effect`, as the evidence has what these and `therapies` say.
    """

    id: ReasonId
    about: Said
    trigger: Text
    effect: Text
    says: Said
    plain: Said
    reason: Said
    sources: Sources
    verification: Verification
    always: bool = False
    when_any: Rows = ()
    avoid_at: Places = ()
    until_cleared: bool = False
    whole_person: bool = False
    therapies: TherapyUses = {}


class CombinationRule(Entry):
    """Weak flags that count only together.

    Those in `standing` are context: they count beside a sign, or a pain that is not known. For the
    record alone: `verification`.
    """

    id: CombinationId
    says: Said
    plain: Said
    needed: int
    counts: Rows
    not_when_assessed: Rows
    standing: Rows
    clearance_lasts_days: Annotated[int, Field(ge=1, le=366)]
    clearance: Clearance
    sources: Sources
    verification: Verification
