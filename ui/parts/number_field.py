"""Number fields: an emptied one is empty, and what is not taken is said beside it in our words."""

from collections.abc import Callable
from functools import partial
from typing import Literal, NamedTuple

import streamlit as st

from planner.visit.said.numbers import Range, fault
from planner.visit.said.places import Place
from ui.parts.markdown import with_icon
from ui.state import session
from ui.state.language import tell

Write = Callable[[float | None], None]
SETTLING = 5  # runs: more taps than a slow browser is behind by


class Look(NamedTuple):
    """How a number field stands: what a tap on its signs adds, and the words beside it."""

    step: float = 1.0
    empty: str | None = None
    why: str | None = None
    label: Literal["visible", "collapsed"] = "visible"


USUAL = Look()


def number_at(label: str, place: Place, look: Look = USUAL) -> None:
    """A number field bound to a place of the visit; empty is unknown."""
    assert place.takes is not None
    kept = place.get(session.draft())
    number = float(kept) if isinstance(kept, (int, float)) else None
    number_field(label, place.name, number, place.takes, partial(_put, place), look)


def _put(place: Place, number: float | None) -> None:
    session.change(place.put, whole(number))


def whole(number: float | None) -> int | float | None:
    """A whole number as one."""
    return int(number) if number is not None and float(number).is_integer() else number


def number_field(
    label: str, key: str, kept: float | None, takes: Range, write: Write, look: Look = USUAL
) -> None:
    """A number field that shows `kept` and hands on what is taken; what is not taken is none.

    What was typed and not taken stays in the field, beside the reason; nothing is kept of it.
    """
    typed = st.session_state.get(key)
    told = fault(typed, takes) if kept is None else None
    _show(key, typed if told else kept)
    st.number_input(
        label,
        value=None,  # with any other, Streamlit fills an emptied field again
        format="%g",
        key=key,
        on_change=_changed,
        args=(key, takes, write),
        step=look.step,
        placeholder=look.empty,
        help=look.why,
        label_visibility=look.label,
    )
    if told:
        st.caption(with_icon("error", tell(told)))


def _show(key: str, value: float | None) -> None:
    """Set what the widget shows where it differs, after each answer, and while the widget is new.

    Its state reaches a browser once: where one run overtakes another, the widget would begin
    empty there, and the browser would send that as an answer. An answer given while the run of the
    one before is still on its way is written over there, so it is sent back once.
    """
    runs = f"runs/{key}"
    new = 0 if key not in st.session_state else st.session_state.get(runs, 0) + 1
    st.session_state[runs] = new
    settling = new < SETTLING and value is not None
    answered = st.session_state.pop(f"answered/{key}", False)
    if new == 0 or settling or answered or st.session_state[key] != value:
        st.session_state[key] = value


def _changed(key: str, takes: Range, write: Write) -> None:
    typed = st.session_state[key]
    st.session_state[f"answered/{key}"] = True
    write(None if fault(typed, takes) else typed)
