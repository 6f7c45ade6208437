"""What was asked before anything was planned, and answered no: the first thing a colleague asks."""

from planner.knowledge import Knowledge
from planner.knowledge.entries.safety import RedFlag
from planner.model.intake import Conversation
from planner.model.vocabulary import Answer, Clearance

MOST = 8
URGENT = (Clearance.EMERGENCY, Clearance.SAME_DAY)


def asked_and_no(intake: Conversation, knowledge: Knowledge) -> tuple[str, ...]:
    """The signs of danger that this pain makes one ask about, each answered no in words.

    Those of the pain source itself come first; what is asked in private is not told.
    """
    pains = {one.condition for one in intake.pain}
    denied = [one for one in knowledge.red_flags.values() if _is_denied(one, intake)]
    ordered = sorted(denied, key=lambda one: not pains & {*one.conditions})
    return tuple(one.label for one in ordered[:MOST])


def _is_denied(one: RedFlag, intake: Conversation) -> bool:
    said = intake.answers.get(one.id) is Answer.NO
    return said and not one.private and one.clearance in URGENT
