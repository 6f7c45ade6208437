"""How soon somebody else is needed, and whose answer massage waits for."""

from planner.exports.kept_back import AT_RISK_IF_SEEN
from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import ClearedBy
from planner.knowledge.named import SUICIDAL
from planner.model.phrase import Phrase
from planner.model.plan import Reason
from planner.model.vocabulary import Clearance, Locale
from planner.words import joined, say

URGENCY = {
    Clearance.SAME_DAY: say("Medical help is needed today."),
    Clearance.SOON: say("A doctor should look at this within days."),
    Clearance.HOLD: say("Massage waits for a clinician's written answer."),
    Clearance.REBOOK: say("Not today. Nothing here needs a referral."),
}
REPRESENTATIVE = say("Massage waits for the written answer of who may decide for the client.")
NOT_TODAY = say("Not today: book a new day.")
HELP_TODAY = say("Help is needed today.")


def urgency(
    clearance: Clearance, deciding: tuple[Reason, ...], knowledge: Knowledge, locale: Locale
) -> Phrase:
    """How soon, and at whose answer."""
    if _is_no_illness(deciding):
        return HELP_TODAY
    if somebody_decides(deciding, knowledge):
        return REPRESENTATIVE
    if clearance is Clearance.HOLD and any(one.clearance is Clearance.REBOOK for one in deciding):
        return joined(NOT_TODAY, URGENCY[clearance])
    if clearance is Clearance.EMERGENCY:
        number = knowledge.locales[locale].emergency
        return say("Emergency: get help now. Call {number}.", number=number)
    return URGENCY[clearance]


def somebody_decides(deciding: tuple[Reason, ...], knowledge: Knowledge) -> bool:
    """Whether the answer is that of a person who may decide for the client, and of nobody else."""
    held = [one.id for one in deciding if one.clearance is Clearance.HOLD]
    rows = [knowledge.rows.get(knowledge.row_now(one)) for one in held]
    asked = [one.cleared_by if one else None for one in rows]
    return bool(asked) and all(one is ClearedBy.REPRESENTATIVE for one in asked)


def _is_no_illness(deciding: tuple[Reason, ...]) -> bool:
    """Whether what needs help today is mood or personal safety, not an illness."""
    return all(
        one.id in (*SUICIDAL, *AT_RISK_IF_SEEN) and one.clearance is Clearance.SAME_DAY
        for one in deciding
    )
