"""The diary page: first what changed since the plan, then everything behind it."""

import streamlit as st

from planner.diary import why_nothing
from planner.words import joined, say
from ui.parts.diary_panel import asking, begin, change, entry, for_doctor, papers, read_as
from ui.state import open_diary
from ui.state.language import shown, tell, tell_many

NOT_KEPT = say("Not kept: no client is open.")
PUT_AWAY = say("The diary on the screen is put away. The client's own file stays as it is.")


def draw() -> None:
    """The page."""
    diary = open_diary.opened()
    _title(diary)
    if diary.is_blank:
        begin.draw()
        return
    if not open_diary.is_kept() and not diary.is_sample:
        st.caption(tell(NOT_KEPT))
    reading = open_diary.reading()
    with st.container(key="diary-columns"):
        said, read = st.columns([9, 4], gap="medium")
        with said:
            asking.draw(reading)
            if reading.days:
                change.draw(reading)
            elif not reading.questions:
                st.warning(shown(why_nothing(reading)))
            entry.draw()
            for_doctor.draw(reading)
            papers.draw()
        with read:
            read_as.draw(reading)


def _title(diary: open_diary.OpenDiary) -> None:
    """Which diary stands open, and a way to another."""
    with st.container(horizontal=True, vertical_alignment="center", key="diary-title"):
        st.title(tell("Diary"), anchor=False, width="content")
        if diary.is_blank:
            return
        st.caption(_named(diary), width="stretch")
        way_out = tell("A sample, not kept") if diary.is_sample else tell("Another diary")
        with st.popover(way_out, type="tertiary", key="another-diary"):
            st.caption(tell(PUT_AWAY))
            st.button(tell("Put it away"), key="close-diary", on_click=open_diary.close)


def _named(diary: open_diary.OpenDiary) -> str:
    days = len(diary.entries)
    written = tell_many("{number} day written here", "{number} days written here", days)
    return joined(diary.name, written if days else "", by=" · ")
