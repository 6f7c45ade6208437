"""Step 4, wishes: what the client likes, wants, can do and can pay."""

from datetime import date
from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.phrase import Phrase
from planner.model.plan import UnmetWish
from planner.model.vocabulary import Day, Pressure
from planner.planning.hands.unmet import OF_PRESSURE
from planner.visit.interview import Interview
from planner.visit.said import needles, wishes
from planner.visit.said.places import WISHES
from planner.visit.said.wishes import Listed
from planner.words import say
from planner.words.plan import how_often
from planner.words.terms import DAY, PRESSURE
from ui.consultation import goals
from ui.parts.day_field import day_field
from ui.parts.fields import (
    ONE_BY_NAME,
    SEVERAL_BY_NAME,
    at,
    language_field,
    list_at,
    listed,
    option_at,
    place_field,
    shown,
    with_kept,
)
from ui.parts.interview.region_picker import region_picker
from ui.parts.number_field import Look, number_at
from ui.parts.wording import capital
from ui.state import session
from ui.state.language import shown as shown_words
from ui.state.language import tell

MINUTES = [30, 45, 60, 75, 90]
FREQUENCIES = [0.25, 0.5, 1, 2, 3]
LISTS: dict[Listed, Phrase] = {
    "therapies_interested": say("Would like to try"),
    "techniques_liked": say("Likes, of massage"),
    "therapies_declined": say("No, thank you: therapies"),
    "techniques_declined": say("No, thank you: massage"),
}
NEEDLES = "needles"
FIRST_SESSION = WISHES["first_session"]
CURRENCIES = ["AUD", "CAD", "EUR", "GBP", "NZD", "USD"]


def draw(found: Interview | None, knowledge: Knowledge) -> None:
    """The whole step; all of it may stay empty: then the usual is meant."""
    refused = found.plan.unmet if found and found.visit else ()
    goals.draw(knowledge)
    with st.container(key="wish-touch"):
        _pressure()
        _no_needles()
    _answered([one for one in refused if one.of == OF_PRESSURE])
    with st.container(key="wish-lists"):
        for part in LISTS:
            _list(part, knowledge)
        region_picker(tell("Leave alone"), WISHES["regions_to_avoid"], knowledge, tell("A place"))
    _answered([one for one in refused if one.of != OF_PRESSURE])
    with st.container(key="wish-time"):
        _time()
    with st.container(key="wish-money"):
        _money()


def _answered(refused: list[UnmetWish]) -> None:
    """A wish that the plan does not give is answered where it was said."""
    for one in refused:
        st.info(shown_words(one).says, icon=":material/info:")


def _pressure() -> None:
    st.segmented_control(
        tell("Pressure the client likes"),
        [one.value for one in Pressure],
        format_func=lambda one: capital(PRESSURE[Pressure(one)]),
        **at(WISHES["pressure"]),
    )


def _no_needles() -> None:
    """One wish for every therapy that uses them."""
    said = needles.no_needles(session.draft(), session.knowledge())
    st.pills(
        tell("No, thank you"),
        [NEEDLES],
        format_func=lambda _: tell("No needles"),
        selection_mode="multi",
        **shown("no-needles", [NEEDLES] if said else [], _keep_needles),
    )


def _keep_needles(chosen: list[str]) -> None:
    session.change(needles.saying_no_needles, bool(chosen), session.knowledge())


def _list(part: Listed, knowledge: Knowledge) -> None:
    """Several wishes of a kind."""
    place = WISHES[part]
    st.multiselect(
        tell(LISTS[part]),
        list(wishes.may_name(part, knowledge)),
        format_func=lambda name: name_of(name, knowledge),
        placeholder=tell("None named"),
        **shown(place.name, listed(place), partial(_keep_list, part)),
        **SEVERAL_BY_NAME,
    )


def _keep_list(part: Listed, chosen: list[str]) -> None:
    session.change(wishes.named, part, chosen)


def _time() -> None:
    said = session.draft().preferences
    st.pills(
        tell("Minutes a session"),
        with_kept(list(said.prices) or MINUTES, said.session_minutes),
        **at(WISHES["session_minutes"]),
    )
    st.pills(
        tell("Sessions, at most"),
        with_kept(FREQUENCIES, said.sessions_per_week_max),
        format_func=lambda often: shown_words(how_often(often)),
        **at(WISHES["sessions_per_week_max"]),
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
    day_field(
        tell("First session"),
        min_value=min(chosen or draft.on, draft.on),
        **shown("first-session", chosen or draft.on, _keep_first_session, "value"),
    )


def _keep_first_session(chosen: date | None) -> None:
    today = session.draft().on
    session.change(FIRST_SESSION.put, chosen.isoformat() if chosen and chosen != today else None)


def _money() -> None:
    number_at(
        tell("At home, minutes a day"),
        WISHES["self_care_minutes_per_day"],
        Look(5.0, why=tell("0 means that nothing is wanted at home.")),
    )
    number_at(tell("Budget a month"), WISHES["monthly_budget"], Look(10.0))
    listed = tell("As on your list") if session.draft().preferences.prices else None
    number_at(tell("Price of a session"), WISHES["session_price"], Look(5.0, empty=listed))
    _first_session()
    kept = session.draft().preferences.currency
    st.selectbox(
        tell("Currency"),
        **option_at(WISHES["currency"], with_kept(CURRENCIES, kept)),
        **ONE_BY_NAME,
    )
    place_field()
    language_field()
