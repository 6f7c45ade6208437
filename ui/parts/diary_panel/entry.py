"""Quick entry: one day in a few taps, and everything written here to take home again."""

from datetime import date

import streamlit as st

from planner.diary import csv_template, xlsx_template
from planner.exports.documents import file_name
from planner.model.diary import DayWritten
from planner.words import say
from ui.parts.day_field import day_field
from ui.parts.fields import free_text
from ui.state import clock, open_diary, session
from ui.state.language import read_by, tell, tell_many

MOST_LETTERS = 300

SCORES = list(range(11))
ASKED = {
    "pain": say("Pain on average (0 none, 10 the worst there could be)"),
    "sleep": say("How was the sleep? (0 very poor, 10 very good)"),
    "way": say("Got in the way (0 not at all, 10 completely)"),
}


def draw() -> None:
    """The form in a fold, and what was written so far."""
    with st.expander(tell("**Write down a day**"), key="write-a-day"):
        with st.form("quick-entry", enter_to_submit=False, border=False, clear_on_submit=True):
            day = day_field(
                tell("Day"),
                value=clock.today(),
                max_value=clock.today(),
                key="entry-day",
            )
            with st.container(key="entry-scores"):
                given = {part: _scale(part) for part in ASKED}
            massage = st.toggle(tell("There was a massage session"), key="entry-session")
            note = free_text(tell("Note"), MOST_LETTERS, "entry-note")
            if st.form_submit_button(tell("Write it down"), key="entry-keep"):
                _keep(day, given, massage, note)
        _written()


def _scale(part: str) -> int | None:
    chosen: int | None = st.segmented_control(
        tell(ASKED[part]), SCORES, width="stretch", key=f"entry-{part}"
    )
    return chosen


def _keep(day: date, given: dict[str, int | None], massage: bool, note: str) -> None:
    if given["pain"] is None:
        st.error(tell("Tap the pain of that day: a day without it cannot be compared."))
        return
    scores = {part: None if value is None else float(value) for part, value in given.items()}
    entry = DayWritten(
        day,
        pain=scores["pain"],
        sleep=scores["sleep"],
        way=scores["way"],
        session=massage,
        note=note.strip(),
    )
    open_diary.write_down(entry)
    st.rerun()


def _named(suffix: str) -> str:
    draft = session.draft()
    return file_name("diary", draft.client.label, f"{draft.on}.{suffix}")


def _written() -> None:
    entries = open_diary.opened().entries
    if entries:
        st.caption(
            tell_many(
                "{number} day written here so far. Take them along as a file to keep them. "
                "For a day that the client's file has too, what was written here counts.",
                "{number} days written here so far. Take them along as a file to keep them. "
                "For a day that the client's file has too, what was written here counts.",
                len(entries),
            )
        )
        written_in = read_by(session.draft())
        with st.container(horizontal=True):
            st.download_button(
                tell("Take along (CSV)"),
                data=lambda: csv_template(entries, written_in),
                file_name=_named("csv"),
                key="entries-csv",
                on_click="ignore",
                icon=":material/download:",
            )
            st.download_button(
                tell("Take along (Excel)"),
                data=lambda: xlsx_template(entries, written_in),
                file_name=_named("xlsx"),
                key="entries-xlsx",
                on_click="ignore",
                icon=":material/download:",
            )
