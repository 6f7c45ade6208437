"""What changed since the plan: the figures, the sentences, the course, and the rest folded."""

from datetime import date

import pandas as pd
import streamlit as st

from planner.charts.course import course
from planner.charts.figure import Figure
from planner.charts.figures import what_lies_behind
from planner.diary import DiaryReading, change_label, headline, result, signed
from planner.model.diary import Analysis, DiaryResult, Phase
from planner.words import say
from ui.parts.wording import plain
from ui.state import open_diary
from ui.state.language import shown, spoken, tell

NOT_SAID = say("Say when the plan started: the days before and after are then compared.")
NO_PAIN = say("No day of this diary has a pain score, so there is nothing to compare.")
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
START = "plan-started"


def draw(reading: DiaryReading) -> None:
    """One screen: what changed, the picture, and what to keep in mind."""
    started = open_diary.started()
    of = (reading, started, spoken())
    found = open_diary.remembered("result", of, lambda: shown(result(reading, started)))
    picture = _course(reading, started)
    if picture is None:
        st.info(" ".join([tell(NO_PAIN), *map(plain, shown(reading.notes))]))
        return
    with st.container(key="what-changed"):
        st.header(shown(headline(found.analysis)), anchor=False)
        if found.analysis:
            _numbers(found.analysis)
        _picture(picture)
        _start(started)
        _words(found, started, reading)
    behind = (reading, spoken())
    for figure in open_diary.remembered("figures", behind, lambda: _behind(reading)):
        _folded(figure)


def _course(reading: DiaryReading, started: date | None) -> Figure | None:
    of = (reading, started, spoken())
    return open_diary.remembered("course", of, lambda: shown(course(reading, started)))


def _behind(reading: DiaryReading) -> list[Figure]:
    return shown(what_lies_behind(reading))


def _start(started: date | None) -> None:
    st.session_state[START] = started
    st.date_input(
        tell("The plan started on"),
        min_value=EARLIEST,
        max_value=LATEST,
        key=START,
        on_change=_started,
        width=190,
    )


def _started() -> None:
    open_diary.start_on(st.session_state[START])


def _numbers(analysis: Analysis) -> None:
    """Before, since then and the difference, as large numbers."""
    before, after = analysis.before, analysis.after
    with st.container(horizontal=True, wrap=False, key="diary-numbers"):
        st.metric(tell("Before · {logged} of {days} days", **_days(before)), _score(before.mean))
        st.metric(tell("Since · {logged} of {days} days", **_days(after)), _score(after.mean))
        st.metric(shown(change_label(analysis)), shown(signed(analysis.difference.points)))


def _days(phase: Phase) -> dict[str, int]:
    return {"logged": phase.logged, "days": phase.days}


def _score(score: float) -> str:
    return tell("{score:.1f}", score=score)


def _words(found: DiaryResult, started: date | None, reading: DiaryReading) -> None:
    if found.analysis:
        with st.container(key="what-it-says"):
            st.markdown("\n\n".join(map(plain, found.analysis.says)))
        _keep_in_mind(found.analysis.cautions)
    elif started is None:
        st.info(tell(NOT_SAID))
        _first_session(reading)
    else:
        for caution in found.cautions:
            st.info(plain(caution))


def _keep_in_mind(cautions: tuple[str, ...]) -> None:
    if cautions:
        with st.container(key="keep-in-mind"):
            first, *rest = map(plain, cautions)
            lines = [tell("**Keep in mind.** {caution}", caution=first), *rest]
            st.markdown("\n\n".join(lines))


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


def _picture(figure: Figure) -> None:
    st.vega_lite_chart(figure.spec, theme=None, alt=figure.alt, width="stretch")
    st.caption(plain(figure.alt))


@st.fragment
def _folded(figure: Figure) -> None:
    """A figure in a fold; opening it runs nothing else of the page."""
    key = f"figure-{figure.id}"
    with st.expander(f"**{figure.title}**", key=key, on_change="rerun") as fold:
        if fold.open:
            _picture(figure)
            if st.toggle(tell("As a table"), key=f"{key}-table"):
                table = pd.DataFrame(figure.table.rows, columns=pd.Index(figure.table.headings))
                st.dataframe(table, hide_index=True, alt=figure.alt)
