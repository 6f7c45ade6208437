"""What the therapist must know of keeping: a sample, a failed save, two versions of one visit."""

import streamlit as st

from planner.words import say
from ui.parts import side_by_side
from ui.shell import under_way
from ui.state import autosave, session
from ui.state.kept_visits import draft_of
from ui.state.language import knowledge, tell

SAMPLE = say("A sample client, to look at: nothing of it is kept. Visit, “New visit” ends it.")
BOTH = say(
    "**This visit was changed in another window too.** Nothing was overwritten. "
    "Choose which version goes on; the other one stays in the list of versions."
)
MAY_BE_LOST = say(
    "**The program stopped while your last answer was on its way: it may not be kept.** "
    "What you see here is what is on the disk. Look whether your last answer is there."
)
NOTHING_KEPT = say(
    "**The program stopped while your last answer was on its way: it is not kept.** "
    "Say it once more."
)
ROOM_FOR_THE_NOTICE = "<style>:root { --notice: 40px; }</style>"


def draw() -> None:
    """Nothing where all is well."""
    if autosave.is_only_looked_at():
        st.html(ROOM_FOR_THE_NOTICE)
        with st.container(key="only-a-look"):
            st.caption(tell(SAMPLE))
    if under_way.is_lost():
        _may_be_lost()
    if autosave.conflict():
        _both_versions()
    elif autosave.trouble():
        _not_kept()


def _may_be_lost() -> None:
    with st.container(border=True, key="may-be-lost"):
        st.warning(tell(MAY_BE_LOST) if autosave.place() else tell(NOTHING_KEPT))
        st.button(tell("I have looked"), key="has-been-read", on_click=under_way.has_been_read)


def _not_kept() -> None:
    with st.container(border=True, key="not-kept"):
        st.error(tell("**Not kept on disk.** {why}", why=autosave.trouble()))
        if autosave.place() or session.has_pain_source():
            st.caption(
                tell("What is on the screen is still here. Try again, or save the visit file.")
            )
            st.button(tell("Try to keep it again"), key="keep-again", on_click=session.keep_again)


def _both_versions() -> None:
    both = autosave.conflict()
    assert both is not None
    with st.container(border=True, key="both-versions"):
        st.error(tell(BOTH))
        other = draft_of(both.stored.body)
        titles = (tell("This window"), tell("The other window"))
        side_by_side.what_differs(session.draft(), other, titles, knowledge())
        with st.container(horizontal=True):
            st.button(tell("Go on with this window's"), key="keep-mine", on_click=session.keep_mine)
            st.button(tell("Go on with the other's"), key="take-other", on_click=session.take_other)
