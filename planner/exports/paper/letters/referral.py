"""The referral to a doctor, on one page: what is asked, by when, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

from planner.exports.notes.note import CRISIS, EMERGENCY, IF_WORSE_FAST, Note
from planner.exports.notes.signs import Sign
from planner.exports.paper.client_lines import answer_of
from planner.exports.paper.letters.frame import About, Letter, typeset
from planner.exports.paper.letters.last_visit import in_their_words, last_plan_of, massage_so_far
from planner.exports.paper.letters.scores import ScoreTable, score_table
from planner.model.phrase import Phrase
from planner.model.practice import NOT_SET, Practice
from planner.model.vocabulary import Clearance
from planner.safety.rows_in_force import rows_in_force
from planner.words import SOURCE, Language, joined, say

TITLE = say("Referral")
URGENCY = {
    Clearance.EMERGENCY: say("Emergency: please see now"),
    Clearance.SAME_DAY: say("Urgent: please see today"),
    Clearance.SOON: say("Soon: please see within days"),
}
DID = {
    Clearance.EMERGENCY: say("No massage today. Told to get emergency help now."),
    Clearance.SAME_DAY: say("No massage, and none until we hear from you. Asked to be seen today."),
    Clearance.SOON: say(
        "No massage, and none until we hear from you. Asked to be seen within days."
    ),
}
NOTHING_TESTED = say("Nothing was tested here.")
NOTHING_ELSE = say("Nothing else was tested here.")
IN_WRITING = say("The client has these words in writing.")
CALL, IF_WORSE = say("Whom to call"), say("If it gets worse")
MOST_BECAUSE = 2


@dataclass(frozen=True)
class Referral:
    """The letter, part by part; an empty part is not printed.

    `not_noted` are signs of which nobody wrote down which one it is: they are ticked by hand.
    `around` is what else was asked about and is not there. `since`: the
    client's own words, written by hand where nobody wrote them down.
    """

    urgency: str
    because: str
    signs: tuple[Sign, ...]
    around: tuple[Sign, ...]
    not_noted: tuple[str, ...]
    told: tuple[str, ...]
    since: tuple[str, ...]
    seen: tuple[str, ...]
    scores: ScoreTable
    background: str
    did: str
    worse_is: str
    worse: tuple[str, ...]
    in_writing: str


def print_referral(
    about: About, language: Language = SOURCE, practice: Practice = NOT_SET
) -> bytes:
    """The letter as PDF."""
    letter = Letter("referral", TITLE, referral(about))
    return typeset(letter, about.plan, language, practice)


def referral(about: About) -> Referral:
    """The letter for a stop."""
    note, intake = about.note, about.intake
    last = about.last or last_plan_of(intake)
    return Referral(
        urgency=URGENCY[note.clearance],
        because=_because(note),
        signs=note.signs,
        around=note.around,
        not_noted=note.not_noted,
        told=() if note.not_noted else note.told,
        since=in_their_words(intake),
        seen=(*note.found, NOTHING_ELSE if note.found else NOTHING_TESTED),
        scores=score_table(intake, last),
        background=background(about),
        did=DID[note.clearance],
        worse_is=CALL if note.clearance is Clearance.EMERGENCY else IF_WORSE,
        worse=if_worse(about),
        in_writing=IN_WRITING if note.clearance is not Clearance.EMERGENCY else "",
    )


def background(about: About) -> Phrase:
    """Who came and with what, what else is known, and the massage so far."""
    last = about.last or last_plan_of(about.intake)
    return joined(about.note.about, _also(about), massage_so_far(about.intake, last))


def _because(note: Note) -> Phrase:
    """The signs that decide, as few words as a box has room for."""
    there = [one.words for one in note.signs if one.answer.counts_as_yes]
    return say("{signs:semicolons}", signs=there[:MOST_BECAUSE])


def _also(about: About) -> Phrase | str:
    """The precautions answered yes or not sure, but what is asked in private."""
    knowledge, signs = about.knowledge, {one.words for one in about.note.signs}
    known = [one for one in about.plan.reasons if one.id in knowledge.precautions]
    rows = [one for one in known if not knowledge.rows[one.id].private]
    told = [answer_of(one, knowledge) for one in rows if knowledge.rows[one.id].label not in signs]
    return say("Also: {labels:semicolons}.", labels=told) if told else ""


def if_worse(about: About) -> tuple[str, ...]:
    """What to do if it gets worse, as the client's own copy has it."""
    return (*_escalates(about), *_numbers(about.note))


def _escalates(about: About) -> Iterator[str]:
    told = {one.id for one in about.plan.reasons}
    for one in rows_in_force(about.intake, about.knowledge):
        if one.clearance is about.note.clearance and one.row.id in told and one.deciding.escalates:
            yield one.deciding.escalates


def _numbers(note: Note) -> Iterator[Phrase]:
    """The numbers for what cannot wait."""
    urgent = (CRISIS[0], IF_WORSE_FAST[0], EMERGENCY)
    for one in note.calls:
        if one.when in urgent:
            yield say("{when}: {whom}", when=one.when, whom=one.whom)
