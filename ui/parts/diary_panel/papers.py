"""Diaries to fill in: a sheet to print for a month, and files for a spreadsheet."""

from collections.abc import Callable
from datetime import date

import streamlit as st

from planner.diary import csv_template, xlsx_template
from planner.diary.forms import blank_rows
from planner.model.practice import Practice
from planner.words import Language
from ui.state import clock, practice, session
from ui.state.language import read_by, tell

DAYS = 35


def draw() -> None:
    """The three kinds, each built when it is asked for."""
    first = clock.today()
    draft, head = session.draft(), practice.now()
    language = read_by(draft)
    how = (draft.locale, language, head)
    with st.container(horizontal=True, vertical_alignment="center", key="papers"):
        st.markdown(tell("**A diary to fill in**"))
        _button(tell("Sheet to print (PDF)"), lambda: _sheet(first, *how), "diary-sheet.pdf")
        _button(
            tell("Excel"),
            lambda: xlsx_template(blank_rows(first, DAYS), language),
            "diary-to-fill.xlsx",
        )
        _button(
            tell("CSV"),
            lambda: csv_template(blank_rows(first, DAYS), language),
            "diary-to-fill.csv",
        )


def _sheet(first: date, locale: str, language: Language, head: Practice) -> bytes:
    from planner.exports.paper.handout import month_sheet_pdf

    return month_sheet_pdf(first, locale, language, head)


def _button(label: str, make: Callable[[], bytes], name: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        key=f"paper-{name}",
        on_click="ignore",
        icon=":material/download:",
    )
