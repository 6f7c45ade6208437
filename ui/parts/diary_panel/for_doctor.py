"""The diary on one page for a doctor: of which days, with which question, as a paper to take."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from planner.diary import DiaryReading
from planner.exports.documents import file_name
from planner.exports.paper.diary_summary import (
    BAD_FROM,
    DIARY,
    DOCUMENT,
    FOUR_WEEKS,
    MOST_OF_A_QUESTION,
    QUESTION_PLACE,
    Asked,
    usual_dates,
    why_none,
)
from planner.model.errors import Problem
from planner.model.phrase import Phrase
from planner.model.practice import Practice
from planner.words import Language, joined, say
from ui.parts import downloads
from ui.parts.day_field import day_field
from ui.parts.fields import free_text
from ui.state import clock, open_diary, practice, session
from ui.state.language import read_by, shown, tell

FROM, TO, QUESTION = "doctor-from", "doctor-to", "doctor-question"
LABEL = say("For the doctor (PDF)")


def draw(reading: DiaryReading) -> None:
    """The fold with the dates, the question and the paper; nothing where no day has a score."""
    usual = usual_dates(reading, open_diary.started())
    if usual is None:
        return
    with st.expander(tell("**One page for the doctor**"), key="for-the-doctor"):
        first, last = _dates(usual)
        question = free_text(tell("A question to the doctor"), MOST_OF_A_QUESTION, QUESTION)
        _paper(_asked(reading, first, last, question))


def _dates(usual: tuple[date, date]) -> tuple[date | None, date | None]:
    with st.container(horizontal=True, key="doctor-dates"):
        first = day_field(tell("From"), value=usual[0], key=FROM, width=190)
        last = day_field(tell("To"), value=usual[1], key=TO, width=190)
    return first, last


def _asked(reading: DiaryReading, first: date | None, last: date | None, question: str) -> Asked:
    diary, draft = open_diary.opened(), session.draft()
    return Asked(
        reading,
        clock.today(),
        draft.locale,
        open_diary.started(),
        first,
        last,
        diary.bad_from if diary.bad_from is not None else BAD_FROM,
        diary.window or FOUR_WEEKS,
        diary.milestones,
        question=question.strip(),
        label=draft.client.label,
        intake=draft,
        is_sample=diary.is_sample,
    )


def _paper(asked: Asked) -> None:
    """The paper as a button; where there is none, why."""
    if problems := why_none(asked):
        st.info(shown(joined(*map(_sentence, problems))))
        return
    name = file_name(DOCUMENT, asked.label, f"{asked.on}.pdf")
    made = _made(asked, read_by(session.draft()), practice.at_the_click())
    downloads.kept(LABEL, made, name, key="doctor-page")


def _sentence(problem: Problem) -> Phrase:
    """What is wrong as a sentence of its own."""
    if problem.place == DIARY:
        return say("This diary {what}.", what=problem.what)
    if problem.place == QUESTION_PLACE:
        return say("This question {what}.", what=problem.what)
    return say("Of the dates {what}.", what=problem.what)


def _made(asked: Asked, language: Language, head: Callable[[], Practice]) -> Callable[[], bytes]:
    """What makes it in another thread, which knows no session."""
    knowledge = session.knowledge()

    def made() -> bytes:
        from planner.exports.paper.diary_summary.made import diary_summary_pdf

        return diary_summary_pdf(asked, knowledge, language, head())

    return made
