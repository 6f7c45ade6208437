"""What was found by hand decides where focal work goes; an irritable pain starts lighter."""

import pytest

from planner.knowledge import load
from planner.model.vocabulary import Pressure, Role
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
NECK, BACK = "neck-pain", "low-back-pain"
FOCAL = ("deep-tissue", "trigger-point", "neuromuscular")
FIRM = {"preferences": {"pressure": "firm"}}


def plan_for(condition, **changes):
    return first_visit(client_with(condition, **changes), KNOWN)


def tender(**places):
    found = [{"what": "palpation", "region": one, "tender": how} for one, how in places.items()]
    return {"assessment": {"findings": found}}


def techniques(plan):
    return {one.id: one for one in plan.massage.techniques}


def firmest(plan):
    return max((one.pressure for one in plan.massage.techniques), key=lambda one: one.rank)


def why_not(plan, line):
    return next(one.why for one in plan.not_chosen if one.id == line)


# How firm it starts


def test_each_step_of_irritability_starts_one_step_lighter_for_one_who_likes_it_firm():
    started = [
        firmest(plan_for(BACK, **FIRM, assessment={"irritability": word}))
        for word in ("low", "moderate", "high")
    ]
    assert started == [Pressure.FIRM, Pressure.MODERATE, Pressure.LIGHT]


def test_nothing_asked_of_irritability_alters_nothing():
    assert plan_for(BACK, **FIRM, assessment={}).massage == plan_for(BACK, **FIRM).massage


@pytest.mark.parametrize("word", ["moderate", "high"])
def test_a_lighter_start_says_why_on_the_line_and_to_the_wish(word):
    plan = plan_for(BACK, **FIRM, assessment={"irritability": word})
    assert any(
        "stirred up" in told for one in techniques(plan).values() for told in one.adjustments
    )
    assert any("stirred up" in one.says for one in plan.unmet if one.of == "pressure")


def test_an_irritable_pain_gets_no_technique_without_a_light_form_and_the_plan_says_so():
    plan = plan_for(NECK, **FIRM, assessment={"irritability": "high"})
    assert not {*FOCAL} & {*techniques(plan)}
    assert "no light form" in why_not(plan, "deep-tissue")


def test_what_the_therapist_puts_in_stays_for_an_irritable_pain():
    put_in = [{"line": "deep-tissue", "change": "add"}]
    plan = plan_for(BACK, edits=put_in, assessment={"irritability": "high"})
    assert "deep-tissue" in techniques(plan)


# Where it was tender


def test_focal_work_beside_the_main_technique_goes_to_the_tender_places_most_tender_first():
    found = tender(neck_back_left=1, shoulder_back_right=3)
    added = [one for one in plan_for(NECK, **FIRM, **found).massage.techniques if one.id in FOCAL]
    assert added
    for one in added:
        if one.role is Role.ADJUNCT:
            assert one.regions == ("shoulder_back_right", "neck_back_left")
        else:
            assert one.regions[:2] == ("shoulder_back_right", "neck_back_left")
        assert any("tender to touch" in told for told in one.adjustments)


def test_a_place_far_from_the_pain_is_not_worked_because_it_is_tender():
    far = plan_for(NECK, **FIRM, **tender(knee_back_left=2))
    near = plan_for(NECK, **FIRM, **tender(neck_back_left=2))
    worked = {region for one in far.massage.techniques for region in one.regions}
    assert "knee_back_left" not in worked
    assert near.massage != far.massage


def test_tender_places_bring_focal_work_for_one_who_likes_it_firm_and_not_for_another():
    found = tender(lower_back_left=3)
    firm, moderate = plan_for(BACK, **FIRM, **found), plan_for(BACK, **found)
    assert {*FOCAL} & {*techniques(firm)}
    asked = [one for one in FOCAL if one not in techniques(moderate)]
    assert any("likes firm pressure" in why_not(moderate, one) for one in asked)


def test_where_nobody_felt_for_tender_places_the_plan_does_not_say_that_there_are_none():
    plan = plan_for(BACK)
    left = [one for one in FOCAL if one not in techniques(plan)]
    assert all("none was looked for" in why_not(plan, one) for one in left)


def test_a_tender_place_that_the_answers_close_is_not_worked():
    closed = {"preferences": {"pressure": "firm", "regions_to_avoid": ["neck_back_left"]}}
    found = tender(neck_back_left=3, neck_back_right=1)
    plan = plan_for(NECK, **closed, **found)
    worked = {region for one in plan.massage.techniques for region in one.regions}
    assert "neck_back_left" not in worked


def test_where_a_limit_leaves_less_than_an_irritable_pain_the_limit_is_the_reason():
    answers = {"p-anticoagulant": "yes"}
    plan = plan_for(BACK, **FIRM, answers=answers, assessment={"irritability": "moderate"})
    (wish,) = [one for one in plan.unmet if one.of == "pressure"]
    assert "stirred up" not in wish.says
