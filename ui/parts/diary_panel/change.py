"""What changed since the plan: the figures, the sentences, the course, and the rest folded."""

from datetime import date

import streamlit as st

from planner.charts import Figure, course, what_lies_behind
from planner.diary import DiaryReading, headline, result
from planner.model.diary import Analysis, DiaryResult
from ui.parts.wording import plain
from ui.state import open_diary

NOT_SAID = "Say when the plan started: the days before and after are then compared."
NO_PAIN = "No day of this diary has a pain score, so there is nothing to compare."
EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
DAY = "%-d %b %Y"
START = "plan-started"


def draw(reading: DiaryReading) -> None:
    """One screen: what changed, the picture, and what to keep in mind."""
    started = open_diary.started()
    shown = (reading, started)
    found = open_diary.remembered("result", shown, lambda: result(*shown))
    picture = open_diary.remembered("course", shown, lambda: course(*shown))
    if picture is None:
        st.info(" ".join([NO_PAIN, *map(plain, reading.notes)]))
        return
    with st.container(key="what-changed"):
        seen, words = st.columns([17, 10], gap="medium")
        with seen:
            st.header(headline(found.analysis), anchor=False)
            if found.analysis:
                _numbers(found.analysis)
            _picture(picture)
        with words:
            _start(started)
            _words(found, started, reading)
    for figure in open_diary.remembered("figures", (reading,), lambda: what_lies_behind(reading)):
        _folded(figure)


def _start(started: date | None) -> None:
    st.session_state[START] = started
    st.date_input(
        "The plan started on",
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
    before, after, apart = analysis.before, analysis.after, analysis.difference
    low, high = sorted((apart.low, apart.high))
    with st.container(horizontal=True, wrap=False, key="diary-numbers"):
        st.metric(f"Before · {before.logged} of {before.days} days", f"{before.mean:.1f}")
        st.metric(f"Since · {after.logged} of {after.days} days", f"{after.mean:.1f}")
        st.metric(f"Change · probably {_signed(low)} to {_signed(high)}", _signed(apart.points))


def _signed(points: float) -> str:
    return f"{points:+.1f}".replace("-", "\u2212")


def _words(found: DiaryResult, started: date | None, reading: DiaryReading) -> None:
    if found.analysis:
        with st.container(key="what-it-says"):
            st.markdown("\n\n".join(map(plain, found.analysis.says)))
        _keep_in_mind(found.analysis.cautions)
    elif started is None:
        st.info(NOT_SAID)
        _first_session(reading)
    else:
        for caution in found.cautions:
            st.info(plain(caution))


def _keep_in_mind(cautions: tuple[str, ...]) -> None:
    if cautions:
        with st.container(key="keep-in-mind"):
            lines = [f"**Keep in mind.** {plain(cautions[0])}", *map(plain, cautions[1:])]
            st.markdown("\n\n".join(lines))


def _first_session(reading: DiaryReading) -> None:
    """A tap for the likeliest day; the client says whether it is right."""
    if reading.sessions:
        first = reading.sessions[0]
        st.button(
            f"It started with the first massage, {first.strftime(DAY)}",
            key="start-at-first-session",
            on_click=open_diary.start_on,
            args=(first,),
        )


def course_of(reading: DiaryReading) -> None:
    """The picture of the course alone, for a page that says the rest in its own words."""
    started = open_diary.started()
    picture = open_diary.remembered("course", (reading, started), lambda: course(reading, started))
    if picture is not None:
        _picture(picture)


def _picture(figure: Figure) -> None:
    st.vega_lite_chart(figure.spec, theme=None, alt=figure.alt, width="stretch")
    st.caption(plain(figure.alt))


@st.fragment
def _folded(figure: Figure) -> None:
    """A figure in a fold; opening it runs nothing else of the page."""
    key = f"figure-{figure.title.lower().replace(' ', '-')}"
    with st.expander(f"**{figure.title}**", key=key, on_change="rerun") as fold:
        if fold.open:
            _picture(figure)
            if st.toggle("As a table", key=f"{key}-table"):
                st.dataframe(figure.table, hide_index=True, alt=figure.alt)
