"""What is wrong with a text that is to be a record, as `place: what is wrong`."""

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any, NamedTuple

from pydantic import ValidationError

from planner.model import sizes
from planner.model.errors import Problem
from planner.model.phrase import Phrase, message_of, tell
from planner.model.record.library_words import recognised

NOT_A_FIELD = {
    "intake": tell("is not a field of an intake; check its spelling"),
    "plan": tell("is not a field of a plan; check its spelling"),
    "follow-up": tell("is not a field of a follow-up; check its spelling"),
    "session": tell("is not a field of a session; check its spelling"),
    "consent": tell("is not a field of a consent; check its spelling"),
    "note": tell("is not a field of a note; check its spelling"),
}


class LookedThrough(NamedTuple):
    """What a JSON text holds that no record takes, whatever kind it is.

    `twice`: names given twice, so that one answer would vanish unseen. `crowded`: objects of more
    names than can be looked at one by one. `large`: texts and lists of more than anybody wrote.
    """

    twice: list[Problem]
    crowded: list[Problem]
    large: list[Problem]


def looked_through(text: str | bytes, name: str, within: str = "") -> LookedThrough:
    """What is wrong with a JSON text before its fields are looked at; nothing where it is none."""
    found = LookedThrough([], [], [])

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        seen: dict[str, Any] = {}
        for key, value in items:
            place = f"{within}.{key}" if within else key
            if key in seen:
                found.twice.append(Problem(place, tell("is given twice; keep one")))
            seen[key] = value
            _note_too_much(found, place, value)
        return seen

    try:
        whole = json.loads(text, object_pairs_hook=pairs)
    except (ValueError, RecursionError):
        return LookedThrough([], [], [])
    _note_too_much(found, within or name, whole)
    return found


def _note_too_much(found: LookedThrough, place: str, value: object) -> None:
    if isinstance(value, str | list | dict):
        limit = sizes.WHOLE_TEXT if isinstance(value, str) else sizes.WHOLE_LIST
        if len(value) > limit:
            what = tell("holds {number}; {limit} at most", number=len(value), limit=limit)
            (found.crowded if isinstance(value, dict) else found.large).append(Problem(place, what))


def problems_of(error: ValidationError, name: str, within: str = "") -> list[Problem]:
    """pydantic's findings as `place: what is wrong`, each once, in the record's own words."""
    told = {
        Problem(_place(found["loc"], within) or name, _sentence(dict(found), name))
        for found in error.errors()
    }
    return not_too_many(sorted(told))


def not_too_many(problems: Iterable[Problem]) -> list[Problem]:
    """The same, at most a hundred of a kind, and how many more there are."""
    times: Counter[object] = Counter()
    told, more = [], {}
    for one in problems:
        kind = message_of(one.what) or one.what
        times[kind] += 1
        if times[kind] <= sizes.TOLD:
            told.append(one)
        elif kind not in more:
            more[kind] = one.place
    for kind, place in more.items():
        rest = times[kind] - sizes.TOLD
        told.append(Problem(place, tell("and {number} more like those above", number=rest)))
    return told


def _place(loc: tuple[int | str, ...], within: str) -> str:
    """`pain[0].condition` from pydantic's location."""
    place = within
    for step in loc:
        if step in ("int", "float", "[key]"):
            continue
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else step
    return place


_SENTENCES = {
    "missing": tell("is missing"),
    "finite_number": tell("is not a number"),
}


def _sentence(found: dict[str, Any], name: str) -> str:
    """One finding in words a person can act on."""
    if found["type"] == "extra_forbidden":
        return NOT_A_FIELD.get(name) or tell("is not a field of a {name}", name=name)
    if found["type"] == "json_invalid":
        return tell("is not JSON: {fault}", fault=recognised(found["ctx"]["error"]))
    if found["type"] == "value_error":
        return _said_by(found["ctx"]["error"])
    return _SENTENCES.get(found["type"]) or recognised(found["msg"])


def _said_by(error: ValueError) -> str:
    """The sentence that a check of ours raised."""
    said = error.args[0]
    return said if isinstance(said, Phrase) else str(error)
