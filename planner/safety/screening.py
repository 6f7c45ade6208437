"""What the answers forbid, change or stop; the most restrictive always wins."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.limits import Where
from planner.knowledge.entries.safety import Asked, CombinationRule, FollowUp
from planner.model.ids import QuestionId, ReasonId, SourceId, row_of
from planner.model.intake import ClinicianClearance, Conversation
from planner.model.plan import Reason
from planner.model.vocabulary import Answer, Clearance, Scope, Verification
from planner.safety.asking.answers import follow_ups_asked
from planner.safety.asking.questions import Group, Question, unanswered
from planner.safety.asking.reporting import signs_of_row, told
from planner.safety.limits.agreements import Agreement, agreements
from planner.safety.rows_in_force import (
    LOOKED_AT,
    ActiveRow,
    clearance_for,
    rows_in_force,
)
from planner.safety.weak_flags import combined
from planner.words import joined, say

NOT_AGREED = say("We wait for the team that treats you to agree first.")
AGREED = say("The team that treats you has agreed. We keep to what they allow.")


class Screening(NamedTuple):
    """The answer of the screening: a clearance with its reasons.

    `not_agreed` are those that need an agreement at their places, and have none yet.
    """

    clearance: Clearance
    reasons: tuple[Reason, ...]
    active: tuple[ActiveRow, ...]
    unanswered: tuple[QuestionId, ...]
    not_agreed: frozenset[ReasonId] = frozenset()

    @property
    def may_be_set_aside(self) -> frozenset[ReasonId]:
        """The rows in force that the therapist may set aside with a written reason."""
        return frozenset(one.row.id for one in self.active if one.may_be_set_aside)

    @property
    def may_be_cleared(self) -> frozenset[ReasonId]:
        """The reasons that wait for a clinician's answer, which can be recorded."""
        rows = {one.row.id for one in self.active if one.may_be_cleared and not one.cleared}
        rules = {one.id for one in self.reasons if one.clearance is Clearance.SOON}
        return self.not_agreed | rows | (rules - self.active_ids)

    @property
    def stops_everything(self) -> bool:
        """Whether there is no plan of any kind, whatever the worst word: a rebook beside a hold."""
        return any(one.stops_everything for one in self.reasons)

    @property
    def is_for_another_day(self) -> bool:
        """Whether something asks for another day, also where a hold is the worse word."""
        return any(one.clearance is Clearance.REBOOK for one in self.reasons)

    def in_force(self, reason: ReasonId) -> ActiveRow | None:
        """The row in force behind a reason; None for a rule of place, a pain source, weak flags."""
        return next((one for one in self.active if one.row.id == reason), None)

    @property
    def active_ids(self) -> frozenset[QuestionId]:
        """The ids of the rows in force."""
        return frozenset(one.row.id for one in self.active)


def screen(
    intake: Conversation, knowledge: Knowledge, asked: tuple[Group, ...] | None = None
) -> Screening:
    """Every row in force and the worst clearance among them.

    `asked` are the questions that apply, where they are known already; none of them where only what
    is in force is wanted: then nothing counts as open.
    """
    active = rows_in_force(intake, knowledge)
    needed = agreements(intake, active, knowledge)
    reasons = (
        *(_reason(one, intake, knowledge) for one in active if not _told_already(one, active)),
        *(_combination_reason(rule, intake) for rule in combined(active, intake, knowledge)),
        *(one for needs in needed for one in _of_agreement(needs, knowledge)),
    )
    still_open = _still_open(intake, knowledge, asked)
    asking = (Clearance.ASK,) if still_open else ()
    clearance = Clearance.worst([*(reason.clearance for reason in reasons), *asking])
    ordered = tuple(sorted(reasons, key=lambda reason: reason.clearance.rank))
    not_agreed = frozenset(one.id for one in needed if one.recorded is None)
    return Screening(clearance, _agreed(ordered, needed), active, still_open, not_agreed)


def _still_open(
    intake: Conversation, knowledge: Knowledge, asked: tuple[Group, ...] | None
) -> tuple[QuestionId, ...]:
    """What applies and has no answer yet."""
    if asked is None:
        return tuple(unanswered(intake, knowledge))
    return tuple(one for group in asked for one in group.unanswered)


def row_to_mark(
    row: QuestionId, follow_ups: Iterable[Question], knowledge: Knowledge
) -> Asked | None:
    """The row whose place is marked under a yes to it; None when it has no place.

    It is the row itself, or the one that takes its answer over.
    """
    yes = (one.id for one in follow_ups if one.answer and one.answer.counts_as_yes)
    added = any(_is_at_a_mark(knowledge.follow_ups[one], knowledge) for one in yes)
    taken = (one for one in knowledge.precautions.values() if one.taken_over_from == row)
    return next(
        (one for one in (*taken, knowledge.rows[row]) if knowledge.is_marked(one.id) or added), None
    )


def _is_at_a_mark(degree: FollowUp, knowledge: Knowledge) -> bool:
    """Whether the yes to a degree holds, or limits something, where the row is marked."""
    limits = knowledge.limits.get(degree.id, {}).values()
    return degree.if_yes.scope is Scope.REGION or any(Where.MARKED in one.where for one in limits)


def _told_already(one: ActiveRow, active: tuple[ActiveRow, ...]) -> bool:
    """Whether the row this one repeats says at least as much."""
    source = row_of(one.row.taken_over_from)
    repeated = [other.clearance for other in active if other.row.id == source]
    return any(clearance.rank <= one.clearance.rank for clearance in repeated) and (
        one.clearance is not Clearance.ADJUST
    )


def _reason(one: ActiveRow, intake: Conversation, knowledge: Knowledge) -> Reason:
    return Reason(
        id=one.row.id,
        says=one.says,
        plain=one.plain,
        clearance=one.clearance,
        sources=one.row.sources,
        awaits_review=_awaits_review(one, intake, knowledge),
        reported=joined(*told(one.row.id, intake, knowledge)),
        ticked=signs_of_row(one.row.id, intake, knowledge),
        unsure=bool(one.unsure_of),
        answer=one.cleared,
        cleared_by=_cleared_by(one.cleared),
        overridden=one.overridden,
        no_plan=bool(one.outcome and one.outcome.no_plan and not one.cleared),
    )


def _of_agreement(one: Agreement, knowledge: Knowledge) -> Iterator[Reason]:
    """What a place or a pain source asks to be agreed; a row tells it itself."""
    if rule := knowledge.region_rules.get(one.id):
        yield _asked_for(one, rule.says, rule.plain, rule.sources)
    for condition in knowledge.conditions.values():
        if condition.id == str(one.id):
            says = say("{condition}: {after}", condition=condition.name, after=condition.after)
            plain = AGREED if one.recorded else NOT_AGREED
            yield _asked_for(one, says, plain, condition.note_findings)


def _asked_for(one: Agreement, says: str, plain: str, sources: tuple[SourceId, ...]) -> Reason:
    waits = one.everywhere and one.recorded is None
    return Reason(
        id=one.id,
        says=says,
        plain=plain,
        clearance=Clearance.HOLD if waits else Clearance.ADJUST,
        sources=sources,
        cleared_by=_cleared_by(one.recorded),
    )


def _agreed(reasons: Iterable[Reason], needed: Iterable[Agreement]) -> tuple[Reason, ...]:
    """The reasons, with the agreement recorded for a place of theirs."""
    recorded = {one.id: _cleared_by(one.recorded) for one in needed}
    return tuple(
        one.replaced(cleared_by=one.cleared_by or recorded.get(one.id, "")) for one in reasons
    )


def _awaits_review(one: ActiveRow, intake: Conversation, knowledge: Knowledge) -> bool:
    """Whether nobody read a source that says so: of the row, its emergency, or a degree of it."""
    if one.row.verification is Verification.UNVERIFIED:
        return True
    if one.deciding.escalation_unverified and not one.cleared:
        return True
    degrees = follow_ups_asked(one.row.id, intake, knowledge)
    return any(degree.unverified and answer is not Answer.NO for degree, answer in degrees)


def _cleared_by(cleared: ClinicianClearance | None) -> str:
    if cleared is None:
        return ""
    said = {"by": cleared.by, "day": cleared.on.isoformat()}
    if cleared.limits:
        return say("{by}, {day}; limits: {limits}", limits=cleared.limits, **said)
    return say("{by}, {day}", **said)


def _combination_reason(rule: CombinationRule, intake: Conversation) -> Reason:
    cleared = clearance_for(rule.id, rule.clearance_lasts_days, intake)
    return Reason(
        id=rule.id,
        says=rule.says,
        plain=LOOKED_AT if cleared else rule.plain,
        clearance=Clearance.ADJUST if cleared else rule.clearance,
        sources=rule.sources,
        answer=cleared,
        cleared_by=_cleared_by(cleared),
    )
