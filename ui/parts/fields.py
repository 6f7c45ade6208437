"""Widgets bound to a place in the open visit: the visit is the truth, the widget shows it."""

from collections.abc import Callable, Sequence
from enum import Enum
from functools import partial
from typing import Any, Literal, TypeVar

import streamlit as st

from planner.model.vocabulary import Locale
from planner.visit.said import places
from planner.visit.said.places import Place
from planner.words.offered import for_clients
from ui.state import redrawn, session
from ui.state.language import knowledge, own_name, tell

Option = TypeVar("Option", float, str)
Bound = dict[str, Any]  # the arguments of a Streamlit widget, of whatever kind its value is
Write = Callable[[Any], None]
BeginsAs = Literal["default", "value"]  # what Streamlit calls it, by kind of widget

# Typing and Enter chooses the one thing that is shown: no fuzzy match, and nothing chooses all.
ONE_BY_NAME: Bound = {"filter_mode": "contains"}
SEVERAL_BY_NAME: Bound = {"filter_mode": "contains", "select_all": False}

# Choices that no other question on the page depends on: after these only the plan is drawn anew.
WISHED = (
    "pressure",
    "session_minutes",
    "sessions_per_week_max",
    "self_care_minutes_per_day",
    "days",
    "currency",
)
ALONE = {
    *(places.WISHES[one].name for one in WISHED),
    *(place.name for place in places.SCORES.values()),
}


def shown(key: str, value: object, write: Write, begins: BeginsAs = "default") -> Bound:
    """The arguments of a widget that shows `value` and hands changes to `write`.

    The widget's state is set only where it differs, so that nothing is overwritten while typed.
    The value is told in every run besides: where one run overtakes another, a browser draws a
    new widget from the later one, and would send a widget that begins empty as an answer.
    """
    return {**_bound(key, value, write), begins: value}


def shown_of(options: Sequence[str], key: str, value: str | None, write: Write) -> Bound:
    """The same of a widget that names the one chosen by its place among the options."""
    index = options.index(value) if value in options else None
    return {**_bound(key, value, write), "options": options, "index": index}


def _bound(key: str, value: object, write: Write) -> Bound:
    differs = key in st.session_state and st.session_state[key] != value
    if differs or session.takes_what_the_disk_has():
        st.session_state[key] = value
    return {"key": key, "on_change": _changed, "args": (key, write)}


def _changed(key: str, write: Write) -> None:
    before = redrawn.frame() if key in ALONE else None
    write(st.session_state[key])
    if before is not None:
        redrawn.draw_anew(before)


def at(place: Place) -> Bound:
    """A widget that shows and writes one place of the visit."""
    return shown(place.name, _word(place.get(session.draft())), partial(_put, place))


def text_field(label: str, place: Place) -> None:
    """A field of text that shows its label inside; what is too long is cut, and said so."""
    said = place.get(session.draft()) or ""
    look: Bound = {"placeholder": label, "label_visibility": "collapsed"}
    st.text_input(label, **look, **shown(place.name, said, partial(_put_cut, place), "value"))
    say_if_cut(place.name)


def _put_cut(place: Place, said: str) -> None:
    _put(place, cut(place.name, said, place.letters))


def cut(key: str, said: str, most: int | None) -> str:
    """What is kept of a text that may be too long; that it was cut is said beside the field."""
    kept = said.strip()[:most]
    st.session_state[f"cut/{key}"] = len(kept) if len(kept) < len(said.strip()) else 0
    return kept


def say_if_cut(key: str) -> None:
    """A word beside a field whose text was too long."""
    if number := st.session_state.get(f"cut/{key}"):
        st.caption(tell("Too long: cut to the first {number} letters.", number=number))


def free_text(label: str, most: int, key: str, empty: str | None = None) -> str:
    """A field of text in a form, bound to no place; what is too long is cut, and said so."""
    kept = cut(key, st.text_input(label, key=key, placeholder=empty), most)
    say_if_cut(key)
    return kept


def option_at(place: Place, options: Sequence[str]) -> Bound:
    """A list to choose one of, bound to a place of the visit."""
    said = str(_word(place.get(session.draft())))
    return shown_of(options, place.name, said, partial(_put, place))


def _put(place: Place, said: object) -> None:
    session.change(place.put, said)


def _word(value: object) -> object:
    """A widget offers the words of a list, not its members."""
    return value.value if isinstance(value, Enum) else value


def list_at(place: Place) -> Bound:
    """A widget of several choices, bound to a list of the visit."""
    return shown(place.name, listed(place), lambda new: session.change(place.put, list(new)))


def listed(place: Place) -> list[object]:
    """What is said at the place of a list; empty where nothing is."""
    value = place.get(session.draft())
    return [_word(one) for one in value] if isinstance(value, tuple) else []


def place_field() -> None:
    """The country, asked wherever its emergency numbers matter."""
    st.selectbox(
        tell("Where the client is"),
        **ONE_BY_NAME,
        format_func=lambda one: knowledge().locales[Locale(one)].name,
        help=tell("Decides which emergency numbers are shown and printed."),
        **option_at(places.LOCALE, [one.value for one in Locale]),
    )


def language_field() -> None:
    """What the client reads; asked once there is more than one language."""
    if len(offered := for_clients()) > 1:
        st.selectbox(
            tell("What the client reads is in"),
            **ONE_BY_NAME,
            format_func=own_name,
            help=tell("The papers, the client's view and the questions answered alone."),
            **option_at(places.LANGUAGE, offered),
        )


def with_kept(options: Sequence[Option], kept: Option | None) -> list[Option]:
    """The usual choices and, where a file brought another one, that one too."""
    known = list(options)
    if kept is not None and kept not in known:
        known.append(kept)
    return sorted(known)
