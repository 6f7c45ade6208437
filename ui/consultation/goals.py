"""The goals as rows: the client's words, what each trains for, and how far it can be done now."""

from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.model import sizes
from planner.model.intake import Goal
from planner.model.vocabulary import Activity
from planner.planning.goals import suggested_activity
from planner.visit.said import goals
from planner.visit.said.goals import MOST_GOALS
from planner.visit.said.numbers import Range
from planner.words import say
from ui.parts.fields import ONE_BY_NAME, cut, say_if_cut, shown, shown_of
from ui.parts.number_field import Look, number_field, whole
from ui.state import session
from ui.state.language import tell

RATED = Range(0, 10)
RATING = say("At the right what the client can do now: 0 cannot do it, 10 as before the pain.")
ONE_MORE, OTHER = "one-more-goal", "another-activity"


def draw(knowledge: Knowledge) -> None:
    """A row for each goal, and an empty one where another is wanted, or none is there yet."""
    kept = goals.goals_of(session.draft())
    is_more = st.session_state.get(ONE_MORE, False) and len(kept) < MOST_GOALS
    with st.container(key="goals", gap="xsmall"):
        with st.container(horizontal=True, key="goals-title", vertical_alignment="center"):
            title = tell("What should become possible?")
            st.html(f"<h2>{title}</h2>", width="stretch")
            if kept and not is_more and len(kept) < MOST_GOALS:
                _another()
        if kept:
            st.caption(tell(RATING))
        for place, goal in enumerate(kept):
            _row(place, len(kept), goal, knowledge)
        if not kept or is_more:
            _empty(len(kept))


def _another() -> None:
    st.button(
        tell("Another goal"), key="another-goal", type="tertiary", icon=":material/add:",
        on_click=lambda: st.session_state.update({ONE_MORE: True}),
    )  # fmt: skip


def _row(place: int, many: int, goal: Goal, knowledge: Knowledge) -> None:
    with st.container(key=f"goal-row-{place}"):
        _words(place, goal.goal)
        _activity(place, goal, knowledge)
        number_field(
            tell("Can do now, 0 to 10"),
            f"goal-rating-{place}",
            goal.rating,
            RATED,
            partial(_rate, place),
            Look(empty=tell("0 to 10"), label="collapsed"),
        )
        st.button(
            tell("Take out {goal}", goal=goal.goal), key=f"goal-out-{place}-of-{many}",
            type="tertiary", icon=":material/close:", on_click=_take_out, args=(place, goal.goal),
        )  # fmt: skip


def _empty(place: int) -> None:
    with st.container(key=f"goal-row-{place}"):
        _words(place, "")


def _words(place: int, said: str) -> None:
    key = f"goal-words-{place}"
    st.text_input(
        tell("In the client's words"),
        placeholder=tell("walk to the shops"),
        label_visibility="collapsed",
        **shown(key, said, partial(_keep, place), "value"),
    )
    say_if_cut(key)


def _keep(place: int, words: str) -> None:
    kept = cut(f"goal-words-{place}", words, sizes.LINE)
    if kept or place < len(goals.goals_of(session.draft())):
        session.change(goals.with_words, place, kept)
        st.session_state[ONE_MORE] = False


def _take_out(place: int, words: str) -> None:
    """Out with it, where it still stands there: a second tap may come of a page drawn before."""
    if [one.goal for one in goals.goals_of(session.draft())][place : place + 1] == [words]:
        session.change(goals.without, place)


def _rate(place: int, rating: float | None) -> None:
    session.change(goals.with_first_rating, place, whole(rating))


def _activity(place: int, goal: Goal, knowledge: Knowledge) -> None:
    """What its words point to, to be confirmed by a tap; or the list."""
    meant = None if goal.activity else suggested_activity(goal.goal, knowledge)
    if meant and st.session_state.get(OTHER) != (place, goal.goal):
        _suggested(place, goal, meant, knowledge)
    else:
        _listed(place, goal, knowledge)


def _suggested(place: int, goal: Goal, meant: Activity, knowledge: Knowledge) -> None:
    with st.container(horizontal=True, key=f"goal-meant-{place}", vertical_alignment="bottom"):
        st.button(
            tell("{activity}?", activity=knowledge.activities[meant].name),
            key=f"goal-yes-{place}", icon=":material/check:", help=tell("Yes, it trains for this"),
            on_click=session.change, args=(goals.with_activity, place, meant),
        )  # fmt: skip
        st.button(
            tell("Another activity"), key=f"goal-other-{place}", type="tertiary",
            icon=":material/list:",
            on_click=lambda: st.session_state.update({OTHER: (place, goal.goal)}),
        )  # fmt: skip


def _listed(place: int, goal: Goal, knowledge: Knowledge) -> None:
    st.selectbox(
        tell("Trains for"),
        placeholder=tell("Trains for …"),
        label_visibility="collapsed",
        format_func=lambda one: knowledge.activities[Activity(one)].name,
        **shown_of(
            [one.value for one in Activity],
            f"goal-activity-{place}",
            goal.activity.value if goal.activity else None,
            partial(_mean, place),
        ),
        **ONE_BY_NAME,
    )


def _mean(place: int, said: str | None) -> None:
    session.change(goals.with_activity, place, Activity(said) if said else None)
