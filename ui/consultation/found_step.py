"""Step 1, its other side: what the therapist found by hand and eye; all of it may stay empty."""

import streamlit as st

from planner.model.ids import ConditionId, RegionId
from planner.visit.said import assessment as said
from planner.visit.said.assessment import tender_places
from planner.visit.said.pain_marks import Levels
from ui.assessment import assessment, open_source
from ui.body_chart import TITLES, body_chart, close_up, in_words, seen_from
from ui.parts.markdown import lines
from ui.state import redrawn, session
from ui.state.language import knowledge, tell

TENDER = "tender"


def draw() -> None:
    """The whole side; a tap draws it and the plan's places anew, not the page."""
    redrawn.place(redrawn.FOUND, _draw)


def _draw() -> None:
    with st.container(key="found"):
        with st.container(key="found-moves"):
            assessment("movements", knowledge())
        with st.container(key="found-beside"):
            assessment("stirring", knowledge())
            _tender()


def _tender() -> None:
    marks = tender_places(session.draft().assessment)
    with st.container(key="tender-to-touch"):
        with st.container(horizontal=True, key="tender-title", vertical_alignment="center"):
            title = tell("Tender to touch")
            st.html(f"<h3>{title}</h3>", width="stretch")
            figure = _figure()
        body_chart(marks, TENDER, on_taps=_touched, view=close_up(_hurting(), figure))
        listed = in_words(marks, knowledge())
        if listed:
            st.caption(lines(listed))


def _figure() -> str:
    """Front or back: at first the one on which the pain lies."""
    usual = seen_from(_hurting())
    key = f"tender-seen-from/{open_source()}"
    chosen = st.segmented_control(
        tell("Seen from"),
        list(TITLES),
        default=usual,
        format_func=lambda one: tell(TITLES[one]),
        required=True,
        label_visibility="collapsed",
        key=key,
    )
    return chosen or usual


def _hurting() -> tuple[RegionId, ...]:
    """The places of the pain source that is looked at: the usual ones where none is marked."""
    draft = session.draft()
    if not draft.pain:
        return tuple(draft.marks)
    named = {one.condition: one for one in draft.pain}
    one = named.get(ConditionId(open_source()), draft.pain[0])
    return one.regions or knowledge().usual_regions(one.condition)


def _touched(changes: Levels) -> None:
    before = redrawn.frame()
    session.change(said.tender, changes)
    redrawn.draw_anew(before)
