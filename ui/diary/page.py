"""The diary page: first what changed since the plan, then everything behind it."""

import streamlit as st

from planner.errors import DiaryError
from ui.diary import asking, begin, change, entry, kept, papers
from ui.wording import counted, plain


def draw() -> None:
    """The page."""
    st.title("Diary", anchor=False)
    diary = kept.opened()
    if diary.is_blank:
        begin.draw()
        return
    try:
        reading = kept.reading()
    except DiaryError as error:
        st.error(plain(str(error)))
        begin.draw()
        return
    _whose(diary)
    asking.draw(reading)
    if reading.days:
        change.draw(reading)
    entry.draw()
    papers.draw()
    asking.accounts(reading)


def _whose(diary: kept.OpenDiary) -> None:
    """Which diary stands open, and a way to another."""
    written = counted(len(diary.entries), "day written here", "days written here")
    parts = [plain(diary.name)] if diary.name else []
    parts += [written] if diary.entries else []
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(" · ".join(parts), width="stretch")
        with st.popover("Another diary", type="tertiary", key="another-diary"):
            st.caption("The diary on the screen is put away. The client's own file stays as it is.")
            st.button("Put it away", key="close-diary", on_click=kept.close)
