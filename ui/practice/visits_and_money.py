"""What each visit begins with: country, language, money, lengths, days, what is never offered."""

from functools import partial

import streamlit as st

from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.practice import Practice
from planner.model.vocabulary import Day, Locale
from planner.visit.said.numbers import Range
from planner.visit.set_once import moved_to, never_offered, never_offering, offering, priced, zones
from planner.words import LANGUAGES
from planner.words.offered import for_clients
from planner.words.terms import DAY
from ui.parts.fields import ONE_BY_NAME, SEVERAL_BY_NAME, shown, shown_of, with_kept
from ui.parts.number_field import Look, number_field
from ui.practice.fields import keep, keep_own, put_in
from ui.state.language import knowledge, own_name, spoken, tell, tell_many

LENGTHS = [30, 45, 60, 75, 90, 120]
CURRENCIES = ["AUD", "CAD", "EUR", "GBP", "NZD", "USD"]
PRICE = Range(0, 1_000_000)


def draw(kept: Practice) -> None:
    """The part of the page, one answer below the other."""
    st.header(tell("Visits and money"), anchor=False)
    with st.container(key="practice-place"):
        _place(kept)
    _lengths(kept)
    _first_visit(kept)
    _days(kept)
    _never(kept)


def _place(kept: Practice) -> None:
    places = [one.value for one in Locale]
    st.selectbox(
        tell("Country"),
        format_func=lambda one: knowledge().locales[Locale(one)].name,
        **ONE_BY_NAME,
        **shown_of(places, "practice/locale", kept.locale.value, _move),
    )
    st.selectbox(
        tell("Language of what clients read"),
        format_func=own_name,
        **ONE_BY_NAME,
        **shown_of(for_clients(), "practice/language", kept.language, partial(_put, "language")),
    )
    st.selectbox(
        tell("Language of your screen"),
        format_func=own_name,
        **ONE_BY_NAME,
        **shown_of(LANGUAGES, "own/language", spoken().code, partial(keep_own, "language")),
    )
    known = with_kept(CURRENCIES, kept.currency)
    st.selectbox(
        tell("Currency"),
        **ONE_BY_NAME,
        **shown_of(known, "practice/currency", kept.currency, partial(_put, "currency")),
    )

    known_zones = dict.fromkeys(["", *zones(kept.locale), kept.timezone])
    st.selectbox(
        tell("Time zone"),
        format_func=partial(_zone, knowledge().locales[kept.locale].timezone),
        **ONE_BY_NAME,
        **shown_of(
            list(known_zones), "practice/timezone", kept.timezone, partial(_put, "timezone")
        ),
    )


def _zone(of_the_country: str, zone: str) -> str:
    if zone:
        return zone.replace("_", " ")
    return tell("{zone}, as usual in the country", zone=of_the_country.replace("_", " "))


def _move(place: str) -> None:
    keep(moved_to, Locale(place))


def _put(field: str, said: object) -> None:
    keep(put_in, field, said)


def _lengths(kept: Practice) -> None:
    """Which lengths there are, and what each costs."""
    st.pills(
        tell("Lengths of a session, in minutes"),
        sorted({*LENGTHS, *kept.lengths}),
        selection_mode="multi",
        **shown("practice/lengths", list(kept.lengths), lambda new: keep(offering, new)),
    )
    if kept.lengths:
        with st.container(key="practice-prices"):
            for minutes in kept.lengths:
                _price(kept, minutes)


def _price(kept: Practice, minutes: int) -> None:
    number_field(
        tell_many("{number} minute costs", "{number} minutes cost", minutes),
        f"practice/price/{minutes}",
        kept.prices.get(minutes),
        PRICE,
        lambda price: keep(priced, minutes, price),
        Look(5.0),
    )


def _first_visit(kept: Practice) -> None:
    options = with_kept(LENGTHS, kept.first_session_minutes)
    st.segmented_control(
        tell("The first session lasts, in minutes"),
        options,
        **shown(
            "practice/first", kept.first_session_minutes, partial(_put, "first_session_minutes")
        ),
    )


def _days(kept: Practice) -> None:
    st.pills(
        tell("Working days"),
        [day.value for day in Day],
        selection_mode="multi",
        format_func=lambda day: tell(DAY[Day(day)]),
        **shown("practice/days", [day.value for day in kept.days], partial(_put, "days")),
    )


def _never(kept: Practice) -> None:
    facts = knowledge()
    st.multiselect(
        tell("I never offer"),
        [*facts.techniques, *facts.therapies],
        format_func=lambda name: name_of(LineId(name), facts),
        placeholder=tell("Nothing named"),
        **shown("practice/never", list(never_offered(kept)), lambda new: keep(never_offering, new)),
        **SEVERAL_BY_NAME,
    )
