"""What changed since the plan: half a minute of it, what to keep in mind, and the rest folded."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pandas as pd
import streamlit as st

from planner.charts.figure import Figure
from planner.charts.figures import over_time, what_lies_behind
from planner.diary import (
    Change,
    DiaryReading,
    headline,
    in_sentences,
    result,
    summary_of,
    to_keep_in_mind,
    told,
)
from planner.model.diary import DiaryResult
from planner.model.diary.summary import DiarySummary
from planner.model.phrase import Texts
from planner.words import joined, say
from ui.parts.diary_panel import compared, glance, milestones
from ui.parts.markdown import bold, paragraphs
from ui.state import open_diary
from ui.state.language import shown, spoken, tell

NOT_SAID = say("Say when the plan started: the days before and after are then compared.")
NO_PAIN = say("No day of this diary has a pain score, so there is nothing to compare.")
LOWER = 24  # pixels by which the picture is lower on the first screen
Made = TypeVar("Made")
Compare = Callable[[DiaryReading, date | None, int | None, float | None], Made]


def draw(reading: DiaryReading) -> None:
    """One screen: what changed, the picture, and what stands out; then everything behind it."""
    started = open_diary.started()
    found = _remembered("result", reading, started, result)
    picture, summary = _course(reading, started), _remembered("summary", reading, started, _summed)
    if picture is None or summary is None:
        st.info(shown(joined(NO_PAIN, *reading.notes)))
        return
    said = shown(told(summary, Change(found.analysis, found.pain_days)))
    with st.container(key="what-changed"):
        glance.opens(shown(headline(found.analysis, found.pain_days)), said)
        if started is None:
            st.info(tell(NOT_SAID))
            _first_session(reading)
        _picture(picture, LOWER)
        glance.lines(said)
        _keep_in_mind(to_keep_in_mind(found))
        compared.draw(started)
        milestones.draw()
    _in_sentences(found, picture)
    behind = (reading, spoken())
    for figure in open_diary.remembered("figures", behind, lambda: _behind(reading)):
        _folded(figure)


def _remembered(
    name: str, reading: DiaryReading, started: date | None, make: Compare[Made]
) -> Made:
    """What is made of the days compared, as they were chosen."""
    diary = open_diary.opened()
    how = (diary.window, diary.bad_from)
    of = (reading, started, how, spoken())
    return open_diary.remembered(name, of, lambda: shown(make(reading, started, *how)))


def _summed(
    reading: DiaryReading, started: date | None, window: int | None, bad_from: float | None
) -> DiarySummary | None:
    return summary_of(reading, started, bad_from=bad_from, window=window)


def _course(reading: DiaryReading, started: date | None) -> Figure | None:
    diary = open_diary.opened()
    marks = (diary.milestones, diary.bad_from)
    of = (reading, started, marks, spoken())
    return open_diary.remembered("course", of, lambda: shown(over_time(reading, started, *marks)))


def _behind(reading: DiaryReading) -> list[Figure]:
    return shown(what_lies_behind(reading))


def _keep_in_mind(cautions: Texts) -> None:
    if cautions:
        with st.container(key="keep-in-mind"):
            first, *rest = cautions
            st.markdown(paragraphs((tell("**Keep in mind.** {caution}", caution=first), *rest)))


def _in_sentences(found: DiaryResult, picture: Figure) -> None:
    """The comparison and the picture in sentences, in a fold."""
    with st.expander(tell("**The comparison in sentences**"), key="what-it-says"):
        st.markdown(paragraphs((*in_sentences(found), picture.alt)))


def _first_session(reading: DiaryReading) -> None:
    """A tap for the likeliest day; the client says whether it is right."""
    if reading.sessions:
        first = reading.sessions[0]
        st.button(
            tell("It started with the first massage, {day:short-year}", day=first),
            key="start-at-first-session",
            on_click=open_diary.start_on,
            args=(first,),
        )


def course_of(reading: DiaryReading) -> None:
    """The picture of the course alone, for a page that says the rest in its own words."""
    picture = _course(reading, open_diary.started())
    if picture is not None:
        _picture(picture)


def _picture(figure: Figure, lower: int = 0) -> None:
    """A picture; where it is drawn lower its words stand elsewhere."""
    spec = {**figure.spec, "height": figure.spec["height"] - lower} if lower else figure.spec
    st.vega_lite_chart(spec, theme=None, alt=figure.alt, width="stretch")
    if not lower:
        st.caption(figure.alt)


@st.fragment
def _folded(figure: Figure) -> None:
    """A figure in a fold; opening it runs nothing else of the page."""
    key = f"figure-{figure.id}"
    with st.expander(bold(figure.title), key=key, on_change="rerun") as fold:
        if fold.open:
            _picture(figure)
            if st.toggle(tell("As a table"), key=f"{key}-table"):
                table = pd.DataFrame(figure.table.rows, columns=pd.Index(figure.table.headings))
                st.dataframe(table, hide_index=True, alt=figure.alt)
