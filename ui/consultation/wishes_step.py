"""Step 4, wishes: what the client likes, wants, can do and can pay."""

from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.vocabulary import Day, Pressure
from planner.planning.schedule import how_often
from ui.parts.fields import at, number_at, place_field, shown, with_kept
from ui.parts.interview.region_picker import region_picker
from ui.parts.wording import DAY, name_of
from ui.state import session

WISH = "preferences"
MINUTES = [30, 45, 60, 75, 90]
HOME_MINUTES = [5, 10, 15, 20, 30, 45, 60]
FREQUENCIES = [0.25, 0.5, 1, 2, 3]
CURRENCIES = ["AUD", "CAD", "EUR", "GBP", "NZD", "USD"]


def draw(knowledge: Knowledge) -> None:
    """The whole step."""
    st.caption("All of it may stay empty: then the usual is meant.")
    _goals()
    _touch(knowledge)
    _therapies(knowledge)
    _time()
    _money(knowledge)


def _goals() -> None:
    kept = session.read(f"{WISH}/goals") or []
    st.text_area(
        "Goals, in the client's words, one on each line",
        placeholder="walk to the shops\nsit through a film",
        height=90,
        **shown("goals", "\n".join(kept), _keep_goals),
    )
    if kept:
        st.caption("Kept: " + "; ".join(kept))


def _keep_goals(text: str) -> None:
    session.write(
        f"{WISH}/goals", [line.strip()[:500] for line in text.splitlines() if line.strip()]
    )


def _touch(knowledge: Knowledge) -> None:
    st.segmented_control(
        "Pressure",
        [one.value for one in Pressure],
        format_func=str.capitalize,
        **at(f"{WISH}/pressure"),
    )
    names = list(knowledge.techniques)
    _pair("techniques_liked", "techniques_declined", "Techniques the client", names, knowledge)
    region_picker("Places to leave alone", f"{WISH}/regions_to_avoid", knowledge, "None")


def _therapies(knowledge: Knowledge) -> None:
    names = list(knowledge.therapies)
    _pair("therapies_interested", "therapies_declined", "Therapies the client", names, knowledge)


def _pair(wanted: str, declined: str, label: str, names: list[str], knowledge: Knowledge) -> None:
    """Two lists, wanted and declined: choosing in one takes the same name out of the other."""
    words = {wanted: "likes" if "liked" in wanted else "would try", declined: "declines"}
    for one, other in ((wanted, declined), (declined, wanted)):
        place = f"{WISH}/{one}"
        st.multiselect(
            f"{label} {words[one]}",
            names,
            format_func=lambda name: name_of(name, knowledge),
            placeholder="None named",
            **shown(place, session.read(place) or [], partial(_keep_apart, one, other)),
        )


def _keep_apart(one: str, other: str, chosen: list[str]) -> None:
    session.write(f"{WISH}/{one}", chosen)
    left = [name for name in session.read(f"{WISH}/{other}") or [] if name not in chosen]
    session.write(f"{WISH}/{other}", left)


def _time() -> None:
    minutes, often = f"{WISH}/session_minutes", f"{WISH}/sessions_per_week_max"
    st.pills("Minutes a session", with_kept(MINUTES, session.read(minutes)), **at(minutes))
    st.pills(
        "Sessions, at most",
        with_kept(FREQUENCIES, session.read(often)),
        format_func=how_often,
        **at(often),
    )
    home = f"{WISH}/self_care_minutes_per_day"
    st.pills("Minutes a day at home", with_kept(HOME_MINUTES, session.read(home)), **at(home))
    st.pills(
        "Days that suit",
        [day.value for day in Day],
        selection_mode="multi",
        format_func=lambda day: DAY[Day(day)],
        **at(f"{WISH}/days", []),
    )


def _money(knowledge: Knowledge) -> None:
    price, budget, currency = st.columns([2, 2, 1])
    price.number_input(
        "Price of a session",
        min_value=0.0,
        max_value=1e6,
        step=5.0,
        format="%g",
        **number_at(f"{WISH}/session_price"),
    )
    budget.number_input(
        "Budget a month",
        min_value=0.0,
        max_value=1e6,
        step=10.0,
        format="%g",
        **number_at(f"{WISH}/monthly_budget"),
    )
    kept = session.read(f"{WISH}/currency") or "USD"
    currency.selectbox("Currency", with_kept(CURRENCIES, kept), **at(f"{WISH}/currency", "USD"))
    place_field(knowledge)
