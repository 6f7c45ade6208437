"""The language of the screen: everything that a page says is said here."""

import os
from functools import cache
from typing import Any, TypeVar

from planner.knowledge import Knowledge, load
from planner.model.errors import PlannerError, WordsError
from planner.model.phrase import Phrase
from planner.words import LANGUAGES, Language, in_language, joined, language, say, say_many

ENVIRONMENT = "PAIN_PLAN_LANGUAGE"
USUAL = "en"

Value = TypeVar("Value")


def spoken() -> Language:
    """The language of this screen; raises WordsError for one that has no catalogue."""
    return language(os.environ.get(ENVIRONMENT, USUAL))


def spoken_on_paper(code: str) -> Language:
    """The language of a visit's papers; that of this screen where the visit names no other."""
    return spoken() if code in (USUAL, "") or code not in LANGUAGES else language(code)


def unspoken() -> str:
    """Why the language that was asked for cannot be spoken; empty when it can."""
    try:
        spoken()
    except WordsError as error:
        return f"{ENVIRONMENT}: {error.problems[0].what}"
    return ""


def tell(text: str, /, **fill: Any) -> str:
    """A message in the language of the screen; a phrase is said as it is, without a fill."""
    phrase = text if isinstance(text, Phrase) else say(text, **fill)
    return in_language(phrase, spoken())


def tell_many(one: str, many: str, number: float, /, **fill: Any) -> str:
    """A message that a number decides: `{number}` is its fill."""
    return in_language(say_many(one, many, number, **fill), spoken())


def shown(value: Value) -> Value:
    """A value as a page shows it: a plan, a review, a table, a chart, a note."""
    return in_language(value, spoken())


def refusal(error: PlannerError) -> str:
    """Why something could not be done: each problem with its place."""
    problems = [say("{place}: {what}", place=one.place, what=one.what) for one in error.problems]
    return shown(joined(*problems, by="\n"))


def knowledge() -> Knowledge:
    """The facts in the language of the screen, to name things by; plans are made from `load()`."""
    return _facts_in(spoken())


@cache
def _facts_in(wanted: Language) -> Knowledge:
    return in_language(load(), wanted)
