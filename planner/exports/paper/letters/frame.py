"""What stands around the parts of every letter: whose it is, for whom, where the answer goes."""

from typing import Any

from planner.exports.letterhead import signed_by
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, dated, joined, say
from planner.words.typed import breakable, printable

NO_DIAGNOSIS = say("Says what was reported to and seen by a massage therapist. It is no diagnosis.")
AGREES = say("I agree that this letter goes to the person named above.")


def letter_pdf(
    kind: str,
    title: Phrase,
    letter: object,
    plan: Plan,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """A letter of a kind as PDF/UA-1, in its frame."""
    data: dict[str, Any] = {
        "kind": kind,
        "title": title,
        "letter": letter,
        "date": date_parts(plan.on),
        "day": dated(plan.on, "weekday"),
        "paper": paper_of(plan.locale),
        "record": "" if isinstance(plan.client, Phrase) else breakable(plan.client),
        "reply": reply_to(practice),
        "signs": signed_by(practice) or say("Therapist"),
        "foot": foot_of(title, practice),
        "agrees": AGREES,
        "disclaimer": NO_DIAGNOSIS,
        "small_print": [],
    }
    return compiled("letter.typ", data, language, practice)


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
    told = tuple(breakable(one) for one in ways if one)
    return say("{ways:commas}", ways=told) if told else ""


def foot_of(title: Phrase, practice: Practice) -> Phrase:
    """What the foot of a page says beside its number."""
    return joined(title, printable(practice.name), printable(practice.phone), by=" · ")
