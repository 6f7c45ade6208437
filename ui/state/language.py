"""The language of the screen: everything that a page says is said here."""

import os
from functools import cache
from typing import Any, TypeVar

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from planner.knowledge import Knowledge, load
from planner.model.errors import PlannerError, WordsError
from planner.model.intake import Conversation
from planner.model.phrase import Phrase
from planner.words import (
    Language,
    in_language,
    joined,
    language,
    say,
    say_many,
    spoken_in,
)
from planner.words.languages import MADE_UP, SOURCE_CODE
from planner.words.offered import for_clients

ENVIRONMENT = "PAIN_PLAN_LANGUAGE"
USUAL = "en"
KEY = "language-of-this-screen"  # as its therapist chose it, or as the client reads who holds it

Value = TypeVar("Value")


def spoken() -> Language:
    """The language of this screen; raises WordsError for one that has no catalogue."""
    return language(_chosen() or usual())


def _chosen() -> str:
    """What this screen was turned to; outside a screen (the door, a thread) nothing was."""
    is_screen = get_script_run_ctx(suppress_warning=True) is not None
    return str(st.session_state.get(KEY, "")) if is_screen else ""


def usual() -> str:
    """The language of whoever has chosen none."""
    return os.environ.get(ENVIRONMENT, USUAL)


def turn_to(wanted: Language) -> None:
    """From now on this screen is in that language."""
    st.session_state[KEY] = wanted.code


def read_by(client: Conversation) -> Language:
    """The language of what this client reads: papers, the own view, questions answered alone.

    Where that language is not on offer it is that of the screen, or English; where the screen
    speaks one made up for tests, it is that one.
    """
    of_screen = spoken()
    if usual() in MADE_UP:
        return of_screen
    offered = for_clients()
    found = (one for one in (client.language, of_screen.code) if one in offered)
    return spoken_in(next(found, SOURCE_CODE), client.locale)


def own_name(code: str) -> str:
    """What a language calls itself."""
    return (language(code).locale.get_language_name() or code).capitalize()


def unspoken() -> str:
    """Why the language that was asked for cannot be spoken; empty when it can."""
    try:
        language(usual())
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
