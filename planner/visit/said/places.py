"""The places of a visit where one thing is said: each knows how to look there and to say it.

A place names fields of the records; a name that is none is refused when the place is made, which
for the constants here is when this module is imported.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

from pydantic import ValidationError

from planner.model.assessment import Assessment
from planner.model.errors import IntakeError, Problem
from planner.model.follow_up import FollowUp
from planner.model.ids import ConditionId, QuestionId
from planner.model.intake import PainSource, Person, Preferences, QuestionnaireScore, Scores
from planner.model.record import R, Record
from planner.model.record.refusal import problems_of
from planner.model.visit import Draft
from planner.model.vocabulary import Locale
from planner.visit.draft import saying
from planner.visit.said.follow_up import Fact, said_there
from planner.visit.said.numbers import Range, letters_of, range_of
from planner.visit.said.pain_sources import ABOUT_A_PAIN
from planner.words import say
from planner.words.offered import for_clients


@dataclass(frozen=True)
class Place:
    """One place: its name such as "severity/average", how it is read, and how it is written.

    `takes`: which numbers it takes, where it holds one. `letters`: the most of a text.
    """

    name: str
    get: Callable[[Draft], object]
    put: Callable[[Draft, object], Draft]
    takes: Range | None = None
    letters: int | None = None


def within(part: str, kind: type[Record], field: str) -> Place:
    """A field of a part of the visit."""
    _check(Draft, part)
    _check(kind, field)

    def put(draft: Draft, value: object) -> Draft:
        return saying(draft, **{part: _having(getattr(draft, part), part, field, value)})

    def get(draft: Draft) -> object:
        return getattr(getattr(draft, part), field)

    return Place(f"{part}/{field}", get, put, range_of(kind, field), letters_of(kind, field))


def of_source(condition: ConditionId, field: str) -> Place:
    """A field of one pain source of the visit."""
    _check(PainSource, field)
    name = f"pain/{condition}"

    def get(draft: Draft) -> object:
        found = next((one for one in draft.pain if one.condition == condition), None)
        return getattr(found, field) if found else None

    def put(draft: Draft, value: object) -> Draft:
        pain = tuple(
            _having(_sure_of(one, field), name, field, value) if one.condition == condition else one
            for one in draft.pain
        )
        return saying(draft, pain=pain)

    return Place(f"{name}/{field}", get, put, range_of(PainSource, field))


def _sure_of(source: PainSource, field: str) -> PainSource:
    """The pain source before something else is said there than that nobody is sure."""
    return source.having(unsure=tuple(one for one in source.unsure if one != field) or None)


def where(row: QuestionId) -> Place:
    """The regions where a precaution holds."""

    def put(draft: Draft, value: object) -> Draft:
        regions = tuple(value) if isinstance(value, (list, tuple)) else ()
        others = {one: kept for one, kept in draft.where.items() if one != row}
        return saying(draft, where={**others, row: regions} if regions else others)

    return Place(f"where/{row}", lambda draft: draft.where.get(row), put)


def _check(kind: type[Record], field: str) -> None:
    if field not in kind.model_fields:
        raise LookupError(f"{kind.__name__} has no field '{field}'")


def _having(record: R, within: str, field: str, value: object) -> R:
    """The record with one field said as JSON says it: a list, a word, a number; None takes back."""
    said = {**record.model_dump(mode="json", exclude_unset=True), field: value}
    kept = {name: one for name, one in said.items() if one is not None}
    try:
        return type(record).model_validate_json(json.dumps(kept))
    except ValidationError as error:
        raise IntakeError(problems_of(error, field, within.replace("/", "."))) from None


def of_follow_up(field: str) -> Place:
    """A fact that is asked at a later visit."""
    _check(FollowUp, field)
    name = f"follow_up/{field}"

    def put(draft: Draft, value: object) -> Draft:
        kept = said_there(draft)
        facts = _having(kept.facts, "follow_up", field, value)
        after = kept.having(facts=facts)
        return draft if after == kept else saying(draft, follow_up=after)

    def get(draft: Draft) -> object:
        return getattr(said_there(draft).facts, field)

    return Place(name, get, put, range_of(FollowUp, field), letters_of(FollowUp, field))


def _with_locale(draft: Draft, value: object) -> Draft:
    if value is not None and value not in list(Locale):
        what = say("is none of {names:or}", names=tuple(Locale))
        raise IntakeError([Problem("locale", what)])
    return saying(draft, locale=None if value is None else Locale(str(value)))


def _with_language(draft: Draft, value: object) -> Draft:
    if value is not None and value not in for_clients():
        what = say("is none of {names:or}", names=for_clients())
        raise IntakeError([Problem("language", what)])
    return saying(draft, language=None if value is None else str(value))


LOCALE = Place("locale", lambda draft: draft.locale, _with_locale)
LANGUAGE = Place("language", lambda draft: draft.language, _with_language)
LABEL, AGE = within("client", Person, "label"), within("client", Person, "age")
SCORES = {field: within("severity", Scores, field) for field in Scores.model_fields}
WISHES = {field: within("preferences", Preferences, field) for field in Preferences.model_fields}


def _with_scores(draft: Draft, value: object) -> Draft:
    said = {"measured": value} if value else {}
    return saying(draft, measured=_Scored.model_validate_json(json.dumps(said)).measured or None)


class _Scored(Record):
    measured: tuple[QuestionnaireScore, ...] = ()


MEASURED = Place("measured", lambda draft: draft.measured, _with_scores)
FOUND = tuple(within("assessment", Assessment, field) for field in Assessment.model_fields)
FACTS = tuple(of_follow_up(field) for field in get_args(Fact))
EVERY = (LOCALE, LANGUAGE, LABEL, AGE, *SCORES.values(), *WISHES.values(), *FOUND, MEASURED, *FACTS)
ALL = {one.name: one for one in EVERY}


def named(name: str, draft: Draft) -> Place:
    """The place with this name; raises IntakeError, with the names there are, when none has it."""
    sources = (of_source(one.condition, field) for one in draft.pain for field in ABOUT_A_PAIN)
    there = {**ALL, **{one.name: one for one in sources}}
    if name not in there:
        what = say("is not a place of this visit; there are {names}", names=tuple(there))
        raise IntakeError([Problem(name, what)])
    return there[name]
