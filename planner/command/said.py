"""`PLACE=VALUE`, as several commands take what is said, and the visit file that they work on."""

import json
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pydantic import JsonValue

from planner.command.files import UsageError, read
from planner.knowledge import load
from planner.model.errors import Problem
from planner.model.visit import Draft
from planner.visit.kept.visit_file import read_visit_file
from planner.words import say

Word = TypeVar("Word", bound=StrEnum)


def visit_at(path: Path) -> Draft:
    """The visit in a file; raises PlannerError."""
    return read_visit_file(read(path), load())


def pairs(said: Iterable[str]) -> Iterator[tuple[str, str]]:
    """`PLACE=VALUE`, each apart."""
    for one in said:
        place, sign, value = one.partition("=")
        if not sign:
            raise UsageError([Problem(one, say("is not written as PLACE=VALUE"))])
        yield place, value


def value_of(text: str) -> JsonValue:
    """A value as JSON where it is some, else as the words it is; nothing takes back."""
    try:
        found: JsonValue = json.loads(text) if text else None
    except ValueError:
        return text
    return found


def one_of(kind: type[Word], word: str, place: str) -> Word:
    """A word of a closed list; raises UsageError with those there are."""
    if word not in list(kind):
        what = say("'{given}' is not an answer; there are {known}", given=word, known=tuple(kind))
        raise UsageError([Problem(place, what)])
    return kind(word)
