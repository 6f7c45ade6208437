"""What the client takes along for themselves: what to do, in their words, and whom to call."""

from dataclasses import dataclass

from planner.exports.notes.note import Call, Note
from planner.exports.paper.letters.frame import Letter, letter_pdf
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Clearance
from planner.words import SOURCE, Language, joined, say
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
    """The client's own paper; `us` is who to call here, empty where the practice was never set."""

    title: str
    asked: tuple[str, ...]
    calls: tuple[Call, ...]
    us: str


def slip_pdf(
    plan: Plan, note: Note, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """The slip as a paper of its own."""
    return letter_pdf(Letter("slip", DOCUMENT, slip(note, practice)), plan, language, practice)


def slip(note: Note, practice: Practice = NOT_SET) -> Slip:
    """What the client is asked to do, and whom to call."""
    return Slip(TITLE[note.clearance], note.asked, note.calls, who_to_call(practice))


def who_to_call(practice: Practice) -> Phrase | str:
    """The therapist or the practice with a telephone; empty where there is none."""
    phone = printable(practice.phone)
    if not phone:
        return ""
    return joined(printable(practice.therapist or practice.name) or US, phone)
