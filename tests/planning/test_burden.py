"""How much a pain weighs decides how much is planned: mild, new, irritable, changed."""

import pytest

from planner.knowledge import load
from planner.planning.case import Case
from planner.planning.dosing.client import first_minutes
from planner.planning.dosing.dose import MILD, THEN_REVIEW
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
BACK, NECK, SHOULDER = "low-back-pain", "neck-pain", "shoulder-pain"


def plan_for(condition, **changes):
    return first_visit(client_with(condition, **changes), KNOWN)


def scored(**scores):
    return {"severity": {"average": 2, **scores}}


def stirred(word):
    return {"assessment": {"irritability": word}}


# Mild pain


def test_pain_of_0_to_2_gets_no_course_and_pain_of_3_does():
    for average in (0, 1, 2):
        plan = plan_for(BACK, severity={"average": average})
        assert plan.massage is None
        assert MILD in plan.load.notes
        assert plan.self_care
    assert plan_for(BACK, severity={"average": 3}).massage


@pytest.mark.parametrize("score", ["worst", "enjoyment", "activity", "sleep"])
def test_low_pain_that_is_bad_at_times_or_gets_in_the_way_gets_a_course(score):
    assert plan_for(BACK, **scored(**{score: 5})).massage
    assert plan_for(BACK, **scored(**{score: 4})).massage is None


def test_massage_may_be_asked_for_where_pain_is_mild():
    asked = {"preferences": {"techniques_liked": ["swedish"]}}
    assert plan_for(BACK, **scored(), **asked).massage
    put_in = {"edits": [{"line": "swedish", "change": "add"}]}
    assert plan_for(BACK, **scored(), **put_in).massage


# A new pain


def new(condition, months):
    pain = [{"condition": condition, "months": months, "assessed": True}]
    return plan_for(condition, pain=pain)


def test_a_pain_under_three_months_gets_a_shorter_course_that_is_not_tapered():
    short, usual = (new(BACK, months).massage for months in (2, 3))
    assert sum(one.weeks for one in short.phases) < sum(one.weeks for one in usual.phases)
    assert short.after.startswith(THEN_REVIEW) and not usual.after.startswith(THEN_REVIEW)
    said = "Not long-lasting yet: the course is short, then it is looked at again (Low back pain)."
    assert said in {one.says for one in short.dose_why}
    assert said not in {one.says for one in usual.dose_why}


def test_how_long_is_unknown_is_not_short():
    assert new(BACK, None).massage.phases == new(BACK, 18).massage.phases


# Pain that is easily stirred up


@pytest.mark.parametrize(("word", "minutes"), [("low", 60), ("moderate", 45), ("high", 30)])
def test_the_more_irritable_the_shorter_the_first_session(word, minutes):
    plan = plan_for(NECK, **stirred(word))
    first, second = [one.minutes for one in plan.visits if one.kind == "massage"][:2]
    assert (first, second) == (minutes, 60)
    told = {one.says for one in plan.massage.dose_why}
    said = f"It is easily stirred up, so the first session has {minutes} minutes."
    assert (said in told) is (word != "low")


def test_a_first_session_is_never_longer_than_a_limit_leaves():
    irritable = plan_for(NECK, **stirred("moderate"), answers={"p-frailty": "yes"})
    calm = plan_for(NECK, answers={"p-frailty": "yes"})
    assert irritable.visits[0].minutes <= calm.visits[0].minutes


def test_a_first_session_is_never_under_the_shortest():
    case = case_of(NECK, **stirred("high"))
    assert first_minutes(case, 15) == 10
    assert first_minutes(case_of(NECK), 15) is None


def case_of(condition, **changes):
    intake = client_with(condition, **changes)
    return Case(intake, screen(intake, KNOWN), KNOWN)


def test_severe_pain_that_is_irritable_does_not_start_at_the_upper_end():
    severe = {"severity": {"average": 8}}
    often = [
        plan_for(NECK, **severe, **stirred(word)).massage.phases[0].sessions_per_week
        for word in ("low", "moderate", "high")
    ]
    assert often == [3.0, 2.0, 2.0]
    lower = plan_for(SHOULDER, **severe, **stirred("high")).massage.phases[0]
    assert lower.minutes == KNOWN.doses[SHOULDER]["start"].minutes[0]
