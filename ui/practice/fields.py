"""Widgets bound to the practice: each shows what is kept, and keeps what is changed."""

from collections.abc import Callable
from functools import partial
from typing import Concatenate, ParamSpec

import streamlit as st

from planner.model.errors import PlannerError
from planner.model.practice import Practice, Therapist
from planner.model.record import Record
from planner.visit.said.numbers import letters_of
from planner.visit.set_once import saying, saying_own
from ui.parts.fields import cut, say_if_cut, shown
from ui.state import practice, session
from ui.state.language import refusal

P = ParamSpec("P")
REFUSED = "refused-of-practice"


def keep(
    make: Callable[Concatenate[Practice, P], Practice], *said: P.args, **more: P.kwargs
) -> None:
    """Keep a change of what is shared; what cannot be kept is told, and nothing changes."""
    with_word(lambda: practice.change(lambda before: make(before, *said, **more)))


def keep_own(field: str, said: str) -> None:
    """Keep a field of the therapist's own part."""
    with_word(lambda: practice.change_own(lambda before: saying_own(before, field, said)))


def with_word(act: Callable[[], None]) -> None:
    """Do it, or say why it could not be done."""
    try:
        act()
        session.renew_untouched()
    except PlannerError as error:
        st.session_state[REFUSED] = refusal(error)


def refused() -> tuple[str, ...]:
    """Why the last change was not kept; told once."""
    found = st.session_state.pop(REFUSED, None)
    return (found,) if found else ()


def text(label: str, field: str, kept: Practice) -> None:
    """A field of text of what is shared."""
    _text(label, field, getattr(kept, field), Practice, partial(_put, field))


def own_text(label: str, field: str, kept: Therapist) -> None:
    """A field of text of the therapist's own part."""
    _text(label, field, getattr(kept, field), Therapist, partial(keep_own, field))


def _text(
    label: str, field: str, said: str, kind: type[Record], put: Callable[[str], None]
) -> None:
    key = f"{kind.__name__}/{field}"
    most = letters_of(kind, field)
    st.text_input(label, **shown(key, said, lambda new: put(cut(key, new, most)), "value"))
    say_if_cut(key)


def _put(field: str, said: object) -> None:
    keep(put_in, field, said)


def put_in(before: Practice, field: str, said: object) -> Practice:
    """The practice with one field said."""
    return saying(before, **{field: said})
