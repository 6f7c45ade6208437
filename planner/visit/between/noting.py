"""The life of a note: filled in, changed by hand, signed and closed, then only added to."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from pydantic import ValidationError

from planner.model.between.note import (
    About,
    AddedAs,
    Addendum,
    Note,
    Part,
    Signature,
)
from planner.model.errors import EntryError, Problem
from planner.model.record.refusal import problems_of
from planner.words import say

Parts = Mapping[Part, str]
CLOSED = say("is signed: it is not changed any more, only added to")


class Writer(NamedTuple):
    """Who signs: name and licence."""

    name: str
    licence: str = ""


def begun(about: About, of: str, on: date) -> Note:
    """A note in which nothing was changed by hand."""
    return Note(about=about, of=of, on=on)


def text_of(note: Note, filled: Parts) -> dict[Part, str]:
    """The four parts: as they were signed, else by hand, else as filled in."""
    return {one: note.parts[one] if one in note.parts else filled.get(one, "") for one in Part}


def by_hand(note: Note, part: Part, words: str | None) -> Note:
    """With a part changed by hand; None fills it in again. A signed note refuses."""
    _refuse_where_closed(note)
    others = {one: said for one, said in note.parts.items() if one is not part}
    kept = others if words is None else {**others, part: words}
    return _checked(note, parts={one: kept[one] for one in Part if one in kept})


def signed(note: Note, filled: Parts, head: tuple[str, ...], who: Writer, at: datetime) -> Note:
    """Closed as it reads now, with the therapist's name, licence and time."""
    _refuse_where_closed(note)
    if not who.name.strip():
        raise EntryError([Problem("note", say("names nobody who signs it"))])
    mark = Signature(by=who.name, licence=who.licence, at=at)
    return _checked(note, parts=text_of(note, filled), head=head, signature=mark)


def added(note: Note, kind: AddedAs, words: str, who: Writer, at: datetime) -> Note:
    """With words under a signed note; a note that is open is changed itself."""
    if not note.is_signed:
        raise EntryError([Problem("note", say("is open: change it itself, or sign it first"))])
    try:
        mark = Signature(by=who.name, licence=who.licence, at=at)
        more = Addendum(kind=kind, words=words, signature=mark)
    except ValidationError as error:
        raise EntryError(problems_of(error, "note", "note.addenda")) from None
    return _checked(note, addenda=(*note.addenda, more))


def may_follow(before: Note, after: Note) -> bool:
    """Whether one text may take the place of another; of a signed one only with more below."""
    if not before.is_signed:
        return (after.about, after.of) == (before.about, before.of)
    kept = len(before.addenda)
    same = after.replaced(addenda=()) == before.replaced(addenda=())
    return same and after.addenda[:kept] == before.addenda


def refuse_to_change(before: Note, after: Note) -> None:
    """Raise EntryError where a signed note would be another than it was."""
    if not may_follow(before, after):
        raise EntryError([Problem("note", CLOSED)])


def _refuse_where_closed(note: Note) -> None:
    if note.is_signed:
        raise EntryError([Problem("note", CLOSED)])


def _checked(note: Note, **said: object) -> Note:
    try:
        return note.having(**said)
    except ValidationError as error:
        raise EntryError(problems_of(error, "note", "note")) from None
