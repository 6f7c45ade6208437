"""Days that may matter to the pain: marked on the picture, listed, taken away and put back."""

from datetime import date

import streamlit as st

from planner.model import sizes
from planner.model.diary import Milestone, MilestoneKind
from planner.visit.said.diary import marked, unmarked
from planner.words.terms import MILESTONE
from ui.parts.day_field import day_field
from ui.parts.fields import ONE_BY_NAME, free_text
from ui.state import clock, open_diary
from ui.state.language import shown, tell

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
TAKEN_AWAY = "milestone-taken-away"


def draw() -> None:
    """The list, and a form for one more."""
    kept = open_diary.opened().milestones
    with st.expander(tell("**Milestones** · {number}", number=len(kept)), key="milestones"):
        for place, one in enumerate(kept):
            _listed(place, one)
        _put_back()
        if len(kept) < sizes.MILESTONES:
            _one_more()


def _listed(place: int, one: Milestone) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"milestone-{place}"):
        st.markdown(_in_words(one), width="stretch")
        st.button(tell("Take away"), key=f"milestone-away-{place}", type="tertiary",
                  on_click=_take_away, args=(one,))  # fmt: skip


def _in_words(one: Milestone) -> str:
    told = {"day": one.day, "kind": shown(MILESTONE[one.kind]), "words": one.note}
    if one.note:
        return tell("{day:short-year} · {kind} · {words}", **told)
    return tell("{day:short-year} · {kind}", **told)


def _take_away(one: Milestone) -> None:
    open_diary.mark(unmarked(open_diary.opened().milestones, one))
    st.session_state[TAKEN_AWAY] = one


def _put_back() -> None:
    one = st.session_state.get(TAKEN_AWAY)
    if one is not None:
        st.button(tell("Put back: {milestone}", milestone=_in_words(one)),
                  key="milestone-back", type="tertiary", on_click=_mark, args=(one,))  # fmt: skip


def _mark(one: Milestone) -> None:
    open_diary.mark(marked(open_diary.opened().milestones, one))
    st.session_state.pop(TAKEN_AWAY, None)


def _one_more() -> None:
    with st.form("milestone", enter_to_submit=False, border=False, clear_on_submit=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            day = day_field(tell("Day"), clock.today(), min_value=EARLIEST, max_value=LATEST,
                            key="milestone-day", width=150)  # fmt: skip
            st.selectbox(
                tell("What happened"),
                list(MilestoneKind),
                format_func=_named,
                key="milestone-kind",
                width=190,
                **ONE_BY_NAME,
            )
            words = free_text(tell("A few words"), sizes.SHORT, "milestone-words")
        if st.form_submit_button(tell("Mark this day"), key="milestone-keep"):
            kind = MilestoneKind(st.session_state["milestone-kind"])
            _mark(Milestone(day=day, kind=kind, note=words))
            st.rerun()


def _named(kind: MilestoneKind) -> str:
    return shown(MILESTONE[kind])
