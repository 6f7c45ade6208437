"""Reading what a call names and writing what it asks for; a refusal is a sentence."""

import json
from pathlib import Path

from pydantic import BaseModel

from planner.knowledge import load
from planner.model.errors import PlannerError, Problem
from planner.model.intake import Intake, read_intake
from planner.model.practice import NOT_SET, Practice
from planner.safety.others import spelled_out
from planner.visit.draft import leaving_the_rest
from planner.words import say

CANNOT_BE_OPENED = say("cannot be opened")


class UsageError(PlannerError):
    """The words of the call are off, or a file it names cannot be used."""


def read(path: Path) -> bytes:
    """The bytes of a file."""
    try:
        return path.read_bytes()
    except OSError as error:
        what = say("cannot be read: {reason}", reason=error.strerror or CANNOT_BE_OPENED)
        raise UsageError([Problem(str(path), what)]) from None


def intake_at(path: Path, practice: Practice = NOT_SET) -> Intake:
    """The intake in a file, every answer in it spelled out; raises PlannerError.

    What it leaves unsaid is as the practice sets it.
    """
    said = read_intake(read(path), load().known_ids)
    return spelled_out(leaving_the_rest(said, practice), load())


def write(path: Path, document: bytes) -> None:
    """Write a file."""
    try:
        path.write_bytes(document)
    except OSError as error:
        what = say("cannot be written: {reason}", reason=error.strerror or CANNOT_BE_OPENED)
        raise UsageError([Problem(str(path), what)]) from None


def as_json(value: object) -> str:
    """A record, or a plain value, as JSON for people and programs."""
    if isinstance(value, BaseModel):
        return value.model_dump_json(indent=2)
    return json.dumps(value, indent=2, ensure_ascii=False)
