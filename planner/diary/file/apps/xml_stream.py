"""XML as it streams by: bounded memory, no document type, no entities, nothing fetched."""

import re
from collections.abc import Callable, Iterable, Iterator
from xml.parsers import expat

from planner.model.errors import DiaryError
from planner.words import say

Take = Callable[[str, dict[str, str]], None]
MIB = 2**20
LONGEST_HEAD = MIB  # in which the document type ends
LONGEST_PIECE = 2 * MIB  # of one tag or text; those of an export are shorter than a page
DEEPEST = 40
IN_ROOT = 2  # the depth of the elements right below the root
BEGINS = re.compile(rb"<!DOCTYPE|<[^!?]")
DOCUMENT_TYPE = re.compile(rb"<!DOCTYPE([^\[>]*)(?:\[(.*?)\]\s*)?>", re.DOTALL)
FETCHED = re.compile(rb"\b(?:SYSTEM|PUBLIC)\b")
CONTROL = bytes(set(range(32)) - set(b"\t\n\r"))  # some exports hold them, and no XML may
BROKEN = say("This XML file is damaged or cut short. Export it again.")
ENTITIES = say("This XML file defines entities of its own, which no diary needs. Export it again.")
OUTSIDE = say("This XML file asks for another file, which is never fetched. Export it again.")


def elements(pieces: Iterable[bytes], take: Take) -> None:
    """Hand each element right below the root to `take` with its attributes; raises DiaryError."""
    reader = _Reader(take)
    for piece in _without_document_type(pieces):
        reader.feed(piece.translate(None, CONTROL))
    reader.close()


class _Reader:
    """Expat with a depth and a length that it may not exceed."""

    def __init__(self, take: Take) -> None:
        self._take, self._depth, self._fed = take, 0, 0
        self._parser = expat.ParserCreate()
        self._parser.specified_attributes = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.StartDoctypeDeclHandler = _refused
        self._parser.EntityDeclHandler = _refused

    def feed(self, piece: bytes) -> None:
        self._fed += len(piece)
        self._parse(piece, last=False)
        if self._fed - self._parser.CurrentByteIndex > LONGEST_PIECE:
            raise DiaryError(BROKEN)

    def close(self) -> None:
        self._parse(b"", last=True)

    def _parse(self, piece: bytes, last: bool) -> None:
        try:
            self._parser.Parse(piece, last)
        except expat.ExpatError as error:
            raise DiaryError(BROKEN) from error

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == IN_ROOT:
            self._take(name, attributes)
        elif self._depth > DEEPEST:
            raise DiaryError(BROKEN)

    def _end(self, _name: str) -> None:
        self._depth -= 1


def _refused(*declared: object) -> None:
    raise DiaryError(ENTITIES)


def _without_document_type(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The pieces without the document type: that of some exports is malformed, and none is needed.

    Apple's of 2022 (version 12) lacks a bracket and is no XML; all between its ends is left out.
    """
    left = iter(pieces)
    head = b""
    for piece in left:
        head += piece
        begins = BEGINS.search(head)
        if begins and not begins[0].startswith(b"<!"):
            break
        declared = DOCUMENT_TYPE.search(head, begins.start()) if begins else None
        if declared:
            _check(declared)
            head = head[: declared.start()] + head[declared.end() :]
            break
        if len(head) > LONGEST_HEAD:
            raise DiaryError(BROKEN)
    yield head
    yield from left


def _check(declared: re.Match[bytes]) -> None:
    """Refuse a document type that lies in another file or defines entities."""
    if FETCHED.search(declared[1]):
        raise DiaryError(OUTSIDE)
    if declared[2] and b"<!ENTITY" in declared[2]:
        raise DiaryError(ENTITIES)
