"""Widgets bound to a place in the open visit: the visit is the truth, the widget shows it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.vocabulary import Locale
from ui.state import session

Write = Callable[[Any], None]


def shown(key: str, value: Any, write: Write) -> dict[str, Any]:
    """The `key` and `on_change` of a widget that shows `value` and hands changes to `write`.

    The widget's state is set only where it differs, so that nothing is overwritten while typed.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return {"key": key, "on_change": _changed, "args": (key, write)}


def _changed(key: str, write: Write) -> None:
    write(st.session_state[key])


def at(place: str, default: Any = None) -> dict[str, Any]:
    """A widget that shows and writes one place of the visit."""
    value = session.read(place)
    return shown(place, default if value is None else value, lambda new: session.write(place, new))


def number_at(place: str) -> dict[str, Any]:
    """A number field, whole numbers kept whole; empty is unknown."""
    value = session.read(place)
    return shown(
        place,
        None if value is None else float(value),
        lambda new: session.write(place, _whole(new)),
    )


def _whole(number: float | None) -> int | float | None:
    return int(number) if number is not None and float(number).is_integer() else number


def choice_at(place: str, unknown: str) -> dict[str, Any]:
    """Yes, no or `unknown`: the last is kept as nothing said, never as a no."""
    value = session.read(place)
    words = {True: "Yes", False: "No", None: unknown}
    values = {word: kept for kept, word in words.items()}
    return shown(place, words[value], lambda new: session.write(place, values[new]))


def place_field(knowledge: Knowledge) -> None:
    """The country, asked wherever its emergency numbers matter."""
    st.selectbox(
        "Where the client is",
        [one.value for one in Locale],
        format_func=lambda one: knowledge.locales[one].name,
        help="Decides which emergency numbers are shown and printed.",
        **at("locale", Locale.US.value),
    )


def with_kept(options: list[Any], kept: Any) -> list[Any]:
    """The usual choices and, where a file brought another one, that one too."""
    brought = [] if kept is None or kept in options else [kept]
    return sorted([*options, *brought])
