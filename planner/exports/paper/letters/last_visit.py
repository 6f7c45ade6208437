"""What a later visit looks back on: the plan before, and the massage had since."""

from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.visit import Draft
from planner.words import say
from planner.words.plan import visits
from planner.words.typed import printable


def last_plan_of(intake: Conversation) -> Plan | None:
    """The plan that a visit looks back on; None at a first one."""
    said = intake.follow_up if isinstance(intake, Draft) else None
    return said.last if said else None


def in_their_words(intake: Conversation) -> tuple[Phrase, ...]:
    """What the client said at a later visit, as it was written down."""
    said = intake.follow_up.facts.words if isinstance(intake, Draft) and intake.follow_up else ""
    return (say("“{words}”", words=printable(said)),) if said else ()


def massage_so_far(intake: Conversation, last: Plan | None) -> Phrase | str:
    """How many visits with massage there were under the last plan; empty where nobody counted."""
    said = intake.follow_up.facts if isinstance(intake, Draft) and intake.follow_up else None
    if last is None or said is None or said.sessions is None:
        return ""
    had = visits(said.sessions.done)
    return say("Massage under the plan of {day}: {visits}.", day=last.on, visits=had)
