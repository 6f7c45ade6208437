"""The practice among the records: what all share, and the own part of whoever is using the app."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from planner.knowledge import load
from planner.model.errors import PlannerError
from planner.model.practice import (
    NOT_SET,
    Practice,
    Therapist,
    read_practice,
    read_therapist,
)
from planner.visit.set_once import still_known
from planner.words import LANGUAGES, Language, language
from planner.words.offered import for_clients
from records import Conflict, Records
from ui.state import records_of_session
from ui.state.language import usual

SHARED, OWN = "practice", "therapist"
BEFORE = "practice-before"  # what can be taken back: both texts, as they were
MOST_STEPS = 50
TRIES = 3  # somebody else may set something at the same moment


def now() -> Practice:
    """The practice as it signs today; one that was never set where it cannot be read."""
    return at_the_click()()


def at_the_click() -> Callable[[], Practice]:
    """The same, read when it is called, by a thread too that knows no session."""
    try:
        records = records_of_session.records()
    except PlannerError:
        return lambda: NOT_SET
    return partial(_signed, records)


def _signed(records: Records) -> Practice:
    try:
        return _shared(records).signed_by(_own(records))
    except PlannerError:
        return NOT_SET


def _blank() -> Practice:
    """One that was never set: its clients read what the screen is in where nobody chose."""
    return NOT_SET.replaced(language=usual()) if usual() in for_clients() else NOT_SET


def shared() -> Practice:
    """What the whole practice has in common; raises PlannerError."""
    return _shared(records_of_session.records())


def _shared(records: Records) -> Practice:
    text = _text(records, SHARED)
    return still_known(read_practice(text), load()) if text else _blank()


def own() -> Therapist:
    """The part of the therapist who is using the app; raises PlannerError."""
    return _own(records_of_session.records())


def _own(records: Records) -> Therapist:
    text = _text(records, OWN)
    return read_therapist(text) if text else Therapist()


def screen() -> Language:
    """The language of the screen of whoever is using the app."""
    try:
        chosen = own().language
    except PlannerError:
        chosen = ""
    return language(chosen if chosen in LANGUAGES else usual())


def change(make: Callable[[Practice], Practice]) -> None:
    """Keep what this makes of what is shared; raises PlannerError, and nothing changes."""
    _remember()
    _put(SHARED, lambda text: make(read_practice(text) if text else _blank()).model_dump_json())


def change_own(make: Callable[[Therapist], Therapist]) -> None:
    """Keep what this makes of the own part; raises PlannerError, and nothing changes."""
    _remember()
    _put(OWN, lambda text: make(read_therapist(text) if text else Therapist()).model_dump_json())


def put(common: Practice, of_own: Therapist) -> None:
    """Keep these in the place of what is set; raises PlannerError."""
    _remember()
    _put(SHARED, lambda _: common.model_dump_json())
    _put(OWN, lambda _: of_own.model_dump_json())


def may_be_taken_back() -> bool:
    """Whether something was changed here that can be taken back."""
    return bool(_before())


def take_back() -> None:
    """Make the last change here undone."""
    shared_before, own_before = _before().pop()
    _put(SHARED, lambda _: shared_before or _blank().model_dump_json())
    _put(OWN, lambda _: own_before or Therapist().model_dump_json())


def _before() -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = st.session_state.setdefault(BEFORE, [])
    return found


def _remember() -> None:
    steps, records = _before(), records_of_session.records()
    steps.append((_text(records, SHARED), _text(records, OWN)))
    del steps[:-MOST_STEPS]


def _text(records: Records, name: str) -> str:
    return records.setting(name, shared=name == SHARED).body


def _put(name: str, make: Callable[[str], str]) -> None:
    """Set it anew from what is kept at this moment."""
    records, is_shared = records_of_session.records(), name == SHARED
    for tries_left in reversed(range(TRIES)):
        seen = records.setting(name, shared=is_shared)
        made = make(seen.body)
        if made == seen.body:
            return
        try:
            records.put_setting(name, seen.revision, made, shared=is_shared)
        except Conflict:
            if not tries_left:
                raise
        else:
            return
