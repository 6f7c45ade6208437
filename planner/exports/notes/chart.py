"""A note of the chart as it is read: who and when, four parts, the signature, what was added."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from planner.exports.letterhead import in_lines
from planner.exports.notes.plain_text import Part as Block
from planner.exports.notes.plain_text import as_text
from planner.exports.notes.soap import NO_DIAGNOSIS, NOTHING_ENTERED, VisitNote
from planner.model.between.note import AddedAs, Addendum, Note, Part, Signature
from planner.model.phrase import Phrase
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, dated, in_language, joined, say, say_in
from planner.words.typed import printable

TITLES: Mapping[Part, Phrase] = {
    Part.SUBJECTIVE: say("Subjective"),
    Part.OBJECTIVE: say("Objective"),
    Part.ASSESSMENT: say("Assessment"),
    Part.PLAN: say_in("heading of a visit note", "Plan"),
}
ADDED_AS: Mapping[AddedAs, Phrase] = {
    AddedAs.LATE_ENTRY: say("Late entry"),
    AddedAs.ADDENDUM: say("Addendum"),
    AddedAs.CORRECTION: say("Correction"),
}
OPEN = say("Not signed yet.")


class Times(NamedTuple):
    """When the client was here, and how long hands were on; None was not told."""

    on: date
    began: time | None = None
    ended: time | None = None
    minutes: int | None = None


def filled(note: VisitNote, language: Language = SOURCE) -> dict[Part, str]:
    """The four parts as they are filled in from what was entered, a line for each sentence."""
    lines = (note.subjective, note.objective, note.assessment, note.plan)
    said = in_language(lines, language)
    return {part: "\n".join(of) for part, of in zip(Part, said, strict=True)}


def head_of(
    title: Phrase, client: str, times: Times, language: Language = SOURCE
) -> tuple[str, ...]:
    """What stands above a note: what it is of, whose it is, and when that was."""
    day = dated(times.on, "weekday")
    lines = (title, printable(client), joined(day, *_span(times), by=", "))
    return tuple(str(one) for one in in_language(lines, language))


def _span(times: Times) -> Iterator[Phrase]:
    if times.began and times.ended:
        yield say("{begins} to {ends}", begins=_clock(times.began), ends=_clock(times.ended))
    elif times.began:
        yield say("from {begins}", begins=_clock(times.began))
    if times.minutes:
        yield say("{minutes} minutes", minutes=times.minutes)


def _clock(at: time | datetime) -> str:
    return f"{at:%H:%M}"


def signature_in_words(of: Signature, zone: tzinfo | None = None) -> Phrase:
    """Who signed, with the licence where there is one, and when."""
    at = of.at.astimezone(zone)
    who = joined(printable(of.by), printable(of.licence) if of.licence else "", by=", ")
    return say("Signed {who}, {day}, {time}.", who=who, day=at.date(), time=_clock(at))


def added_in_words(one: Addendum, zone: tzinfo | None = None) -> Phrase:
    """What was added: what kind, the words, who and when."""
    told = {"kind": ADDED_AS[one.kind], "words": printable(one.words)}
    return say(
        "{kind}: {words:sentence} {signed}", signed=signature_in_words(one.signature, zone), **told
    )


def chart_text(
    note: Note,
    parts: Mapping[Part, str],
    head: Iterable[str],
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> str:
    """The note as plain text; of a signed note the head and the parts are those signed."""
    said = note.parts if note.is_signed else parts
    blocks = (
        Block("", in_lines(practice)),
        Block("", tuple(note.head or head)),
        *(Block(TITLES[one], _lines(said.get(one, ""))) for one in Part),
        Block("", (signature_in_words(note.signature) if note.signature else OPEN,)),
        Block(say("Added later"), tuple(map(added_in_words, note.addenda))),
        Block("", (NO_DIAGNOSIS,)),
    )
    return as_text(blocks, language)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip()) or (NOTHING_ENTERED,)
