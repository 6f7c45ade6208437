"""What was asked at a review is checked as a whole, and the words are kept beside the number."""

import subprocess
import sys

import pytest

from planner.model.errors import PlanError
from planner.model.follow_up import Overall
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.review.conftest import KNOWN, all_no, asked, reviewed, shaped


def test_the_overall_change_runs_from_very_much_improved_to_very_much_worse():
    assert [(one.number, str(one)) for one in Overall][::3] == [
        (1, "very much improved"),
        (4, "no change"),
        (7, "very much worse"),
    ]


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"goals": [{"goal": "walk", "now": 11}]}, "follow-up.goals[0].now: "),
        ({"goals": [{"goal": "  ", "now": 1}]}, "follow-up.goals[0].goal: "),
        ({"overall": {"label": "better"}}, "follow-up.overall.label: "),
        ({"overall": {"label": "no change", "number": 3}}, "which is 4 here"),
        ({"answers": {"rf-none": "no"}}, "follow-up.answers.rf-none: 'rf-none' is not a known"),
        ({"sessions": {"done": -1}}, "follow-up.sessions.done: "),
        ({"after_last_time": "bad"}, "follow-up.after_last_time: "),
        ({"format": 2}, "follow-up.format: "),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(facts, told):
    with pytest.raises(PlanError, match="(?s)" + told.replace("[", r"\[").replace("]", r"\]")):
        asked(**facts)


def test_a_flare_after_last_time_counts_as_one():
    assert asked(after_last_time="worse for more than 48 hours").flares == 1
    assert asked(after_last_time="worse for more than 48 hours", long_flares=2).flares == 2
    assert asked(after_last_time="sore for up to 48 hours").flares == 0


@pytest.mark.parametrize(
    ("goals", "moved"),
    [
        ([], None),
        ([(None, 9)], None),
        ([(3, 5)], False),
        ([(3, 6)], True),
        ([(3, 5), (3, 5)], True),
        ([(3, 5), (3, 4)], False),
        ([(3, 6), (5, 1)], True),
        ([(5, 3)], False),
    ],
)
def test_goals_have_moved_by_3_for_one_or_2_on_average(goals, moved):
    rated = [{"goal": "walk", "before": before, "now": now} for before, now in goals]
    assert asked(goals=rated).goals_moved is moved


def test_the_rules_of_a_review_need_no_pandas():
    code = "import sys, planner.visit, planner.review; print({'pandas', 'numpy'} & {*sys.modules})"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"


# A goal is compared from the first visit on


def rated_plan():
    goals = {"goals": [{"goal": "walk to the shops", "activity": "walking", "rating": 4}]}
    return first_visit(client_with("low-back-pain", preferences=goals), KNOWN)


@pytest.mark.parametrize(("now", "moved"), [(7, True), (6, False)])
def test_a_goal_rated_at_the_first_visit_is_compared_at_the_first_review(now, moved):
    plan = rated_plan()
    facts = all_no(plan, asked(goals=[{"goal": "walk to the shops", "now": now}]))
    found = reviewed(plan, shaped("as before", plan), facts)
    (goal,) = found.progress.goals
    assert (goal.before, goal.gain) == (4, now - 4)
    assert any("The goals moved" in one.says for one in found.reasons) is moved
    assert found.next_plan.measures.rated == plan.measures.rated


def test_a_goal_that_was_never_rated_before_is_told_with_today_alone():
    plan = rated_plan()
    goals = [{"goal": "walk to the shops", "now": 9}, {"goal": "garden", "now": 3}]
    found = reviewed(plan, shaped("as before", plan), all_no(plan, asked(goals=goals)))
    (moved,) = [one.says for one in found.reasons if "The goals moved" in one.says]
    assert "walk to the shops, 4 to 9" in moved
    assert "garden, not rated to 3" in moved


def test_what_was_said_at_the_review_of_before_is_kept_before_what_the_plan_has():
    plan = rated_plan()
    facts = all_no(plan, asked(goals=[{"goal": "walk to the shops", "before": 2, "now": 6}]))
    (goal,) = reviewed(plan, shaped("as before", plan), facts).progress.goals
    assert goal.before == 2
