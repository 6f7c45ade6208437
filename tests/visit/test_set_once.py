"""A practice is set field by field, and every new visit begins with what it sets."""

from datetime import date

import pytest

from planner.knowledge import load
from planner.model.errors import PracticeError
from planner.model.intake import Intake
from planner.model.practice import DARK_ENOUGH, NOT_SET, contrast_on_white
from planner.model.vocabulary import Day, Locale
from planner.visit import set_once
from planner.visit.draft import begun, blank, leaving_the_rest, saying
from planner.visit.main_line import first_visit
from planner.visit.set_once import ACCENTS, zones
from tests.conftest import client_with
from tests.practices import oak_street

ON = date(2026, 11, 26)


def test_a_visit_begins_with_everything_that_was_set():
    draft = begun(ON, oak_street())
    wishes = draft.preferences
    assert (draft.locale, wishes.currency) == (Locale.UK, "GBP")
    assert wishes.prices == {30: 50, 60: 80, 90: 115}
    assert wishes.days == (Day.MON, Day.THU)
    assert wishes.therapies_declined == ("cupping",)
    assert wishes.first_session_minutes == 75


def test_a_visit_of_a_practice_never_set_is_a_blank_one():
    assert begun(ON, NOT_SET).as_text == blank(ON).as_text


def test_a_practice_changed_later_changes_no_visit_that_was_begun():
    practice = oak_street()
    draft = begun(ON, practice)
    before = draft.as_text
    set_once.priced(practice, 60, 95)
    assert draft.as_text == before
    assert begun(ON, set_once.priced(practice, 60, 95)).preferences.prices[60] == 95


def test_where_there_is_one_length_that_is_the_wish():
    draft = begun(ON, oak_street(prices={45: 60}, session_minutes=(45,)))
    assert draft.preferences.session_minutes == 45


def test_a_price_that_was_said_counts_for_every_length():
    said = client_with("low-back-pain", preferences={"session_price": 70})
    assert leaving_the_rest(said, oak_street()).preferences.price_of(30) == 70


@pytest.mark.parametrize(
    ("minutes", "price"), [(30, 50), (45, 80), (60, 80), (90, 115), (120, 115)]
)
def test_a_length_without_a_price_costs_as_the_next_longer_one(minutes, price):
    assert begun(ON, oak_street()).preferences.price_of(minutes) == price


def test_the_money_of_a_plan_goes_by_the_length_of_its_visits():
    said = client_with("low-back-pain", preferences={"session_minutes": 30})
    load_of = first_visit(leaving_the_rest(said, oak_street()), load()).load
    assert (load_of.price, load_of.total_cost) == (50, 50 * load_of.visits)


def test_minutes_set_by_hand_change_the_price_with_them():
    said = client_with(
        "low-back-pain",
        edits=[{"line": "massage", "change": "set", "values": {"minutes": 30}}],
    )
    load_of = first_visit(leaving_the_rest(said, oak_street()), load()).load
    assert (load_of.price, load_of.total_cost) == (50, 50 * load_of.visits)


def test_the_first_session_is_as_long_as_it_is_booked_and_no_longer_than_a_limit():
    free = first_visit(leaving_the_rest(client_with("low-back-pain"), oak_street()), load())
    assert free.visits[0].minutes == 75
    assert {one.minutes for one in free.visits[1:] if one.kind == "massage"} == {
        free.massage.phases[0].minutes
    }
    frail = client_with("low-back-pain", answers={"p-frailty": "yes"})
    held = first_visit(leaving_the_rest(frail, oak_street()), load())
    assert held.visits[0].minutes <= (held.limits.first_session_minutes or held.limits.minutes)


def test_the_currency_follows_the_country_unless_it_was_chosen():
    uk = set_once.moved_to(NOT_SET, Locale.UK)
    assert (uk.locale, uk.currency) == (Locale.UK, "GBP")
    chosen = set_once.saying(uk, currency="EUR")
    assert set_once.moved_to(chosen, Locale.US).currency == "EUR"


def test_a_length_taken_away_takes_its_price_along():
    left = set_once.offering(oak_street(), [60, 30])
    assert (left.lengths, left.prices) == ((30, 60), {30: 50, 60: 80})
    assert set_once.priced(left, 30, None).lengths == (30, 60)


def test_what_is_never_offered_is_kept_apart_by_kind_and_read_back_together():
    practice = set_once.never_offering(NOT_SET, ["deep-tissue", "acupuncture"])
    assert practice.usual.techniques_declined == ("deep-tissue",)
    assert set_once.never_offered(practice) == ("deep-tissue", "acupuncture")


def test_a_therapy_that_the_facts_no_longer_have_does_not_shut_the_practice():
    practice = set_once.saying(NOT_SET, usual={"therapies_declined": ["leeches", "yoga"]})
    assert set_once.still_known(practice, load()).usual.therapies_declined == ("yoga",)


def test_consent_is_one_point_a_line():
    assert set_once.worded(NOT_SET, " One. \n\n Two.").consent == ("One.", "Two.")


def test_what_cannot_be_kept_is_refused_at_its_field():
    with pytest.raises(PracticeError) as refused:
        set_once.saying(NOT_SET, email="no address")
    assert refused.value.problems[0].place == "email"


def test_an_intake_of_a_practice_is_still_an_intake():
    said = leaving_the_rest(client_with("low-back-pain"), oak_street())
    assert isinstance(said, Intake)
    assert saying(begun(ON, oak_street()), locale=None).locale is Locale.US


@pytest.mark.parametrize("colour", ACCENTS)
def test_each_colour_that_is_offered_is_dark_enough_for_small_words(colour):
    assert contrast_on_white(colour) >= DARK_ENOUGH
    assert set_once.saying(NOT_SET, accent=colour).accent == colour


def test_the_usual_colour_is_one_that_is_offered():
    assert NOT_SET.accent in ACCENTS


@pytest.mark.parametrize(
    ("locale", "first"),
    [
        (Locale.NZ, "Pacific/Auckland"),
        (Locale.UK, "Europe/London"),
        (Locale.US, "America/New_York"),
        (Locale.EU, "Europe/Berlin"),
    ],
)
def test_the_time_zones_of_the_country_come_first_and_every_one_can_be_kept(locale, first):
    every = zones(locale)
    others = zones(Locale.AU)
    assert first in every[: every.index("Australia/Sydney")]
    assert set(every) == set(others) and len(set(every)) == len(every)
    assert set_once.saying(NOT_SET, timezone=first).timezone == first
