"""The therapist's own hand on the plan: a line said otherwise, taken out, swapped or put in."""

from collections.abc import Container, Iterable

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.vocabulary import Change
from planner.visit.said import edits
from planner.words import say
from ui.parts.fields import ONE_BY_NAME
from ui.state import session
from ui.state.language import tell

STILL_SAFETY = say("What the answers keep away stays away, whoever asks for it.")


def change_line(line: LineId, others: Iterable[LineId], knowledge: Knowledge) -> None:
    """What can be done to one line, inside its opened reasons."""
    key = line.replace(":", "-")
    st.markdown(tell("**Change this line**"))
    with st.form(f"edit-{key}", enter_to_submit=False, border=False, clear_on_submit=True):
        words = st.text_input(
            tell("In your own words"), max_chars=edits.MOST_WORDS, key=f"edit-words-{key}"
        )
        with st.container(horizontal=True):
            said = st.form_submit_button(tell("Use my words"), key=f"say-{key}")
            out = st.form_submit_button(tell("Remove"), key=f"out-{key}")
    if said and not words.strip():
        st.error(tell("Write how it should read first."))
    elif said or out:
        session.change(edits.edited, line, Change.REWORD if said else Change.REMOVE, words)
        st.rerun()
    _swap(line, key, others, knowledge)
    if line in edits.edited_lines(session.draft()):
        st.button(
            tell("Undo my change"),
            key=f"undo-{key}",
            icon=":material/undo:",
            on_click=session.change,
            args=(edits.undone, line),
        )


def _swap(line: LineId, key: str, others: Iterable[LineId], knowledge: Knowledge) -> None:
    st.selectbox(
        tell("Swap for"),
        list(others),
        index=None,
        format_func=lambda one: name_of(one, knowledge),
        placeholder=tell("Choose another"),
        key=f"swap-{key}",
        on_change=_swapped,
        args=(line, f"swap-{key}"),
        **ONE_BY_NAME,
    )


def _swapped(line: LineId, key: str) -> None:
    chosen = st.session_state[key]
    if chosen:
        session.change(edits.swapped, line, chosen, tell(edits.INSTEAD))


def put_in(others: Iterable[LineId], there: Container[LineId], knowledge: Knowledge) -> None:
    """A button that opens what else can be put into the plan, and what was taken out of it."""
    with st.popover(
        tell("Add to the plan"), type="tertiary", key="add", on_change="rerun"
    ) as opened:
        if opened.open:
            _choose(list(others), knowledge)
            _taken_out(there, knowledge)


def _choose(others: list[LineId], knowledge: Knowledge) -> None:
    with st.form("add-form", enter_to_submit=False, border=False, clear_on_submit=True):
        chosen = st.selectbox(
            tell("Put into the plan"),
            others,
            index=None,
            format_func=lambda one: _with_part(one, knowledge),
            placeholder=tell("Choose, or type to search"),
            key="add-which",
            help=tell(STILL_SAFETY),
            **ONE_BY_NAME,
        )
        words = st.text_input(tell("Your reason (printed)"), max_chars=400, key="add-why")
        if st.form_submit_button(tell("Put it in"), key="add-now") and chosen:
            session.change(edits.edited, chosen, Change.ADD, words)
            st.rerun()


def _with_part(line: LineId, knowledge: Knowledge) -> str:
    """A line with the part of the plan it belongs to."""
    name = name_of(line, knowledge)
    if line in knowledge.techniques:
        return tell("Massage: {name}", name=name)
    if line in knowledge.therapies:
        return tell("Beside massage: {name}", name=name)
    return tell("At home: {name}", name=name)


def _taken_out(there: Container[LineId], knowledge: Knowledge) -> None:
    """Every line the therapist changed that is not in the plan now."""
    for line in edits.edited_lines(session.draft()):
        if line not in there:
            st.button(
                tell("Undo: {name}", name=name_of(line, knowledge)),
                key=f"back-{line.replace(':', '-')}",
                icon=":material/undo:",
                on_click=session.change,
                args=(edits.undone, line),
            )
