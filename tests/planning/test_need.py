"""Several pain sources share one programme: the largest need of each kind decides."""

import pytest

from planner.knowledge import load
from planner.planning.case import Case
from planner.planning.dosing.need import largest
from planner.safety.screening import screen
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
