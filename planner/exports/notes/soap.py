"""The therapist's note of a visit in four parts, as clinicians write it (SOAP)."""

from collections.abc import Iterator

from planner.exports.letterhead import in_lines
from planner.exports.notes.plain_text import Part, as_text
from planner.exports.notes.tables import Table, Tick
from planner.knowledge import Knowledge
from planner.model.phrase import Phrase, Text, Texts
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.model.record import Record
from planner.planning.course.occasions import spans, visits_of
from planner.words import SOURCE, Language, dated, formed, joined, say, say_in
from planner.words.plan import how_often, visits

TITLE = say("Visit note")
NO_DIAGNOSIS = say("This note says what was reported, counted and agreed. It is not a diagnosis.")
HANDS_ON = say("From looking and touching: {blank}", blank="____________")
NOTHING_ENTERED = say("Nothing was entered.")


class VisitNote(Record):
    """A note in four parts, each line a sentence that the therapist can change.

    `tables` and `ticks`: the lines among them that paper draws otherwise. `is_of_a_session`:
    whether hands were to be laid on.
    """

    client: str
    on: Text
    subjective: Texts
    objective: Texts
    assessment: Texts
    plan: Texts
    tables: tuple[Table, ...] = ()
    ticks: tuple[Tick, ...] = ()
    is_of_a_session: bool = False


def called(plan: Plan, knowledge: Knowledge) -> Phrase:
    """What the pain is called, which is not this program's finding."""
    names = [formed(knowledge.conditions[one].name, "all-lower") for one in plan.conditions]
    return say("Pain, as the client or a clinician names it: {names:commas}.", names=names)


def agreed(plan: Plan) -> Iterator[Phrase]:
    """What holds from now on: how often, how long, and the review."""
    for one in spans(plan):
        yield say(
            "Massage {often}, {minutes} minutes: {visits}, {days:commas}.",
            often=how_often(one.phase.sessions_per_week),
            minutes=one.minutes,
            visits=visits(len(one.visits)),
            days=[dated(visit.on, "short") for visit in one.visits],
        )
    review = next((one.on for one in visits_of(plan) if one.review), None)
    if review:
        yield say("Review on {day}.", day=review)


def visit_note_text(
    note: VisitNote, language: Language = SOURCE, practice: Practice = NOT_SET
) -> str:
    """The note as plain text, to copy, change and keep."""
    who = joined(note.client, note.on, by=", ")
    return as_text(
        (
            Part("", in_lines(practice)),
            Part("", (formed(TITLE, "upper"), who)),
            Part(say("Subjective"), note.subjective or (NOTHING_ENTERED,)),
            Part(say("Objective"), note.objective or (NOTHING_ENTERED,)),
            Part(say("Assessment"), note.assessment or (NOTHING_ENTERED,)),
            Part(say_in("heading of a visit note", "Plan"), note.plan or (NOTHING_ENTERED,)),
            Part("", (NO_DIAGNOSIS,)),
        ),
        language,
    )
