"""Reading what a call names and leaving what it asks for; a refusal is a sentence."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from pydantic import BaseModel

from planner.knowledge import load
from planner.model.errors import PlannerError
from planner.model.intake import Intake, read_intake
from planner.model.practice import NOT_SET, Practice
from planner.safety.asking.others import spelled_out
from planner.system import reading
from planner.system.writing import PRIVATE, Leaving
from planner.visit.draft import leaving_the_rest

_leaving: ContextVar[Leaving] = ContextVar("the files of this call")


class UsageError(PlannerError):
    """The words of the call are off, or files that it names do not go together."""


@contextmanager
def of_one_call() -> Iterator[Leaving]:
    """The files of one call; what was not put in place when it ends is gone."""
    leaving = Leaving()
    before = _leaving.set(leaving)
    try:
        yield leaving
    finally:
        _leaving.reset(before)
        leaving.drop()


def read(path: Path, megabytes: int = reading.RECORD) -> bytes:
    """The bytes of a file; raises FileError."""
    found = reading.read(path, megabytes)
    _leaving.get().was_read(found.file)
    return found.data


def intake_at(path: Path, practice: Practice = NOT_SET) -> Intake:
    """The intake in a file, every answer in it spelled out; raises PlannerError.

    What it leaves unsaid is as the practice sets it.
    """
    said = read_intake(read(path), load().known_ids)
    return spelled_out(leaving_the_rest(said, practice), load())


def write(path: Path, document: bytes, mode: int = PRIVATE) -> None:
    """A file that stands at its place once the whole call is carried out; raises FileError."""
    _leaving.get().add(path, document, mode)


def put_in_place() -> None:
    """Put what is written at its place, also where the call ends with a fault."""
    _leaving.get().put_in_place()


def as_json(value: object) -> str:
    """A record, or a plain value, as JSON for people and programs."""
    if isinstance(value, BaseModel):
        return value.model_dump_json(indent=2)
    return json.dumps(value, indent=2, ensure_ascii=False)
