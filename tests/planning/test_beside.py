"""How much beside massage: by how much a pain weighs, how long it lasts, and what came before."""

import pytest

from planner.knowledge import load
from planner.planning.advice import CHANGED, FLARES, LONG
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
BACK, WIDE = "low-back-pain", "chronic-primary-pain"


def plan_for(condition=BACK, months=6, **changes):
    pain = {"condition": condition, "months": months, "assessed": True}
    pain |= changes.pop("of_pain", {})
    return first_visit(client_with(condition, pain=[pain], **changes), KNOWN)


def beside(*args, **changes):
    return [one.id for one in plan_for(*args, **changes).complementary]


def families(*args, **changes):
    return [KNOWN.therapies[one].family for one in beside(*args, **changes)]


NARROWED = {"average": 6, "enjoyment": 8, "activity": 8, "sleep": 8}


def test_the_more_pain_the_more_beside_massage_one_step_at_a_time():
    numbers = [len(beside(severity={"average": average})) for average in range(11)]
    assert numbers == [0, 0, 0, 1, *[2] * 7]


def test_a_therapy_that_is_wanted_is_there_for_mild_pain_too():
    wanted = {"preferences": {"therapies_interested": ["yoga"]}}
    assert beside(severity={"average": 1}, **wanted) == ["yoga"]


@pytest.mark.parametrize(("months", "number"), [(2, 1), (3, 2), (11, 2), (12, 3)])
def test_how_long_it_lasts_decides_how_much_where_life_is_narrowed(months, number):
    fewer = {2: 2}  # a new pain that narrows life: the usual number, one fewer
    assert len(beside(months=months, severity=NARROWED)) == min(number, fewer.get(months, number))


def test_where_life_is_narrowed_the_mind_comes_before_what_stands_as_high():
    assert "mind" not in families(severity={"average": 6})
    narrowed = beside(severity=NARROWED)
    assert "mind" in families(severity=NARROWED)
    assert narrowed.index("cbt") == 1  # after exercise with a physiotherapist alone


def test_life_is_narrowed_from_5_on_average():
    at, under = ({"average": 6, "enjoyment": n, "activity": 5, "sleep": 5} for n in (5, 4))
    assert len(beside(months=24, severity=at)) == 3
    assert len(beside(months=24, severity=under)) == 2


def test_after_trauma_talking_comes_before_a_mindfulness_course():
    trauma = {"answers": {"p-ptsd-trauma": "yes"}}
    calm = {"severity": {**NARROWED, "stress": 9}}
    plan = plan_for(WIDE, 24, **calm, **trauma)
    assert "cbt" in {one.id for one in plan.complementary}
    assert "mindfulness" not in {one.id for one in plan.complementary}
    why = next(one.why for one in plan.not_chosen if one.id == "mindfulness")
    assert "After trauma" in why


# A pain that has changed, and what brings it on


def test_a_pain_that_has_changed_is_looked_at_earlier_and_says_so():
    known, changed = (plan_for(of_pain={"changed": one}) for one in (False, True))
    assert changed.measures.review_on < known.measures.review_on
    assert (changed.measures.review_on - changed.on).days >= 14
    assert CHANGED in changed.talk and CHANGED not in known.talk


def test_what_brings_the_pain_on_comes_with_a_word_on_load_and_its_goal_first():
    goals = [{"goal": "walk", "activity": "walking"}, {"goal": "drive", "activity": "sitting"}]
    plan = plan_for(assessment={"provokes": ["sitting"]}, preferences={"goals": goals})
    assert any(one.startswith("Brings the pain on: Sitting.") for one in plan.talk)
    assert plan.measures.goals == ("drive", "walk")
    assert plan_for(preferences={"goals": goals}).measures.goals == ("walk", "drive")


@pytest.mark.parametrize(("worst", "said"), [(9, False), (10, True), (None, False)])
def test_a_worst_pain_far_above_the_average_asks_for_a_plan_in_a_flare(worst, said):
    assert (FLARES in plan_for(severity={"average": 6, "worst": worst}).talk) is said


@pytest.mark.parametrize(("months", "said"), [(11, False), (12, True)])
def test_a_pain_of_a_year_is_told_to_go_on_at_home(months, said):
    assert (LONG in plan_for(months=months).talk) is said


def test_a_life_that_is_narrowed_brings_pacing_or_learning_about_pain_home():
    def helps(severity):
        tasks = plan_for(WIDE, severity=severity).self_care
        return [one for one in tasks if KNOWN.kinds[KNOWN.self_care[one.id].kind].eases == "life"]

    narrowed, under = ({"average": 6, "enjoyment": n, "activity": 5} for n in (5, 4))
    assert len(helps(narrowed)) > len(helps(under))
