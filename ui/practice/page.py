"""The page: what stands on every paper, what each visit begins with, and what stands beside it."""

import streamlit as st

from planner.model.errors import PlannerError
from ui.practice import beside, files, on_paper, visits_and_money
from ui.practice.fields import refused, with_word
from ui.state import practice
from ui.state.language import refusal, tell

WIDTHS = [13, 6]


def draw() -> None:
    """The page; where the records cannot be read, one sentence that says so."""
    try:
        set_so_far, own = practice.shared(), practice.own()
    except PlannerError as error:
        st.title(tell("Practice"), anchor=False)
        st.error(refusal(error))
        return
    with st.container(key="frame"):
        with st.container(key="practice"):
            st.title(tell("Practice"), anchor=False)
            st.caption(tell("Set once: every new visit begins with it, every paper carries it."))
            for problem in refused():
                st.error(problem)
            fields, aside = st.columns(WIDTHS, gap="medium")
            with fields:
                on_paper.draw(set_so_far, own)
                visits_and_money.draw(set_so_far)
            with aside:
                beside.draw(set_so_far, own)
        _dock()


def _dock() -> None:
    with st.container(horizontal=True, key="dock"):
        st.caption(
            tell("A change here changes no visit that was begun, and no plan that was handed out.")
        )
        with st.container(horizontal=True, key="goes"):
            st.button(
                tell("Undo"),
                key="practice-undo",
                icon=":material/undo:",
                disabled=not practice.may_be_taken_back(),
                on_click=with_word,
                args=(practice.take_back,),
            )
            files.export()
