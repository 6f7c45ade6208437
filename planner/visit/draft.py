"""A visit so far: a blank one, what was said put into it, and whether anything is missing."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Concatenate, ParamSpec, TypeVar

from pydantic import ValidationError

from planner.model.errors import IntakeError, Problem
from planner.model.intake import (
    UNNAMED,
    Client,
    Conversation,
    Person,
    Preferences,
    Scores,
    Severity,
)
from planner.model.practice import Practice
from planner.model.record import Record
from planner.model.record.refusal import problems_of
from planner.model.visit import Draft, Visit
from planner.model.vocabulary import Locale
from planner.words import say

P = ParamSpec("P")
C = TypeVar("C", bound=Conversation)
MISSING = say("is missing")


def blank(on: date, locale: Locale = Locale.US) -> Draft:
    """A visit in which nothing has been said yet."""
    return Draft(
        format=1,
        on=on,
        locale=locale,
        client=Person(label="", age=None),
        pain=(),
        marks={},
        severity=Scores(),
        answers={},
        where={},
        clearances=(),
        overrides=(),
        edits=(),
        preferences=Preferences(),
    )


def begun(on: date, practice: Practice) -> Draft:
    """A visit in which nothing has been said yet but what this practice sets for every visit.

    It is kept in the visit: what the practice changes later changes no visit that was begun.
    """
    return leaving_the_rest(blank(on, practice.locale), practice)


def leaving_the_rest(said: C, practice: Practice) -> C:
    """What a conversation leaves unsaid, as the practice sets it once."""
    general = {"locale": practice.locale, "language": practice.language}
    wishes, usual = said.preferences, _usual(practice)
    if wishes.session_price is not None:
        usual["prices"] = None
    kept = wishes.having(**_left(wishes, usual))
    more = _left(said, general)
    return said.having(**more, preferences=kept) if more or kept != wishes else said


def _left(said: Record, usual: Mapping[str, object]) -> dict[str, object]:
    """What of the usual was left unsaid, and is not meant by saying nothing."""
    fields = type(said).model_fields
    return {
        name: one
        for name, one in usual.items()
        if name not in said.model_fields_set and one is not None and one != fields[name].default
    }


def _usual(practice: Practice) -> dict[str, object]:
    """The wishes that a practice answers for every client; None where it says nothing."""
    only = practice.lengths[0] if len(practice.lengths) == 1 else None
    return {
        "currency": practice.currency,
        "prices": practice.prices or None,
        "session_price": None if practice.prices else practice.session_price,
        "session_minutes": only,
        "first_session_minutes": practice.first_session_minutes,
        "days": practice.days or None,
        "techniques_declined": practice.usual.techniques_declined or None,
        "therapies_declined": practice.usual.therapies_declined or None,
    }


def changed(
    draft: Draft, make: Callable[Concatenate[Draft, P], Draft], *said: P.args, **more: P.kwargs
) -> Draft:
    """What a change makes of a visit; raises IntakeError with everything that cannot be kept."""
    try:
        return make(draft, *said, **more)
    except ValidationError as error:
        raise IntakeError(problems_of(error, "visit")) from None


def saying(draft: Draft, **changes: object) -> Draft:
    """The visit saying this instead; None takes a part back. Raises IntakeError."""
    try:
        return draft.having(**changes)
    except ValidationError as error:
        raise IntakeError(problems_of(error, "visit")) from None


def belonging_to(draft: Draft, client: str) -> Draft:
    """The visit of a client of the records; an id that was set once stays."""
    if draft.client.id:
        return draft
    return saying(draft, client=draft.client.having(id=client))


def to_save(draft: Draft) -> Draft:
    """What a visit file holds: the conversation, without what is kept beside it."""
    beside = ("diary", "follow_up", "handed_out", "by_hand_then", "past", "undone")
    return saying(draft, **dict.fromkeys(beside))


def missing(draft: Draft) -> tuple[Problem, ...]:
    """What a plan needs and nobody has said yet."""
    pain = () if draft.pain else (Problem("pain", MISSING),)
    score = () if draft.is_scored else (Problem("severity.average", MISSING),)
    return (*pain, *score)


def whole(draft: Draft) -> Visit:
    """The visit with nothing missing; raises IntakeError with everything that is."""
    problems = missing(draft)
    if problems:
        raise IntakeError(problems)
    said = {name: getattr(draft, name) for name in draft.model_fields_set}
    who = draft.client
    client = Client(label=who.label or UNNAMED, age=who.age, id=who.id)
    scores = {name: getattr(draft.severity, name) for name in draft.severity.model_fields_set}
    return Visit(**{**said, "client": client, "severity": Severity(**scores)})
