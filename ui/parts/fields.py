"""Widgets bound to a place in the open visit: the visit is the truth, the widget shows it."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, TypeVar

import streamlit as st

from planner.model.vocabulary import Locale
from planner.visit.said import places
from planner.visit.said.places import Place
from planner.words import say
from ui.state import session
from ui.state.language import knowledge, tell

Option = TypeVar("Option", float, str)
Bound = dict[str, Any]  # the arguments of a Streamlit widget, of whatever kind its value is
Write = Callable[[Any], None]

CHOICES = {"yes": say("Yes"), "no": say("No"), "not-asked": say("Not asked")}
KEPT = {"yes": True, "no": False, "not-asked": None}  # what a visit keeps of each


def shown(key: str, value: object, write: Write) -> Bound:
    """The `key` and `on_change` of a widget that shows `value` and hands changes to `write`.

    The widget's state is set only where it differs, so that nothing is overwritten while typed.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return {"key": key, "on_change": _changed, "args": (key, write)}


def _changed(key: str, write: Write) -> None:
    write(st.session_state[key])


def at(place: Place, default: object = None) -> Bound:
    """A widget that shows and writes one place of the visit."""
    value = _word(place.get(session.draft()))
    return shown(
        place.name, default if value is None else value, lambda new: session.change(place.put, new)
    )


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


def number_at(place: Place) -> Bound:
    """A number field, whole numbers kept whole; empty is unknown."""
    value = place.get(session.draft())
    number = float(value) if isinstance(value, (int, float)) else None
    return shown(place.name, number, lambda new: session.change(place.put, _whole(new)))


def _whole(number: float | None) -> int | float | None:
    return int(number) if number is not None and float(number).is_integer() else number


def choice_at(place: Place) -> Bound:
    """A choice among `CHOICES`: the last is kept as nothing said, never as a no."""
    value = place.get(session.draft())
    now = next(choice for choice, kept in KEPT.items() if kept is value)
    return shown(place.name, now, lambda new: session.change(place.put, KEPT[new]))


def choice_in_words(choice: str) -> str:
    """One of `CHOICES` as it is read."""
    return tell(CHOICES[choice])


def place_field() -> None:
    """The country, asked wherever its emergency numbers matter."""
    st.selectbox(
        tell("Where the client is"),
        [one.value for one in Locale],
        format_func=lambda one: knowledge().locales[Locale(one)].name,
        help=tell("Decides which emergency numbers are shown and printed."),
        **at(places.LOCALE, Locale.US.value),
    )


def with_kept(options: Sequence[Option], kept: Option | None) -> list[Option]:
    """The usual choices and, where a file brought another one, that one too."""
    known = list(options)
    if kept is not None and kept not in known:
        known.append(kept)
    return sorted(known)
