"""What stands around the parts of every letter: whose it is, for whom, where the answer goes."""

from typing import Any, NamedTuple

from planner.exports.letterhead import beside_the_line
from planner.exports.notes.note import Note
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.knowledge import Knowledge
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, dated, joined, say
from planner.words.typed import clipped, printable

NO_DIAGNOSIS = say("Says what was reported to and seen by a massage therapist. It is no diagnosis.")
MOST_OF_A_RECORD = 24  # letters, beside two lines to write on
AGREES = say("I agree that this letter goes to the person named above.")


class About(NamedTuple):
    """What a letter is about; `last` is the plan that the visit follows."""

    plan: Plan
    note: Note
    intake: Conversation
    knowledge: Knowledge
    last: Plan | None = None


class Letter(NamedTuple):
    """One letter: its kind and title as the template knows them, and its parts.

    One that is not to be answered is the client's own.
    """

    kind: str
    title: Phrase
    parts: object
    is_to_be_answered: bool = True


def typeset(
    letter: Letter, plan: Plan, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """A letter as PDF/UA-1, in its frame."""
    data: dict[str, Any] = {
        "kind": letter.kind,
        "title": letter.title,
        "letter": letter.parts,
        "date": date_parts(plan.on),
        "paper": paper_of(plan.locale),
        "small_print": [],
        **(_around(letter.title, plan, practice) if letter.is_to_be_answered else {}),
    }
    return compiled("letter.typ", data, language, practice)


def _around(title: Phrase, plan: Plan, practice: Practice) -> dict[str, Any]:
    """What a letter says to whoever it goes to, beside its parts."""
    return {
        "day": dated(plan.on, "weekday"),
        "record": "" if isinstance(plan.client, Phrase) else clipped(plan.client, MOST_OF_A_RECORD),
        "reply": reply_to(practice),
        "signs": beside_the_line(practice),
        "foot": foot_of(title, practice),
        "agrees": AGREES,
        "disclaimer": NO_DIAGNOSIS,
    }


def reply_to(practice: Practice) -> Phrase | str:
    """Where an answer goes; empty where the practice was never set."""
    fax, phone = printable(practice.fax), printable(practice.phone)
    ways = (
        practice.name,
        practice.address,
        say("fax {number}", number=fax) if fax else "",
        say("telephone {number}", number=phone) if phone else "",
        practice.email,
    )
    told = tuple(printable(one) for one in ways if one)
    return say("{ways:commas}", ways=told) if told else ""


def foot_of(title: str, practice: Practice) -> Phrase:
    """What the foot of a page says beside its number."""
    return joined(title, printable(practice.name), printable(practice.phone), by=" · ")
