"""Several pain sources share one programme: the largest need of each kind decides."""

from itertools import product

import pytest

from planner.knowledge import load
from planner.planning.case import Case
from planner.planning.dosing.need import largest, shared
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
PAIRS = [("low-back-pain", "neck-pain"), ("neck-pain", "low-back-pain")]


@pytest.mark.parametrize("pains", PAIRS)
def test_the_most_often_the_longest_and_the_most_weeks_of_two_tested_doses_are_asked_for(pains):
    intake = client_with("low-back-pain")
    case = Case(intake, screen(intake, KNOWN), KNOWN)
    both = largest(case, tuple(KNOWN.conditions[one] for one in pains), "minimum")
    alone = [largest(case, (KNOWN.conditions[one],), "minimum") for one in pains]
    assert alone[0].often != alone[1].often
    assert both.often == max(one.often for one in alone)
    assert both.weeks == max(one.weeks for one in alone)
    assert both.minutes == max(one.minutes for one in alone)


# The frequency of one never joins the minutes of another


def programme(*pains, **changes):
    told = [{"condition": one, "months": 18, "assessed": True} for one in pains]
    plan = first_visit(client_with(pains[0], pain=told, **changes), KNOWN)
    return plan.massage and [
        (one.weeks, one.sessions_per_week, one.minutes) for one in plan.massage.phases
    ]


def test_a_pain_that_must_start_light_leads_and_the_tested_dose_of_another_is_not_met():
    severe = {"severity": {"average": 7}}
    for pains in (("fibromyalgia", "neck-pain"), ("neck-pain", "fibromyalgia")):
        weeks, often, minutes = programme(*pains, **severe)[0]
        assert (weeks, often, minutes) == programme("fibromyalgia", **severe)[0]
    told = [{"condition": one, "months": 18} for one in ("fibromyalgia", "neck-pain")]
    massage = first_visit(client_with("fibromyalgia", pain=told, **severe), KNOWN).massage
    assert massage.below_tested
    assert [one for one in massage.dose_notes if "Neck pain: its tested dose" in one]


def test_every_phase_of_two_pains_is_how_often_and_how_long_one_of_them_is_treated():
    for pains in product(KNOWN.conditions, ("fibromyalgia", "neck-pain", "shoulder-pain")):
        intake = client_with(pains[0], pain=[{"condition": one} for one in sorted({*pains})])
        case = Case(intake, screen(intake, KNOWN), KNOWN)
        known = tuple(KNOWN.conditions[one] for one in pains)
        own = {(n.often, n.minutes) for one in known for n in shared(case, (one,))}
        assert {(n.often, n.minutes) for n in shared(case, known)} <= own, pains


def test_no_session_is_shorter_than_one_that_was_tested_for_a_pain_of_the_plan():
    assert programme("low-back-pain", "shoulder-pain")[0][1:] == (1.0, 60)
    assert programme("shoulder-pain")[0][1:] == (2.0, 45)
