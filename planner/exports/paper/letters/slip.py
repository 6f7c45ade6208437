"""What the client takes along for themselves: what to do, in their words, and whom to call."""

from dataclasses import dataclass

from planner.exports.notes.note import Call, Note
from planner.exports.paper.letters.frame import Letter, typeset
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Clearance
from planner.words import SOURCE, Language, dated, say
from planner.words.typed import printable

DOCUMENT = say("For you")
TITLE = {
    Clearance.EMERGENCY: say("Get help now"),
    Clearance.SAME_DAY: say("Get help today"),
    Clearance.SOON: say("See a doctor soon"),
    Clearance.HOLD: say("We wait for an answer"),
    Clearance.REBOOK: say("Not today: a new day"),
}
US = say("Us")


@dataclass(frozen=True)
class Slip:
    """The client's own paper; `us` is who to call here, where the practice was set."""

    title: str
    asked: tuple[str, ...]
    calls: tuple[Call, ...]
    us: tuple[str, ...]


@dataclass(frozen=True)
class WholeSlip:
    """The slip as a paper of its own: for whom, and of which day."""

    client: str
    day: str
    slip: Slip


def print_slip(
    plan: Plan, note: Note, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """The slip as a paper of its own."""
    whole = WholeSlip(
        client=printable(plan.client),
        day=dated(plan.on, "weekday"),
        slip=slip(note, practice),
    )
    letter = Letter("slip", DOCUMENT, whole, is_to_be_answered=False)
    return typeset(letter, plan, language, practice)


def slip(note: Note, practice: Practice = NOT_SET) -> Slip:
    """What the client is asked to do, and whom to call."""
    return Slip(TITLE[note.clearance], note.asked, note.calls, who_to_call(practice))


def who_to_call(practice: Practice) -> tuple[str, ...]:
    """The therapist or the practice, and the telephone; none where there is none."""
    phone = printable(practice.phone)
    return (printable(practice.therapist or practice.name) or US, phone) if phone else ()
