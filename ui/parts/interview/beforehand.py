"""Step 3, the ways for a client to answer beforehand: on the tablet alone, or on paper."""

from functools import partial

import streamlit as st

from planner.exports.documents import file_name
from planner.knowledge import Knowledge
from planner.model.ids import ConditionId
from planner.model.practice import Practice
from planner.words import Language
from ui import handed_over, paper_entry
from ui.state import practice, session
from ui.state.language import read_by, tell


def offer() -> None:
    """One line of buttons; nothing here answers a question."""
    draft = session.draft()
    sources = tuple(one.condition for one in draft.pain)
    with st.container(horizontal=True, vertical_alignment="center", key="beforehand"):
        st.markdown(tell("The client can answer beforehand:"))
        st.button(
            tell("Alone on the tablet"),
            key="hand-over",
            icon=":material/tablet:",
            on_click=handed_over.begin,
            args=(handed_over.ALONE,),
        )
        st.download_button(
            tell("On paper (PDF)"),
            data=partial(_form, sources, draft.locale, session.knowledge(), _how()),
            file_name=file_name("questions", draft.client.label, f"{draft.on}.pdf"),
            mime="application/pdf",
            key="paper-form",
            icon=":material/print:",
            on_click="ignore",
        )
        st.button(
            tell("Type in from paper"),
            key="type-in",
            icon=":material/keyboard:",
            on_click=paper_entry.begin,
        )


def _how() -> tuple[Language, Practice]:
    return read_by(session.draft()), practice.now()


def _form(
    sources: tuple[ConditionId, ...],
    locale: str,
    knowledge: Knowledge,
    how: tuple[Language, Practice],
) -> bytes:
    from planner.exports.paper.question_form import question_form_pdf

    return question_form_pdf(sources, locale, knowledge, *how)
