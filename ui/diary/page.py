"""The diary page: first what changed since the plan, then everything behind it."""

import streamlit as st

from ui.parts.diary_panel import asking, begin, change, entry, papers
from ui.parts.wording import counted, plain
from ui.state import open_diary


def draw() -> None:
    """The page."""
    diary = open_diary.opened()
    _title(diary)
    if diary.is_blank:
        begin.draw()
        return
    if not open_diary.is_kept() and not diary.is_sample:
        st.caption(NOT_KEPT)
    reading = open_diary.reading()
    asking.draw(reading)
    if reading.days:
        change.draw(reading)
    elif not reading.questions:
        st.warning("No row of this file could be used. The reasons stand below, row by row.")
    entry.draw()
    asking.accounts(reading)
    papers.draw()


def _title(diary: open_diary.OpenDiary) -> None:
    """Which diary stands open, and a way to another."""
    with st.container(horizontal=True, vertical_alignment="center", key="diary-title"):
        st.title("Diary", anchor=False, width="content")
        if diary.is_blank:
            return
        st.caption(plain(_named(diary)), width="stretch")
        way_out = "A sample, not kept" if diary.is_sample else "Another diary"
        with st.popover(way_out, type="tertiary", key="another-diary"):
            st.caption("The diary on the screen is put away. The client's own file stays as it is.")
            st.button("Put it away", key="close-diary", on_click=open_diary.close)


NOT_KEPT = "Not kept: no client is open."


def _named(diary: open_diary.OpenDiary) -> str:
    written = counted(len(diary.entries), "day written here", "days written here")
    return " · ".join([diary.name] * bool(diary.name) + [written] * bool(diary.entries))
