"""After a crash from small effort nothing at home is a ladder, whatever pain the plan is for."""

import pytest

from planner.knowledge import load
from planner.knowledge.named import NOTHING_BY_PLAN
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
CRASH = "p-post-exertional-malaise"
OTHERS = sorted(set(KNOWN.conditions) - {"cancer-related-pain", "scar-pain", "me-cfs-long-covid"})


def plan_with(*conditions, **changes):
    pain = [{"condition": one, "months": 18, "assessed": True} for one in conditions]
    return first_visit(client_with(conditions[0], pain=pain, **changes), KNOWN)


def assert_no_ladder(plan):
    assert plan.self_care
    kinds = {KNOWN.self_care[one.id].kind for one in plan.self_care}
    assert "strengthening" not in kinds
    assert {one.harder for one in plan.self_care} == {""}
    rule = KNOWN.home_rules[NOTHING_BY_PLAN].says
    assert {one.progress_rule for one in plan.self_care} == {rule}
    assert all(one.grows_to in (None, one.minutes) for one in plan.self_care)


@pytest.mark.parametrize("condition", OTHERS)
def test_a_crash_after_small_effort_leaves_no_ladder_and_no_strength(condition):
    assert_no_ladder(plan_with(condition, answers={CRASH: "yes"}))


@pytest.mark.parametrize("condition", OTHERS)
def test_me_cfs_binds_the_plan_of_every_other_pain(condition):
    plan = plan_with(condition, "me-cfs-long-covid")
    assert_no_ladder(plan)
    assert {KNOWN.self_care[one.id].kind for one in plan.self_care}.isdisjoint({"aerobic"})
    assert {one.id for one in plan.complementary}.isdisjoint({"physical-therapy", "pilates"})
    assert plan.limits.sessions_per_week == 0.5
    assert plan.limits.minutes == 20


@pytest.mark.parametrize("condition", ["low-back-pain", "neck-pain", "knee-osteoarthritis"])
def test_pregnancy_binds_the_plan_of_every_other_pain(condition):
    plan = plan_with(condition, "pregnancy-back-pelvic-pain")
    assert {"side-lying", "not-prone"} <= set(plan.limits.positions)
    assert {one.pressure for one in plan.massage.techniques} == {"light"}
    assert {"tens", "spinal-manipulation"}.isdisjoint(one.id for one in plan.complementary)
    tags = {tag for one in plan.self_care for tag in KNOWN.self_care[one.id].tags}
    assert tags.isdisjoint({"heat", "prone", "supine-flat", "breath-hold"})


def test_without_it_there_is_strength_and_a_rule_to_do_more():
    plan = plan_with("low-back-pain")
    assert "strengthening" in {KNOWN.self_care[one.id].kind for one in plan.self_care}
    assert any(one.harder for one in plan.self_care)
