"""The rows that the answers set in force, and what each asks for."""

from datetime import timedelta
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import Asked, ClearedBy, Outcome, Precaution, deciding
from planner.knowledge.entries.wordings import NONE, Wording
from planner.model.ids import QuestionId, ReasonId, row_of
from planner.model.intake import ClinicianClearance, Conversation
from planner.model.phrase import Phrase
from planner.model.vocabulary import Clearance, Scope
from planner.safety.asking.answers import is_yes, plainly_denied
from planner.safety.asking.degrees import decided
from planner.safety.asking.reporting import unsure_of
from planner.words import joined, say

LOOKED_AT = say("Your doctor has looked at this. Please tell us if it gets worse.")
LIMITS_HOLD = say("A clinician has answered: keep to the limits set there.")


FIND_OUT = say("Please find out.")


class ActiveRow(NamedTuple):
    """A row that a yes has set in force, with what its follow-ups decided.

    `unsure_of` is the label of the row, or of its degree, that the client was not sure of.
    """

    row: Asked
    clearance: Clearance
    outcome: Outcome | None = None
    cleared: ClinicianClearance | None = None
    overridden: str = ""
    wording: Wording = NONE
    unsure_of: str = ""

    @property
    def label(self) -> str:
        """What was answered, and that the client was not sure of it."""
        if not self.unsure_of:
            return self.row.label
        if self.unsure_of == self.row.label:
            return say("{answer} (not sure)", answer=self.row.label)
        return say(
            "{answer} (not sure: {degree:lower})", answer=self.row.label, degree=self.unsure_of
        )

    @property
    def may_be_set_aside(self) -> bool:
        """Whether the therapist may: only a plain adjustment, never what waits for a clinician."""
        return self.before_clearing is Clearance.ADJUST

    @property
    def before_clearing(self) -> Clearance:
        """What it asks for, a clinician's answer apart."""
        return self.outcome.clearance if self.outcome else self.row.clearance

    @property
    def may_be_cleared(self) -> bool:
        """Whether somebody's dated answer lifts it."""
        return self.deciding.cleared_by not in (None, ClearedBy.NOBODY)

    @property
    def deciding(self) -> Asked | Outcome:
        """Whose words on urgency and clearing hold: the outcome's own, else the row's."""
        return deciding(self.row, self.outcome)

    @property
    def over_in_days(self) -> int | None:
        """After how many days what it closes is over by itself; None where nobody can tell."""
        days = self.row.plan_anew_days if isinstance(self.row, Precaution) else None
        return None if self.overridden else days

    @property
    def lasts_days(self) -> int | None:
        """How long an answer clears it; None is without end."""
        return self.deciding.clearance_lasts_days or self.row.clearance_lasts_days

    @property
    def says(self) -> str:
        """The therapist's wording, with what the follow-up put in its place or added.

        After a clinician's answer it is what holds from then on.
        """
        if self.cleared:
            return self.wording.cleared or LIMITS_HOLD
        said = self.row.says
        if self.outcome:
            said = joined(self.outcome.instead or said, self.outcome.says)
        return joined(said, self._emergency_if, self._cleared_when)

    @property
    def _emergency_if(self) -> str:
        if not self.deciding.escalates:
            return ""
        return say("Tell the client: {escalates}", escalates=self.deciding.escalates)

    @property
    def _cleared_when(self) -> str:
        """What an answer must say that clears a stop of today."""
        if not self.deciding.cleared_when:
            return ""
        when = {"when": self.deciding.cleared_when, "days": self.lasts_days}
        if self.deciding.cleared_by is ClearedBy.THERAPIST:
            return say(
                "Your own dated record clears it for {days} days: {when:stopped} It is void as "
                "soon as the sign is new, back or worse.",
                **when,
            )
        return say(
            "A clinician's dated answer clears it for {days} days: {when:stopped} It is void as "
            "soon as the sign is new, back or worse.",
            **when,
        )

    @property
    def plain(self) -> str:
        """The client's wording, once the follow-up and a clinician's answer are counted."""
        if self.cleared:
            return self.row.plain_cleared or LOOKED_AT
        plain = (self.outcome.plain if self.outcome else "") or self.row.plain
        if self.unsure_of:
            plain = self._not_sure(self.wording.unsure or plain)
        return joined(plain, self.deciding.escalates)

    def _not_sure(self, what_we_do: str) -> Phrase:
        """That the client was not sure, before what is done as if it were so."""
        if self.wording.maybe and self.unsure_of == self.row.label:
            return joined(please_find_out(self.wording.maybe), what_we_do)
        if self.clearance.rank < Clearance.HOLD.rank:
            return joined(not_sure_of(self.unsure_of), what_we_do)
        return joined(not_sure_of(self.unsure_of), FIND_OUT, what_we_do)

    @property
    def holds_where_marked(self) -> bool:
        """Whether it, or what its follow-up added, holds only where it is marked."""
        row = self.row.scope if isinstance(self.row, Precaution) else None
        return Scope.REGION in (row, self.outcome.scope if self.outcome else None)

    @property
    def asks_for_a_check_up(self) -> bool:
        """Whether the client is asked to see a doctor in the ordinary way."""
        return self.row.routine_doctor or bool(self.outcome and self.outcome.routine_doctor)


def please_find_out(maybe: str) -> Phrase:
    """That something may be so, and is to be found out."""
    return say("{maybe}: please find out.", maybe=maybe)


def not_sure_of(label: str) -> Phrase:
    """That the client was not sure of an answer, in their own page."""
    return say("You were not sure about this: “{answer}”.", answer=label)


def rows_in_force(intake: Conversation, knowledge: Knowledge) -> tuple[ActiveRow, ...]:
    """Every row that was answered yes, or that a follow-up has set; not where it asks nothing."""
    denied = plainly_denied(intake, knowledge)
    found = {
        row.id: decided(row, intake, knowledge)
        for row in knowledge.rows.values()
        if row.id not in denied and is_yes(row.id, intake, knowledge)
    }
    for row in [outcome.sets for outcome in found.values() if outcome and outcome.sets]:
        found.setdefault(row, None)
    rows = (_in_force(knowledge.rows[row], outcome, intake) for row, outcome in found.items())
    asking = (one for one in rows if one.clearance is not Clearance.PROCEED)
    return tuple(_worded(one, intake, knowledge) for one in asking)


def _worded(one: ActiveRow, intake: Conversation, knowledge: Knowledge) -> ActiveRow:
    """The row with the words that fit this client's answers."""
    wording = knowledge.wordings.get(_degree(one, knowledge)) or knowledge.wording(one.row.id)
    return one._replace(wording=wording, unsure_of=unsure_of(one.row, intake, knowledge))


def _degree(one: ActiveRow, knowledge: Knowledge) -> ReasonId:
    """The degree that decided; with "=no" where its no did."""
    for degree in knowledge.follow_ups_of.get(one.row.id, ()):
        if degree.if_yes is one.outcome:
            return degree.id
        if degree.if_no is one.outcome:
            return ReasonId(f"{degree.id}=no")
    return one.row.id


def _in_force(row: Asked, outcome: Outcome | None, intake: Conversation) -> ActiveRow:
    """The row with its clearance, once a clinician's answer and an override are counted."""
    plain = ActiveRow(row, outcome.clearance if outcome else row.clearance, outcome)
    if plain.may_be_set_aside:
        return plain._replace(overridden=_override(row.id, intake))
    if not plain.may_be_cleared:
        return plain
    cleared = clearance_for(row.id, plain.lasts_days, intake)
    if cleared is None or (plain.deciding.must_confirm and not cleared.confirmed):
        return plain
    return plain._replace(cleared=cleared, clearance=Clearance.ADJUST)


def clearance_for(
    row: ReasonId, lasts: int | None, intake: Conversation
) -> ClinicianClearance | None:
    """The latest clinician's answer for a row that has not expired; None when there is none."""
    found = [one for one in intake.clearances if row_of(one.of) == row]
    latest = max(found, key=lambda one: one.on, default=None)
    if latest is None or (lasts and intake.on > latest.on + timedelta(days=lasts)):
        return None
    return None if latest.until and intake.on > latest.until else latest


def _override(row: QuestionId, intake: Conversation) -> str:
    """The therapist's written reason for setting an adjustment aside."""
    return next((one.reason for one in intake.overrides if one.of == row), "")
