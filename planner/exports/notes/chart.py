"""A note of the chart as it is read: who and when, four parts, the signature, what was added."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time, tzinfo
from typing import NamedTuple

from planner.exports.letterhead import in_lines
from planner.exports.notes.plain_text import Part as Block
from planner.exports.notes.plain_text import as_text
from planner.exports.notes.soap import NO_DIAGNOSIS, NOTHING_ENTERED, VisitNote
from planner.model.between.note import AddedAs, Addendum, Note, Part, Signature
from planner.model.between.session import Session
from planner.model.phrase import Phrase
from planner.model.plan import Plan
from planner.model.practice import NOT_SET, Practice
from planner.visit.between import logging
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
SESSION_NOTE = say("Session note")


class Fact(NamedTuple):
    """One thing that stands above a note: what it is, and the value."""

    name: str
    value: str

    @property
    def line(self) -> Phrase:
        """The same as a line of text."""
        return say("{name}: {value}", name=self.name, value=self.value)


class Head(NamedTuple):
    """What stands above a note: what it is of, whose it is, and when that was."""

    title: str
    client: str
    facts: tuple[Fact, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        """The same as lines of text, as they are signed."""
        return (str(self.title), str(self.client), *(str(one.line) for one in self.facts))


class Times(NamedTuple):
    """When the client was here, and how long hands were on; None or empty was not told.

    `visit`: which it was, and of how many.
    """

    on: date
    began: time | None = None
    ended: time | None = None
    minutes: int | None = None
    visit: tuple[int, int] | None = None
    fee: str = ""


def times_of(session: Session, log: Iterable[Session], plan: Plan) -> Times:
    """When a session was, which of its plan, and for how much where the plan has its price."""
    return Times(
        session.on,
        session.began,
        session.ended,
        session.minutes if session.was_had else None,
        (logging.number_of(session, log), logging.planned_sessions(plan)),
        _fee(session, plan),
    )


def _fee(session: Session, plan: Plan) -> Phrase | str:
    """The price of a session as long as planned; another length may have another price."""
    usual = logging.minutes_on(plan, session.on)
    if not plan.load.price or not session.was_had or session.minutes != usual:
        return ""
    return say("{price:,.2f} {currency}", price=plan.load.price, currency=plan.load.currency)


def filled(note: VisitNote, language: Language = SOURCE) -> dict[Part, str]:
    """The four parts as they are filled in from what was entered, a line for each sentence."""
    lines = (note.subjective, note.objective, note.assessment, note.plan)
    said = in_language(lines, language)
    return {part: "\n".join(of) for part, of in zip(Part, said, strict=True)}


def head_of(title: Phrase, client: str, times: Times, language: Language = SOURCE) -> Head:
    """The head of a note, in a language."""
    return in_language(Head(title, printable(client), tuple(_facts(times))), language)


def _facts(times: Times) -> Iterator[Fact]:
    yield Fact(say("Date"), dated(times.on, "weekday"))
    if times.began and times.ended:
        span = say("{begins} to {ends}", begins=_clock(times.began), ends=_clock(times.ended))
        yield Fact(say("Time"), span)
    elif times.began:
        yield Fact(say("Time"), say("from {begins}", begins=_clock(times.began)))
    if times.visit:
        number, of = times.visit
        yield Fact(say("Visit"), say("{number} of {of}", number=number, of=max(number, of)))
    if times.minutes:
        yield Fact(say("Hands-on"), say("{minutes} minutes", minutes=times.minutes))
    if times.fee:
        yield Fact(say("Fee"), times.fee)


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
    head: Head | None = None,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> str:
    """The note as plain text; of a signed note the head and the parts are those signed."""
    said = note.parts if note.is_signed else parts
    blocks = (
        Block("", in_lines(practice)),
        Block("", note.head or (head.lines if head else ())),
        *(Block(TITLES[one], _lines(said.get(one, ""))) for one in Part),
        Block("", (signature_in_words(note.signature) if note.signature else OPEN,)),
        Block(say("Added later"), tuple(map(added_in_words, note.addenda))),
        Block("", (NO_DIAGNOSIS,)),
    )
    return as_text(blocks, language)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip()) or (NOTHING_ENTERED,)
