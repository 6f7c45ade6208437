"""Step 4, wishes: what the client likes, wants, can do and can pay."""

from collections.abc import Sequence
from datetime import date
from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.visit import Draft
from planner.model.vocabulary import Day, Pressure
from planner.visit.said.places import WISHES
from planner.words import say
from planner.words.plan import how_often
from planner.words.terms import DAY, PRESSURE
from ui.parts.fields import (
    at,
    list_at,
    listed,
    number_at,
    option_at,
    place_field,
    shown,
    with_kept,
)
from ui.parts.interview.region_picker import region_picker
from ui.parts.wording import capital
from ui.state import session
from ui.state.language import shown as shown_words
from ui.state.language import tell

MOST_LETTERS = 500  # of a goal
MINUTES = [30, 45, 60, 75, 90]
HOME_MINUTES = [5, 10, 15, 20, 30, 45, 60]
FREQUENCIES = [0.25, 0.5, 1, 2, 3]
LISTS = {
    "techniques_liked": say("Techniques the client likes"),
    "techniques_declined": say("Techniques the client declines"),
    "therapies_interested": say("Therapies the client would try"),
    "therapies_declined": say("Therapies the client declines"),
}
FIRST_SESSION = WISHES["first_session"]
CURRENCIES = ["AUD", "CAD", "EUR", "GBP", "NZD", "USD"]


def draw(knowledge: Knowledge) -> None:
    """The whole step."""
    st.caption(tell("All of it may stay empty: then the usual is meant."))
    _goals()
    _touch(knowledge)
    _therapies(knowledge)
    _time()
    _money()


def _goals() -> None:
    kept = session.draft().preferences.goals
    st.text_area(
        tell("Goals, in the client's words, one on each line"),
        placeholder=tell("walk to the shops\nsit through a film"),
        height=90,
        **shown("goals", "\n".join(kept), _keep_goals, "value"),
    )
    if kept:
        st.caption(tell("Kept: {goals:semicolons}", goals=kept))


def _keep_goals(text: str) -> None:
    goals = [line.strip()[:MOST_LETTERS] for line in text.splitlines() if line.strip()]
    session.change(WISHES["goals"].put, goals)


def _touch(knowledge: Knowledge) -> None:
    st.segmented_control(
        tell("Pressure"),
        [one.value for one in Pressure],
        format_func=lambda one: capital(PRESSURE[Pressure(one)]),
        **at(WISHES["pressure"]),
    )
    names = list(knowledge.techniques)
    _pair("techniques_liked", "techniques_declined", names, knowledge)
    region_picker(
        tell("Places to leave alone"), WISHES["regions_to_avoid"], knowledge, tell("None")
    )


def _therapies(knowledge: Knowledge) -> None:
    names = list(knowledge.therapies)
    _pair("therapies_interested", "therapies_declined", names, knowledge)


def _pair(wanted: str, declined: str, names: Sequence[str], knowledge: Knowledge) -> None:
    """Two lists, wanted and declined: choosing in one takes the same name out of the other."""
    for one, other in ((wanted, declined), (declined, wanted)):
        place = WISHES[one]
        st.multiselect(
            tell(LISTS[one]),
            names,
            format_func=lambda name: name_of(LineId(name), knowledge),
            placeholder=tell("None named"),
            **shown(place.name, listed(place), partial(_keep_apart, one, other)),
        )


def _keep_apart(one: str, other: str, chosen: list[str]) -> None:
    session.change(_kept_apart, one, other, chosen)


def _kept_apart(draft: Draft, one: str, other: str, chosen: list[str]) -> Draft:
    left = [name for name in getattr(draft.preferences, other) if name not in chosen]
    return WISHES[other].put(WISHES[one].put(draft, chosen), left)


def _time() -> None:
    said = session.draft().preferences
    _first_session()
    st.pills(
        tell("Minutes a session"),
        with_kept(MINUTES, said.session_minutes),
        **at(WISHES["session_minutes"]),
    )
    st.pills(
        tell("Sessions, at most"),
        with_kept(FREQUENCIES, said.sessions_per_week_max),
        format_func=lambda often: shown_words(how_often(often)),
        **at(WISHES["sessions_per_week_max"]),
    )
    st.pills(
        tell("Minutes a day at home"),
        with_kept(HOME_MINUTES, said.self_care_minutes_per_day),
        **at(WISHES["self_care_minutes_per_day"]),
    )
    st.pills(
        tell("Days that suit"),
        [day.value for day in Day],
        selection_mode="multi",
        format_func=lambda day: tell(DAY[Day(day)]),
        **list_at(WISHES["days"]),
    )


def _first_session() -> None:
    """The day of the visit unless another one is chosen."""
    draft = session.draft()
    chosen = draft.preferences.first_session
    st.date_input(
        tell("First session: today unless you choose a day"),
        min_value=min(chosen or draft.on, draft.on),
        width=320,
        **shown("first-session", chosen or draft.on, _keep_first_session, "value"),
    )


def _keep_first_session(chosen: date | None) -> None:
    today = session.draft().on
    session.change(FIRST_SESSION.put, chosen.isoformat() if chosen and chosen != today else None)


def _money() -> None:
    price, budget, currency = st.columns([2, 2, 1])
    price.number_input(
        tell("Price of a session"),
        min_value=0.0,
        max_value=1e6,
        step=5.0,
        format="%g",
        **number_at(WISHES["session_price"]),
    )
    budget.number_input(
        tell("Budget a month"),
        min_value=0.0,
        max_value=1e6,
        step=10.0,
        format="%g",
        **number_at(WISHES["monthly_budget"]),
    )
    kept = session.draft().preferences.currency
    currency.selectbox(
        tell("Currency"), **option_at(WISHES["currency"], with_kept(CURRENCIES, kept))
    )
    place_field()
