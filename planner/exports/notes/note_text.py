"""A note as plain text, with room to sign."""

from collections.abc import Iterator

from planner.exports.letterhead import in_lines, signed_by
from planner.exports.notes.note import NO_DIAGNOSIS, OWN_WORDS, Note
from planner.exports.notes.plain_text import Part, as_text
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, dated, formed, joined, say

TO_FILL = "____________"
SIGNED_ON = say("Signed: {blank}  Date: {blank}", blank=TO_FILL)
ANSWER = (
    say("Massage may go ahead: yes / yes, within limits / no"),
    say("Limits: {blank}", blank=TO_FILL),
    say("Name and role: {blank}", blank=TO_FILL),
    SIGNED_ON,
)
THERAPIST_SIGNS = say("Therapist: {blank}  Signed: {blank}  Date: {blank}", blank=TO_FILL)


def _signs(practice: Practice) -> str:
    who = signed_by(practice)
    if not who:
        return THERAPIST_SIGNS
    return say("Therapist: {name}  Signed: {blank}  Date: {blank}", name=who, blank=TO_FILL)


def note_text(note: Note, language: Language = SOURCE, practice: Practice = NOT_SET) -> str:
    """The note as plain text, for a message or a record."""
    return as_text(_parts(note, practice), language)


def _parts(note: Note, practice: Practice) -> Iterator[Part]:
    yield Part("", in_lines(practice))
    who = joined(note.client, dated(note.on), by=", ")
    yield Part("", (formed(note.title, "upper"), who, note.about))
    yield Part("", (note.urgency,))
    yield Part(say("What to do"), note.asked)
    calls = (say("{when}: {whom}", when=one.when, whom=one.whom) for one in note.calls)
    yield Part(say("Whom to call"), tuple(calls))
    yield Part(say("Reported"), note.reported)
    if note.consent:
        words = say("{title}: {blank}", title=OWN_WORDS, blank=TO_FILL)
        yield Part("", (words,))
    yield Part(say("Also reported"), note.also_reported)
    yield Part(say("Found by the massage therapist"), note.found)
    yield Part(say("What waits for the answer"), note.planned)
    yield Part(say("Clinician's answer"), ANSWER if note.awaits_an_answer else ())
    if note.consent:
        yield Part("", (note.may_share, joined(note.consent, SIGNED_ON)))
    yield Part("", (_signs(practice),))
    yield Part("", (NO_DIAGNOSIS,))
