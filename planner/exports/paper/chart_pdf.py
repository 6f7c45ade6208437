"""A note of the chart on paper: four parts, signed or with room to sign, what was added below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from planner.exports.letterhead import beside_the_line
from planner.exports.notes.chart import (
    ADDED_AS,
    TITLES,
    Head,
    filled,
    signature_in_words,
)
from planner.exports.notes.soap import NO_DIAGNOSIS, NOTHING_ENTERED, VisitNote
from planner.exports.notes.tables import Block, Table, Tick, blocks
from planner.exports.paper.typesetting import compiled, date_parts, paper_of
from planner.model.between.note import Addendum, Note, Part
from planner.model.practice import NOT_SET, Practice
from planner.words import SOURCE, Language, formed, in_language, say
from planner.words.typed import printable

CLOSED = say("Signed and closed: nothing above is changed any more. What came later stands below.")
OPEN = say("Not signed yet. Nothing above is changed after signing.")
LATER = say("Added later, with date, time and initials. Nothing above is changed after signing.")
BY_HAND = (
    say("Consent confirmed before hands-on"),
    say("Right to stop repeated; drape as agreed"),
)


@dataclass(frozen=True)
class PartOnPaper:
    """A part of the note: its letter, its name, its sentences and tables."""

    letter: str
    name: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Added:
    """What was added to a signed note: what kind, the words, who and when."""

    kind: str
    words: str
    signed: str


@dataclass(frozen=True)
class NoteOnPaper:
    """A note, ready to be laid out; `by_hand` are boxes to tick on an open note of a session."""

    title: str
    client: str
    facts: tuple[tuple[str, str], ...]
    more: tuple[str, ...]
    parts: tuple[PartOnPaper, ...]
    ticks: tuple[Tick, ...]
    by_hand: tuple[str, ...]
    signs: str
    signed: str
    state: str
    later: str
    added: tuple[Added, ...]


def chart_pdf(
    note: Note,
    made: VisitNote,
    head: Head,
    locale: str,
    language: Language = SOURCE,
    practice: Practice = NOT_SET,
) -> bytes:
    """The note as PDF; of a signed note the head and the parts are those signed."""
    page = on_paper(note, in_language(made, language), head, beside_the_line(practice))
    data = {
        "date": date_parts(note.on),
        "paper": paper_of(locale),
        "note": page,
        "foot": say("{title}, {day}", title=page.title, day=note.on),
        "disclaimer": NO_DIAGNOSIS,
        "small_print": [],
    }
    return compiled("chart.typ", data, language, practice)


def on_paper(note: Note, made: VisitNote, head: Head, signs: str = "") -> NoteOnPaper:
    """The note as a value; what still reads as it was filled in is drawn as table and tick."""
    lines = note.head or head.lines
    known = {str(one.line): (str(one.name), str(one.value)) for one in head.facts}
    parts = {one: _lines(words) for one, words in _text(note, made).items()}
    ticks = [one for one in made.ticks if any(one.line in of for of in parts.values())]
    return NoteOnPaper(
        title=lines[0],
        client=printable(lines[1]) if lines[1:] else "",
        facts=tuple(known[one] for one in lines[2:] if one in known),
        more=tuple(printable(one) for one in lines[2:] if one not in known),
        parts=tuple(_part(one, parts[one], made.tables, ticks) for one in Part),
        ticks=tuple(ticks),
        by_hand=() if note.is_signed or not made.is_of_a_session else _to_tick(ticks),
        signs=signs or say("Therapist"),
        signed=signature_in_words(note.signature) if note.signature else "",
        state=CLOSED if note.is_signed else OPEN,
        later=LATER if note.is_signed else "",
        added=tuple(map(_added, note.addenda)),
    )


def _text(note: Note, made: VisitNote) -> Mapping[Part, str]:
    """The parts as they were signed, else by hand, else as filled in."""
    return {**filled(made), **note.parts}


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line for line in text.splitlines() if line.strip())


def _part(
    part: Part, lines: Sequence[str], tables: Sequence[Table], ticks: Sequence[Tick]
) -> PartOnPaper:
    below = [one.line for one in ticks]
    told = [one for one in lines if one not in below]
    found = tuple(_typed(blocks(told, tables))) or (Block(text=NOTHING_ENTERED),)
    return PartOnPaper(part.value[0].upper(), TITLES[part], found)


def _typed(found: Iterator[Block]) -> Iterator[Block]:
    for one in found:
        yield one.replaced(text=printable(one.text)) if one.text else one


def _to_tick(ticks: Sequence[Tick]) -> tuple[str, ...]:
    """What the record does not have yet: consent, where nobody noted it, and the drape."""
    return BY_HAND[1:] if ticks else BY_HAND


def _added(one: Addendum) -> Added:
    return Added(
        ADDED_AS[one.kind],
        formed(printable(one.words), "sentence"),
        signature_in_words(one.signature),
    )
