"""What a line of a plan leans on, and what is said where guidelines advise against it."""

import pytest

from planner.knowledge import load
from planner.planning.advice import PRESSURE, without_hands
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
AGAINST = [("low-back-pain", "tens"), ("fibromyalgia", "spinal-manipulation")]


@pytest.mark.parametrize(("pain", "therapy"), AGAINST)
def test_a_therapy_put_in_by_hand_says_that_it_is_advised_against(pain, therapy):
    intake = client_with(pain, edits=[{"line": therapy, "change": "add"}])
    lines = {one.id: one for one in first_visit(intake, KNOWN).complementary}
    name = KNOWN.conditions[pain].name
    assert any(why.says.startswith(f"{name}: advised against.") for why in lines[therapy].why)


@pytest.mark.parametrize("pain", ["neck-pain", "knee-osteoarthritis", "pelvic-pain"])
def test_an_unread_source_supports_no_therapy_that_a_read_one_supports(pain):
    plan = first_visit(client_with(pain), KNOWN)
    cited = {source for one in plan.complementary for why in one.why for source in why.sources}
    assert cited
    assert {one for one in cited if not KNOWN.findings[one].may_be_cited} == set()


@pytest.mark.parametrize("pain", ["low-back-pain", "neck-pain"])
def test_below_the_tested_dose_the_plan_says_what_is_lost_and_that_this_dose_is_untested(pain):
    intake = client_with(pain, preferences={"sessions_per_week_max": 0.5})
    plan = first_visit(intake, KNOWN)
    cause, lost, offered, better = plan.massage.dose_notes
    assert "is out of reach of the number of sessions a week" in cause
    assert lost == KNOWN.doses[pain]["minimum"].says
    assert offered.endswith("it has not been tested at this dose.")
    assert better == plan.load.best_use.says


@pytest.mark.parametrize(
    ("pain", "task"),
    [
        ("neuropathic-pain", "heat"),
        ("neuropathic-pain", "self-massage"),
    ],
)
def test_a_home_task_that_is_advised_against_is_left_out_with_that_reason(pain, task):
    plan = first_visit(client_with(pain), KNOWN)
    told = {one.id: one for one in plan.not_chosen}
    assert told[task].why == f"Advised against for {KNOWN.conditions[pain].name.lower()}."
    assert told[task].sources


def test_what_was_said_of_massage_goes_with_it_and_the_rest_stays():
    plan = first_visit(client_with("low-back-pain"), KNOWN)
    as_typed = tuple(str(one) for one in plan.talk)  # as a plan of the first edition holds it
    for points in (plan.talk, as_typed):
        left = without_hands(points, KNOWN)
        assert PRESSURE in points and PRESSURE not in left
        assert left


@pytest.mark.parametrize(
    ("pain", "unknown", "too_few"),
    [("neck-pain", "osteopathy", "dry-needling"), ("hip-osteoarthritis", "pilates", "yoga")],
)
def test_what_nothing_is_known_of_does_not_come_before_what_was_tested_too_little(
    pain, unknown, too_few
):
    added = [{"line": one, "change": "add"} for one in (unknown, too_few)]
    found = [one.id for one in first_visit(client_with(pain, edits=added), KNOWN).complementary]
    assert found.index(too_few) < found.index(unknown)
