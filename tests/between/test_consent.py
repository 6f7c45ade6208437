"""Consent: six points told, who agreed, each sensitive place by itself, taken back in one tap."""

from datetime import date, timedelta

import pytest

from planner.knowledge import load
from planner.model.between.consent import AgreedBy, Consent, Point, read_consent
from planner.model.errors import EntryError
from planner.visit.between import consenting
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
ON = date(2026, 11, 26)
GLUTEAL = first_visit(client_with("low-back-pain", "lower_back_left", "buttock_left"), KNOWN)


def whole(**said):
    return Consent(on=ON, points=tuple(Point), by=AgreedBy.CLIENT).having(**said)


def test_consent_stands_when_all_six_points_were_told_and_somebody_agreed():
    made = consenting.begun(GLUTEAL, ON)
    for point in Point:
        assert not made.stands
        made = consenting.told(made, point, True)
    assert not made.stands
    assert consenting.agreed(made, AgreedBy.CLIENT).stands
    assert read_consent(made.as_text, KNOWN.known_ids) == made


def test_whoever_agrees_for_somebody_else_is_named():
    with pytest.raises(EntryError, match="names nobody"):
        consenting.agreed(whole(), AgreedBy.PARENT)
    assert consenting.agreed(whole(), AgreedBy.PARENT, "A. Parent").stands


def test_a_sensitive_place_of_the_plan_is_open_until_it_has_its_own_yes():
    places = consenting.sensitive_in(GLUTEAL, KNOWN)
    assert places
    assert consenting.still_open(GLUTEAL, None, KNOWN) == places
    assert consenting.still_open(GLUTEAL, whole(), KNOWN) == places
    refused = consenting.place_said(whole(), places[0], False)
    assert places[0] in consenting.still_open(GLUTEAL, refused, KNOWN)
    agreed = whole(places=dict.fromkeys(places, True))
    assert consenting.still_open(GLUTEAL, agreed, KNOWN) == ()


def test_withdrawn_consent_stays_readable_and_stands_no_more():
    places = consenting.sensitive_in(GLUTEAL, KNOWN)
    given = whole(places=dict.fromkeys(places, True))
    back = consenting.withdrawn(given, ON + timedelta(7))
    assert (back.places, back.withdrawn.on) == (given.places, ON + timedelta(7))
    assert consenting.in_force([back]) is None
    with pytest.raises(EntryError, match="withdrawn"):
        consenting.told(back, Point.RISKS, False)


def test_consent_is_not_withdrawn_before_it_was_given():
    with pytest.raises(EntryError, match="before it was given"):
        consenting.withdrawn(whole(), ON - timedelta(1))


def test_the_latest_consent_is_the_one_that_counts():
    later = whole().having(on=ON + timedelta(7))
    assert consenting.latest([whole(), later]) == later
    assert consenting.latest([whole(name="asked anew"), whole()]).name == "asked anew"
    assert consenting.latest([]) is None
    assert consenting.in_force([later, whole()]) == later
    assert consenting.in_force([whole(), consenting.withdrawn(later, later.on)]) is None
