"""What the answers forbid, change or stop; the most restrictive always wins."""

from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.named import FIRST_EVER_OVER_50
from planner.knowledge.safety import Asked, CombinationRule, Outcome, Precaution
from planner.model.ids import QuestionId, ReasonId, row_of
from planner.model.intake import ClinicianClearance, Conversation, PainSource
from planner.model.plan import Reason
from planner.model.vocabulary import Answer, Clearance, Scope, Verification
from planner.safety.questions import Group, Question, follow_ups_asked, groups, is_yes
from planner.words import joined, say

CHRONIC_MONTHS = 3
OLDER_THAN = 50
CLEARABLE = (Clearance.SOON, Clearance.HOLD)
LOOKED_AT = say("Your doctor has looked at this. Please tell us if it gets worse.")


class ActiveRow(NamedTuple):
    """A row that a yes has set in force, with what its follow-ups decided."""

    row: Asked
    clearance: Clearance
    outcome: Outcome | None = None
    cleared: ClinicianClearance | None = None
    overridden: str = ""

    @property
    def may_be_set_aside(self) -> bool:
        """Whether the therapist may: only a plain adjustment, never what waits for a clinician."""
        return self.before_clearing is Clearance.ADJUST

    @property
    def before_clearing(self) -> Clearance:
        """What it asks for, a clinician's answer apart."""
        return self.outcome.clearance if self.outcome else self.row.clearance

    @property
    def says(self) -> str:
        """The therapist's wording, with what the follow-up put in its place or added."""
        if self.outcome is None:
            return self.row.says
        return joined(self.outcome.instead or self.row.says, self.outcome.says)

    @property
    def plain(self) -> str:
        """The client's wording, once the follow-up and a clinician's answer are counted."""
        if self.cleared:
            return self.row.plain_cleared or LOOKED_AT
        return (self.outcome.plain if self.outcome else "") or self.row.plain

    @property
    def holds_where_marked(self) -> bool:
        """Whether it, or what its follow-up added, holds only where it is marked."""
        return any(
            getattr(part, "scope", None) is Scope.REGION for part in (self.row, self.outcome)
        )

    @property
    def asks_for_a_check_up(self) -> bool:
        """Whether the client is asked to see a doctor in the ordinary way."""
        return self.row.routine_doctor or bool(self.outcome and self.outcome.routine_doctor)


class Screening(NamedTuple):
    """The answer of the screening: a clearance with its reasons."""

    clearance: Clearance
    reasons: tuple[Reason, ...]
    active: tuple[ActiveRow, ...]
    unanswered: tuple[QuestionId, ...]

    @property
    def may_be_set_aside(self) -> frozenset[ReasonId]:
        """The rows in force that the therapist may set aside with a written reason."""
        return frozenset(one.row.id for one in self.active if one.may_be_set_aside)

    @property
    def active_ids(self) -> frozenset[QuestionId]:
        """The ids of the rows in force."""
        return frozenset(one.row.id for one in self.active)


def screen(
    intake: Conversation, knowledge: Knowledge, asked: tuple[Group, ...] | None = None
) -> Screening:
    """Every row in force and the worst clearance among them.

    `asked` are the questions that apply, where they are known already.
    """
    asked = groups(intake, knowledge) if asked is None else asked
    active = _active(intake, knowledge)
    combined = _combined(active, intake, knowledge)
    reasons = (*(_reason(one) for one in active if not _told_already(one, active)), *combined)
    unanswered = tuple(one for group in asked for one in group.unanswered)
    asking = (Clearance.ASK,) if unanswered else ()
    clearance = Clearance.worst([*(reason.clearance for reason in reasons), *asking])
    ordered = tuple(sorted(reasons, key=lambda reason: reason.clearance.rank))
    return Screening(clearance, ordered, active, unanswered)


def precaution_to_mark(
    row: QuestionId, follow_ups: Iterable[Question], knowledge: Knowledge
) -> Precaution | None:
    """The precaution whose place is marked under a yes to a row; None when it has no place.

    It is the row itself, or the one that takes its answer over.
    """
    yes = (one.id for one in follow_ups if one.answer and one.answer.counts_as_yes)
    added = {knowledge.follow_ups[one].if_yes.scope for one in yes}
    return next(
        (
            one
            for one in knowledge.precautions.values()
            if row in (one.id, one.taken_over_from) and Scope.REGION in {one.scope, *added}
        ),
        None,
    )


def _active(intake: Conversation, knowledge: Knowledge) -> tuple[ActiveRow, ...]:
    """Every row that was answered yes, or that a follow-up has set."""
    decided = {
        row.id: _decided(row, intake, knowledge)
        for row in knowledge.rows.values()
        if is_yes(row.id, intake, knowledge)
    }
    for row in [found.sets for found in decided.values() if found and found.sets]:
        decided.setdefault(row, None)
    return tuple(
        _in_force(knowledge.rows[row], outcome, intake) for row, outcome in decided.items()
    )


def _decided(row: Asked, intake: Conversation, knowledge: Knowledge) -> Outcome | None:
    """What the follow-ups decide: the first that is not a no; else the last one's no."""
    asked = follow_ups_asked(row.id, intake, knowledge)
    yes = (follow_up.if_yes for follow_up, answer in asked if answer is not Answer.NO)
    return next(yes, asked[-1][0].if_no if asked else None)


def _in_force(row: Asked, outcome: Outcome | None, intake: Conversation) -> ActiveRow:
    """The row with its clearance, once a clinician's answer and an override are counted."""
    plain = ActiveRow(row, outcome.clearance if outcome else row.clearance, outcome)
    if plain.may_be_set_aside:
        return plain._replace(overridden=_override(row.id, intake))
    if plain.clearance not in CLEARABLE:
        return plain
    cleared = clearance_for(row.id, row.clearance_lasts_days, intake)
    return plain._replace(cleared=cleared, clearance=Clearance.ADJUST) if cleared else plain


def clearance_for(
    row: ReasonId, lasts: int | None, intake: Conversation
) -> ClinicianClearance | None:
    """The latest clinician's answer for a row that has not expired; None when there is none."""
    found = [one for one in intake.clearances if row_of(one.of) == row]
    latest = max(found, key=lambda one: one.on, default=None)
    if latest is None or (lasts and intake.on > latest.on + timedelta(days=lasts)):
        return None
    return latest


def _override(row: QuestionId, intake: Conversation) -> str:
    """The therapist's written reason for setting an adjustment aside."""
    return next((one.reason for one in intake.overrides if one.of == row), "")


def _told_already(one: ActiveRow, active: tuple[ActiveRow, ...]) -> bool:
    """Whether the row this one repeats says at least as much."""
    source = row_of(one.row.taken_over_from)
    repeated = [other.clearance for other in active if other.row.id == source]
    return any(clearance.rank <= one.clearance.rank for clearance in repeated) and (
        one.clearance is not Clearance.ADJUST
    )


def _reason(one: ActiveRow) -> Reason:
    return Reason(
        id=one.row.id,
        says=one.says,
        plain=one.plain,
        clearance=one.clearance,
        sources=one.row.sources,
        awaits_review=one.row.verification is Verification.UNVERIFIED,
        cleared_by=_cleared_by(one.cleared),
        overridden=one.overridden,
    )


def _cleared_by(cleared: ClinicianClearance | None) -> str:
    if cleared is None:
        return ""
    said = {"by": cleared.by, "day": cleared.on.isoformat()}
    if cleared.limits:
        return say("{by}, {day}; limits: {limits}", limits=cleared.limits, **said)
    return say("{by}, {day}", **said)


def _combined(
    active: tuple[ActiveRow, ...], intake: Conversation, knowledge: Knowledge
) -> tuple[Reason, ...]:
    """The combination rules that are met: weak flags count only together."""
    met = [
        rule
        for rule in knowledge.combinations.values()
        if _weak_flags(rule, active, intake) >= rule.needed
    ]
    return tuple(_combination_reason(rule, intake) for rule in met)


def _weak_flags(rule: CombinationRule, active: tuple[ActiveRow, ...], intake: Conversation) -> int:
    """How many of the rule's flags count; one that a clinician has answered does not."""
    present = {one.row.id for one in active if one.cleared is None}
    if _first_ever_over_50(intake):
        present.add(FIRST_EVER_OVER_50)
    if _all_known_pain(intake):
        present -= set(rule.not_when_assessed)
    return len(present.intersection(rule.counts))


def _first_ever_over_50(intake: Conversation) -> bool:
    age = intake.client.age
    return (
        age is not None
        and age > OLDER_THAN
        and any(source.first_ever and not _is_known(source) for source in intake.pain)
    )


def _all_known_pain(intake: Conversation) -> bool:
    """Whether every pain is of three months or more, assessed, and unchanged in character."""
    return all(_is_known(source) for source in intake.pain)


def _is_known(source: PainSource) -> bool:
    long_lasting = source.months is not None and source.months >= CHRONIC_MONTHS
    return long_lasting and source.assessed is True and source.changed is not True


def _combination_reason(rule: CombinationRule, intake: Conversation) -> Reason:
    cleared = clearance_for(rule.id, rule.clearance_lasts_days, intake)
    return Reason(
        id=rule.id,
        says=rule.says,
        plain=LOOKED_AT if cleared else rule.plain,
        clearance=Clearance.ADJUST if cleared else rule.clearance,
        sources=rule.sources,
        cleared_by=_cleared_by(cleared),
    )
