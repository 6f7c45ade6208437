"""What changed since the plan: the figures, the sentences, the course, and the rest folded."""

from datetime import date
from functools import lru_cache

import streamlit as st

from planner.charts import Figure, figures
from planner.diary import Analysis, DiaryReading, DiaryResult, result
from ui.diary import kept
from ui.wording import plain

NOT_SAID = "Say when the plan started, and the days before and after it are compared."


def draw(reading: DiaryReading) -> None:
    """One screen: what changed, the picture, and what to keep in mind."""
    started = kept.started()
    st.date_input(
        "The plan started on",
        value=started,
        min_value=reading.days[0].date,
        max_value=reading.days[-1].date,
        key=f"started-{started}",
        on_change=_started,
        args=(f"started-{started}",),
        width=220,
    )
    if started is None:
        st.info(NOT_SAID)
    found = _result(reading, started)
    if found.analysis:
        _figures(found.analysis)
    drawn = _drawn(reading, started)
    if drawn:
        _picture(drawn[0])
    _words(found)
    for figure in drawn[1:]:
        _folded(figure)


def _started(key: str) -> None:
    kept.start_on(st.session_state[key])


@lru_cache(maxsize=kept.AT_ONCE)
def _result(reading: DiaryReading, started: date | None) -> DiaryResult:
    return result(reading, started)


@lru_cache(maxsize=kept.AT_ONCE)
def _drawn(reading: DiaryReading, started: date | None) -> tuple[Figure, ...]:
    return tuple(figures(reading, started))


def _figures(analysis: Analysis) -> None:
    """Before, after and the difference, as large numbers."""
    before, after, points = analysis.before, analysis.after, analysis.difference.points
    with st.container(horizontal=True, key="diary-figures"):
        st.metric(f"Before, {before.logged} of {before.days} days", f"{before.mean:.1f}")
        st.metric(f"Since then, {after.logged} of {after.days} days", f"{after.mean:.1f}")
        low, high = sorted((analysis.difference.low, analysis.difference.high))
        st.metric(f"Difference, probably {low:+.1f} to {high:+.1f}", f"{points:+.1f}")


def _words(found: DiaryResult) -> None:
    if found.analysis:
        st.markdown(plain(" ".join(found.analysis.says)))
        for caution in found.analysis.cautions:
            st.warning(plain(caution), icon=":material/info:")
    for caution in found.cautions:
        st.info(plain(caution))


def _picture(figure: Figure) -> None:
    st.altair_chart(figure.chart, alt=figure.alt, width="stretch")
    st.caption(plain(figure.alt))


def _folded(figure: Figure) -> None:
    key = f"figure-{figure.title.lower().replace(' ', '-')}"
    with st.expander(f"**{figure.title}**", key=key, on_change="rerun") as fold:
        if fold.open:
            _picture(figure)
            if st.toggle("As a table", key=f"{key}-table"):
                st.dataframe(figure.table, hide_index=True, alt=figure.alt)
