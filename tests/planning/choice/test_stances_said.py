"""What a plan says of a therapy that it does not propose, against the stances themselves."""

from itertools import combinations

import pytest

from planner.knowledge import load
from planner.knowledge.named import PAIN_IN_GENERAL
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
CONDITIONS = sorted(KNOWN.conditions)
PAIRS = list(combinations(CONDITIONS, 2))[::7]
LITTLE_KNOWN = "Too little is known"


def stances(therapy, condition):
    """The stance that counts for a pain source: its own where it was read, else the general one."""
    own = KNOWN.stances.get(condition, {}).get(therapy)
    if own and not own.unchecked:
        return own
    return KNOWN.stances[PAIN_IN_GENERAL].get(therapy)


def left_out(*conditions):
    pains = [{"condition": one, "months": 18, "assessed": True} for one in conditions]
    plan = first_visit(client_with(conditions[0], pain=pains), KNOWN)
    return {one.id: one.why for one in plan.not_chosen if one.id in KNOWN.therapies}


@pytest.mark.parametrize("conditions", [(one,) for one in CONDITIONS] + PAIRS, ids="+".join)
def test_too_little_is_said_to_be_known_only_of_a_stance_that_does_not_support(conditions):
    for therapy, why in left_out(*conditions).items():
        found = [stances(therapy, one) for one in conditions]
        if LITTLE_KNOWN in why:
            assert not all(one.stance.supports for one in found if one), (therapy, why)


def test_what_is_supported_for_pain_in_general_only_says_so_and_for_which_pain_it_does_not():
    why = left_out("low-back-pain")["music"]
    assert "for long-lasting pain in general" in why
    assert "speaks of it for low back pain" in why


def test_what_is_supported_in_a_narrower_case_says_which():
    note = KNOWN.stances["post-surgical-pain"]["music"].note
    assert note.lower() in left_out("post-surgical-pain")["music"].lower()


def test_a_guideline_that_was_not_read_is_not_called_a_gap_in_what_is_known():
    assert KNOWN.stances["tension-type-headache"]["cbt"].unchecked
    why = left_out("tension-type-headache")["cbt"]
    assert "was not read" in why and LITTLE_KNOWN not in why


def test_each_pain_source_of_two_is_told_apart():
    why = left_out("low-back-pain", "fibromyalgia")
    for therapy, said in why.items():
        known = {one: stances(therapy, one) for one in ("low-back-pain", "fibromyalgia")}
        little = said.partition(LITTLE_KNOWN)[2].partition(".")[0]
        for one, stance in known.items():
            if stance and stance.stance.supports:
                assert KNOWN.conditions[one].name.lower() not in little


def test_a_therapy_that_is_recommended_under_a_condition_only_says_the_condition():
    wish = {"therapies_interested": ["spinal-manipulation"]}
    plan = first_visit(client_with("sciatica", preferences=wish), KNOWN)
    (one,) = [one for one in plan.complementary if one.id == "spinal-manipulation"]
    assert "not when weakness or numbness gets worse" in one.why[0].says


def test_a_therapy_that_is_advised_against_says_which_form_of_it():
    assert "adds effort by a fixed step" in left_out("me-cfs-long-covid")["physical-therapy"]
    assert "On its own" in left_out("temporomandibular-disorder")["biofeedback"]
