"""The minutes of a session are shared out among the places that are worked, the main one first."""

from itertools import product

import pytest

from planner.knowledge import load
from planner.planning.hands.shares import in_words
from planner.review.ahead import with_counts
from planner.visit.main_line import first_visit
from tests.conftest import AGREED, client_with

KNOWN = load()
NECK, BACK, KNEE, WIDE = "neck-pain", "low-back-pain", "knee-osteoarthritis", "fibromyalgia"
LEAST = KNOWN.weights.shares.least_minutes


def massage_for(*pains, **changes):
    told = [{"condition": one, "months": 18, "assessed": True} for one in pains]
    told[0] |= changes.pop("first", {})
    agreed = [one for pain in pains for one in AGREED.get(pain, [])]
    return first_visit(
        client_with(pains[0], pain=told, clearances=agreed, **changes), KNOWN
    ).massage


def at_session(massage, turn):
    return [one for one in massage.shares if one.turn in (0, turn)]


def test_one_place_has_the_whole_session_and_nothing_is_said_of_it():
    massage = massage_for(BACK)
    assert massage.shares == ()
    assert not [*in_words(massage, KNOWN)]


def test_the_main_complaint_comes_first_and_gets_most():
    for pains in ((NECK, BACK, KNEE), (BACK, KNEE, NECK), (KNEE, NECK, BACK)):
        shares = massage_for(*pains).shares
        own = {pain: sum(s.minutes for s in shares if s.condition == pain) for pain in pains}
        assert shares[0].condition == pains[0]
        assert own[pains[0]] == max(own.values())


def test_of_one_pain_the_place_that_hurts_most_comes_first():
    for worst, zone in (("shoulder_back_left", "shoulders"), ("neck_back_left", "neck")):
        regions = ["neck_back_left", "shoulder_back_left"]
        first = {"regions": regions, "levels": dict.fromkeys(regions, 1) | {worst: 3}}
        assert massage_for(NECK, first=first).shares[0].zone == zone


def test_the_side_that_hurts_most_counts_though_the_other_side_hurts_little():
    levels = {"shoulder_back_left": 3, "shoulder_back_right": 1}
    levels |= {"neck_back_left": 2, "neck_back_right": 2}
    first, second = massage_for(NECK, first={"regions": [*levels], "levels": levels}).shares
    assert (first.zone, second.zone) == ("shoulders", "neck")
    assert {*first.regions} == {"shoulder_back_left", "shoulder_back_right"}


@pytest.mark.parametrize(
    "minutes", [30, 60, *(pytest.param(one, marks=pytest.mark.slow) for one in (20, 45, 90))]
)
def test_the_minutes_of_every_session_add_up_and_no_place_has_under_ten(minutes):
    for pains in product(KNOWN.conditions, (WIDE, KNEE)):
        massage = massage_for(*dict.fromkeys(pains), preferences={"session_minutes": minutes})
        if massage is None or not massage.shares:
            continue
        turns = {one.turn for one in massage.shares if one.turn} or {0}
        for turn in turns:
            now = at_session(massage, turn)
            assert sum(one.minutes for one in now) == massage.phases[0].minutes
            assert min(one.minutes for one in now) >= min(LEAST, massage.phases[0].minutes)


def test_too_many_places_for_one_session_take_turns_and_the_plan_says_which():
    massage = massage_for(WIDE)
    waiting = [one for one in massage.shares if one.turn > 1]
    assert waiting
    told = " ".join(in_words(massage, KNOWN))
    assert "Too many places for one session" in told
    assert all(KNOWN.zones[one.zone].name.lower() in told for one in waiting)


def test_what_is_worked_has_its_share_and_nothing_else_has():
    for pains in ((NECK,), (WIDE, KNEE), (NECK, BACK, KNEE)):
        massage = massage_for(*pains)
        worked = {region for one in massage.techniques for region in one.regions}
        assert {region for one in massage.shares for region in one.regions} == worked


def test_shorter_sessions_share_their_minutes_out_anew():
    massage = massage_for(NECK, BACK, KNEE)
    phases = tuple(one.replaced(minutes=30) for one in massage.phases)
    again = with_counts(massage.replaced(phases=phases), KNOWN)
    assert sum(one.minutes for one in at_session(again, 1)) == 30
    assert {one.zone for one in again.shares} == {one.zone for one in massage.shares}
    assert again.shares[0].zone == massage.shares[0].zone
