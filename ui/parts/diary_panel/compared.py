"""What is compared: since when, how many days of each side, and from when on a day is bad."""

from datetime import date

import streamlit as st

from planner.diary import BAD_FROM
from planner.visit.said.numbers import Range
from planner.words import say
from ui.parts.day_field import day_field
from ui.parts.fields import ONE_BY_NAME
from ui.parts.number_field import Look, number_field
from ui.state import open_diary
from ui.state.language import tell, tell_many

EARLIEST, LATEST = date(1990, 1, 1), date(2100, 1, 1)
START, WINDOW, DAYS, BAD = "plan-started", "compare-window", "compare-days", "compare-bad-from"
USUAL, OTHER, WINDOWS = 0, -1, (28, 56, 84)
ASKS_FOR_DAYS = "compare-other-days"
OF_DAYS = Range(7, 366, whole=True)
OF_SCORE = Range(0, 10)
AS_USUAL, OTHER_NUMBER = say("as usual"), say("another number")


def draw(started: date | None) -> None:
    """The three fields, and a way back to what is usual."""
    diary = open_diary.opened()
    with st.container(horizontal=True, vertical_alignment="bottom", key="compared"):
        _start(started)
        _window(diary.window)
        number_field(tell("A bad day is from"), BAD, diary.bad_from, OF_SCORE, _bad_from,
                     Look(empty=tell("{score:g}", score=BAD_FROM)))  # fmt: skip
        if diary.window or diary.bad_from is not None:
            st.button(tell("As usual"), key="compare-as-usual", type="tertiary", on_click=_as_usual)


def _start(started: date | None) -> None:
    st.session_state[START] = started
    day_field(
        tell("The plan started on"),
        min_value=EARLIEST,
        max_value=LATEST,
        key=START,
        on_change=_started,
        width=170,
    )


def _started() -> None:
    open_diary.start_on(st.session_state[START])


def _window(kept: int | None) -> None:
    """The usual number, one of three, or any other, which is then asked for."""
    asks = st.session_state.get(ASKS_FOR_DAYS, False) or (kept and kept not in WINDOWS)
    st.session_state[WINDOW] = OTHER if asks else kept or USUAL
    st.selectbox(
        tell("Days compared on each side"),
        [USUAL, *WINDOWS, OTHER],
        format_func=_named,
        key=WINDOW,
        on_change=_chosen,
        width=190,
        **ONE_BY_NAME,
    )
    if asks:
        number_field(tell("How many"), DAYS, kept, OF_DAYS, _days)


def _named(days: int) -> str:
    if days in WINDOWS:
        return tell_many("{number} day", "{number} days", days)
    return tell(OTHER_NUMBER if days == OTHER else AS_USUAL)


def _chosen() -> None:
    days = st.session_state[WINDOW]
    st.session_state[ASKS_FOR_DAYS] = days == OTHER
    if days != OTHER:
        open_diary.compare(days or None, open_diary.opened().bad_from)


def _days(days: float | None) -> None:
    open_diary.compare(None if days is None else int(days), open_diary.opened().bad_from)


def _bad_from(score: float | None) -> None:
    open_diary.compare(open_diary.opened().window, score)


def _as_usual() -> None:
    st.session_state[ASKS_FOR_DAYS] = False
    open_diary.compare(None, None)
