"""A list that is searched: the first entries found, and a way to see more."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

from ui.state.language import tell

Shown = TypeVar("Shown")
AT_ONCE = 20


def holds(words: str | None, *texts: str) -> bool:
    """Whether every word searched for is somewhere in these texts."""
    whole = " ".join(texts).casefold()
    return all(word in whole for word in (words or "").casefold().split())


def listed(
    name: str, found: Sequence[Shown], told: str, draw: Callable[[Sequence[Shown]], None]
) -> None:
    """The first entries found, drawn together, and a way to see more."""
    st.caption(told)
    if not found:
        st.info(tell("Nothing fits. Take a word out of the search, or a filter off."))
    key = f"many-{name}"
    many = st.session_state.get(key, AT_ONCE)
    draw(found[:many])
    if many < len(found):
        st.button(tell("Show more"), key=f"more-{name}", on_click=_more, args=(key, many))


def boxed(one_entry: Callable[[Shown], None]) -> Callable[[Sequence[Shown]], None]:
    """Each entry in a box of its own."""

    def draw(found: Sequence[Shown]) -> None:
        for one in found:
            with st.container(border=True, gap="xxsmall"):
                one_entry(one)

    return draw


def _more(key: str, many: int) -> None:
    st.session_state[key] = many + AT_ONCE
