"""What of then stays and what of now counts, where a plan has several pain sources or a past."""

from types import SimpleNamespace

import pytest

from planner.model.review.comparison import Difference
from planner.model.vocabulary import Day, Decision
from planner.review.verdicts import all_of, at_their_end
from planner.visit.main_line import first_visit
from planner.words.plan import how_often
from tests.conftest import client_with
from tests.review.conftest import KNOWN, all_no, asked, diary_of, plan_of, reviewed, shaped, wave
from tests.review.plans import plan_named

GOAL_REACHED = {"goal": "walk to the shops", "before": 3, "now": 8}


def test_a_mark_of_the_first_visit_still_holds_when_only_the_yes_is_said_again():
    arm = {"p-vaccine-recent": ["upper_arm_front_left"]}
    intake = client_with("low-back-pain", answers={"p-vaccine-recent": "yes"}, where=arm)
    plan = first_visit(intake, KNOWN)
    again = all_no(plan, **{"p-vaccine-recent": "yes"})
    found = reviewed(plan, shaped("fell a little", plan), again)
    assert found.next_plan.massage.techniques == plan.massage.techniques


@pytest.mark.parametrize(
    ("shape", "decision", "rule"),
    [
        ("fell", Decision.STEP_DOWN, "improved"),
        ("rose", Decision.REFER, "clear-worsening"),
        ("fell a little", Decision.CHANGE, "no-gain-by-six"),  # goes on: the change still counts
    ],
)
def test_the_last_decision_that_altered_the_plan_is_remembered(shape, decision, rule):
    plan = plan_named("changed-at-session-6")
    facts = all_no(plan, asked(goals=[GOAL_REACHED]))
    past = reviewed(plan, shaped(shape, plan), facts).next_plan.supersedes
    assert (past.decision, past.rule) == (decision, rule)


@pytest.mark.parametrize(
    ("pains", "weeks", "ended"),
    [
        (["sciatica"], 3, False),
        (["sciatica"], 4, True),
        (["sciatica", "temporomandibular-disorder"], 5, False),
        (["sciatica", "temporomandibular-disorder"], 6, True),
        (["sciatica", "low-back-pain"], 52, False),  # the second has no end of its own
    ],
)
def test_a_course_ends_when_every_pain_source_has_had_its_weeks(pains, weeks, ended):
    standing = SimpleNamespace(
        judging=[SimpleNamespace(condition=one) for one in pains],
        weeks_in_all=weeks,
        attendance=SimpleNamespace(in_all=weeks),
        knowledge=KNOWN,
    )
    assert all_of(at_their_end, standing) is ended


def test_what_ends_is_named_with_the_day_it_ended():
    plan = plan_named("halved")
    facts = all_no(plan, asked(long_flares=2))
    found = reviewed(plan, shaped("as before", plan), facts)
    assert found.decision is Decision.STOP
    told = {one.id: one.why for one in found.next_plan.not_chosen}
    ended = [*plan.massage.techniques, *plan.reserve.techniques]
    assert ended
    assert {told[one.id] for one in ended} == {f"Massage ended at the review of {found.on}."}


def test_a_step_up_names_the_tested_dose_with_its_source():
    plan = plan_named("tapered-too-far")
    days = diary_of(wave(6.0, 28), wave(5.0, 28), began=plan.began)
    found = reviewed(plan, days, all_no(plan))
    assert found.decision is Decision.STEP_UP
    told = [one for one in found.reasons if one.says.startswith("The least tested dose is")]
    assert len(told) == 1
    assert told[0].sources


def test_a_line_that_is_new_says_why_it_is_there():
    plan = plan_named("low-back-nothing-flagged")
    facts = all_no(plan, asked(sessions={"done": 6}, goals=[{**GOAL_REACHED, "now": 3}]))
    found = reviewed(plan, shaped("as before at week 6", plan), facts)
    assert found.decision is Decision.CHANGE
    fresh = [row for row in found.side_by_side if row.difference is Difference.NEW]
    assert fresh
    assert {row.why for row in fresh} == {found.reasons[0].says}


def test_a_place_that_todays_answer_closes_is_named_in_the_next_plan():
    plan = plan_named("low-back-nothing-flagged")
    closed = {"p-vaccine-recent": ["upper_arm_front_left"]}
    facts = all_no(plan, asked(where=closed), **{"p-vaccine-recent": "yes"})
    found = reviewed(plan, shaped("fell a little", plan), facts).next_plan
    assert "upper_arm_front_left" not in plan.massage.avoid_regions
    assert "upper_arm_front_left" in found.massage.avoid_regions


def test_a_question_the_last_plan_left_open_stays_open_until_it_is_answered():
    intake = client_with("low-back-pain")
    left = {row: said for row, said in intake.answers.items() if row != "p-diabetes"}
    plan = first_visit(intake.model_copy(update={"answers": left}), KNOWN)
    assert plan.unanswered == ("p-diabetes",)
    answered = all_no(plan)
    silent = {row: said for row, said in answered.answers.items() if row != "p-diabetes"}
    for answers, still in ((answered.answers, ()), (silent, ("p-diabetes",))):
        facts = answered.model_copy(update={"answers": answers})
        found = reviewed(plan, shaped("fell a little", plan), facts)
        assert found.next_plan.unanswered == still


def test_massage_stays_on_the_days_it_had_and_not_on_those_of_home_care():
    plan = first_visit(client_with("low-back-pain", preferences={"days": ["thu"]}), KNOWN)
    assert {one.on.weekday() for one in plan.visits[1:]} == {Day.THU.rank}
    found = reviewed(plan, shaped("fell a little", plan), all_no(plan)).next_plan
    assert [day.day for day in found.week if "massage" in day.items] == ["thu"]


@pytest.mark.parametrize("weeks", range(6, 13))
def test_a_step_down_says_from_what_to_what_wherever_the_course_stands(weeks):
    plan = plan_of("low-back-nothing-flagged")
    days = diary_of(wave(6.0, 28), wave(3.0, 7 * weeks), began=plan.began)
    found = reviewed(plan, days, all_no(plan))
    assert found.decision is Decision.STEP_DOWN
    (row,) = (one for one in found.side_by_side if one.id == "massage")
    assert row.difference is not Difference.SAME
    step = next(one.says for one in found.reasons if "usual practice" in one.says)
    if found.next_plan.massage:
        now = found.next_plan.massage.phases[0].sessions_per_week
        assert found.next_plan.supersedes.often > now
        assert f"{how_often(found.next_plan.supersedes.often)} to" in step
    else:
        assert "massage ends" in step


def test_who_hardly_came_is_asked_why_before_anything_is_called_a_gain():
    plan = plan_of("low-back-nothing-flagged")
    days = diary_of(wave(6.0, 28), wave(3.0, 42), began=plan.began)
    facts = all_no(plan, asked(sessions={"done": 0, "planned": 6}))
    assert reviewed(plan, days, facts).rule == "low-adherence"
