"""The therapist's own hand on the plan: a line said otherwise, taken out, swapped or put in."""

from collections.abc import Iterable

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.vocabulary import Change
from planner.visit import edits
from ui.parts.wording import name_of
from ui.state import session

STILL_SAFETY = "What the answers keep away stays away, whoever asks for it."


def change_line(line: LineId, others: Iterable[LineId], knowledge: Knowledge) -> None:
    """What can be done to one line, inside its opened reasons."""
    key = line.replace(":", "-")
    st.markdown("**Change this line**")
    with st.form(f"edit-{key}", enter_to_submit=False, border=False, clear_on_submit=True):
        words = st.text_input(
            "In your own words", max_chars=edits.MOST_WORDS, key=f"edit-words-{key}"
        )
        with st.container(horizontal=True):
            said = st.form_submit_button("Use my words", key=f"say-{key}")
            out = st.form_submit_button("Remove", key=f"out-{key}")
    if said and not words.strip():
        st.error("Write how it should read first.")
    elif said or out:
        session.change(edits.edited, line, Change.REWORD if said else Change.REMOVE, words)
        st.rerun()
    _swap(line, key, others, knowledge)
    if line in edits.edited_lines(session.draft()):
        st.button(
            "Undo my change",
            key=f"undo-{key}",
            icon=":material/undo:",
            on_click=session.change,
            args=(edits.undone, line),
        )


def _swap(line: LineId, key: str, others: Iterable[LineId], knowledge: Knowledge) -> None:
    st.selectbox(
        "Swap for",
        list(others),
        index=None,
        format_func=lambda one: name_of(one, knowledge),
        placeholder="Choose another",
        key=f"swap-{key}",
        on_change=_swapped,
        args=(line, f"swap-{key}"),
    )


def _swapped(line: LineId, key: str) -> None:
    chosen = st.session_state[key]
    if chosen:
        session.change(edits.swapped, line, chosen)


def put_in(others: Iterable[LineId], knowledge: Knowledge) -> None:
    """A button that opens what else can be put into the plan, and what was taken out of it."""
    with st.popover("Add to the plan", type="tertiary", key="add", on_change="rerun") as opened:
        if opened.open:
            lines = list(others)
            _choose(lines, knowledge)
            _taken_out(lines, knowledge)


def _choose(others: list[LineId], knowledge: Knowledge) -> None:
    with st.form("add-form", enter_to_submit=False, border=False, clear_on_submit=True):
        chosen = st.selectbox(
            "Put into the plan",
            others,
            index=None,
            format_func=lambda one: f"{_part_of(one, knowledge)}: {name_of(one, knowledge)}",
            placeholder="Choose, or type to search",
            key="add-which",
            help=STILL_SAFETY,
        )
        words = st.text_input("Your reason (printed)", max_chars=400, key="add-why")
        if st.form_submit_button("Put it in", key="add-now") and chosen:
            session.change(edits.edited, chosen, Change.ADD, words)
            st.rerun()


def _part_of(line: LineId, knowledge: Knowledge) -> str:
    if line in knowledge.techniques:
        return "Massage"
    return "Beside massage" if line in knowledge.therapies else "At home"


def _taken_out(others: list[LineId], knowledge: Knowledge) -> None:
    """Every line the therapist changed that is not in the plan now."""
    for line in edits.edited_lines(session.draft()):
        if line in others:
            st.button(
                f"Undo: {name_of(line, knowledge)}",
                key=f"back-{line.replace(':', '-')}",
                icon=":material/undo:",
                on_click=session.change,
                args=(edits.undone, line),
            )
