"""A visit so far: a blank one, what was said put into it, and whether anything is missing."""

from collections.abc import Callable
from datetime import date
from typing import Concatenate, ParamSpec

from pydantic import ValidationError

from planner.model.errors import IntakeError, Problem
from planner.model.intake import UNNAMED, Client, Person, Preferences, Scores, Severity
from planner.model.record import problems_of
from planner.model.visit import Draft, Visit
from planner.model.vocabulary import Locale
from planner.words import say

P = ParamSpec("P")
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
    client = Client(label=draft.client.label or UNNAMED, age=draft.client.age)
    scores = {name: getattr(draft.severity, name) for name in draft.severity.model_fields_set}
    return Visit(**{**said, "client": client, "severity": Severity(**scores)})
