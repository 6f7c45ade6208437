"""What a number field of the visit takes, and why it does not take what was typed.

What is not taken is said beside the field; the visit then holds nothing there, for an unknown is
honest and the number before is no longer what the screen shows.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from planner.model.phrase import Phrase
from planner.model.record import Record
from planner.words import say

# what pydantic calls a bound where a number may be of two kinds
SAME = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum"}


class Range(NamedTuple):
    """The numbers that a field takes; `above`: more than `least`, not `least` itself."""

    least: float
    most: float
    whole: bool = False
    above: bool = False


def range_of(kind: type[Record], field: str) -> Range | None:
    """What a field of a record takes; None where it holds no number."""
    schemas = [one for one in _schemas(kind, field) if one.get("type") in ("integer", "number")]
    if not schemas:
        return None
    bounds = {SAME.get(name, name): bound for one in schemas for name, bound in one.items()}
    above = "exclusiveMinimum" in bounds
    least = bounds["exclusiveMinimum" if above else "minimum"]
    whole = all(one["type"] == "integer" for one in schemas)
    return Range(least, bounds["maximum"], whole, above)


def number_of(kind: type[Record], field: str) -> Range:
    """What a field of a record takes that holds a number; raises LookupError for any other."""
    found = range_of(kind, field)
    if found is None:
        raise LookupError(f"{kind.__name__}.{field} holds no number")
    return found


def letters_of(kind: type[Record], field: str) -> int | None:
    """The most letters that a field of a record takes; None where nothing says."""
    found = (one.get("maxLength") for one in _schemas(kind, field))
    return next((most for most in found if most is not None), None)


@cache
def _schemas(kind: type[Record], field: str) -> tuple[dict[str, Any], ...]:
    """The JSON schemas of a field, one for each kind of value it may hold."""
    return tuple(_each(_fields(kind)[field]))


@cache
def _fields(kind: type[Record]) -> dict[str, Any]:
    """The JSON schema of each field of a record: made once, for it takes milliseconds."""
    fields: dict[str, Any] = kind.model_json_schema()["properties"]
    return fields


def _each(said: dict[str, Any]) -> Iterator[dict[str, Any]]:
    around = {name: one for name, one in said.items() if name != "anyOf"}
    if "anyOf" not in said:
        yield said
    for one in said.get("anyOf", ()):
        yield from _each({**around, **one})


def fault(number: float | None, takes: Range) -> Phrase | None:
    """Why this number is not taken; None where it is, or where nothing was typed."""
    if number is None:
        return None
    outside = not takes.least <= number <= takes.most
    if outside or (takes.above and number == takes.least):
        return _outside(number, takes)
    if takes.whole and not float(number).is_integer():
        return say(
            "Not taken: {number:g}. Write a whole number, {below} or {above}.",
            number=number,
            below=int(number),
            above=int(number) + 1,
        )
    return None


def _outside(number: float, takes: Range) -> Phrase:
    said = {"number": number, "least": takes.least, "most": takes.most}
    if takes.above:
        return say("Not taken: {number:g}. It is more than {least:g}, {most:g} at most.", **said)
    return say("Not taken: {number:g}. It goes from {least:g} to {most:g}.", **said)
