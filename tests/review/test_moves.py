"""What each decision does to the plan, and what too few days ask for."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.follow_up import FollowUp
from planner.model.plan import NotChosen, Plan, read_plan
from planner.model.vocabulary import Decision, Pressure
from planner.review import last_plan_goes_on, standing_of
from planner.visit.main_line import first_visit
from tests.conftest import client_with, examples
from tests.review.conftest import KNOWN, all_no, asked, diary_of, plan_of, reviewed, shaped, wave
from tests.review.plans import BACK


def phases(plan: Plan) -> list[tuple[float, int, int]]:
    found = plan.massage.phases if plan.massage else ()
    return [(one.sessions_per_week, one.weeks, one.minutes) for one in found]


def test_stepping_down_goes_to_the_tapers_next_phase():
    last = plan_of(BACK)
    found = reviewed(last, shaped("fell", last))
    assert phases(last) == [(1.0, 10, 60), (0.5, 6, 60)]
    assert phases(found.next_plan) == [(0.5, 6, 60)]
    assert found.next_plan.load.cost_per_month == pytest.approx(last.load.cost_per_month / 2, abs=1)


def test_stepping_down_again_ends_in_a_session_now_and_then_and_then_in_none():
    last = plan_of(BACK)
    second = reviewed(last, shaped("fell", last)).next_plan
    third = reviewed(second, shaped("fell", last)).next_plan
    fourth = reviewed(third, shaped("fell", last)).next_plan
    assert [one[0] for one in phases(third)] == [0.25]
    assert (third.massage.phases[0].name, fourth.massage) == ("maintain", None)


def test_without_a_taper_in_its_table_massage_ends():
    last = plan_of("hip-osteoarthritis")
    found = reviewed(last, shaped("fell", last))
    assert (found.decision, found.rule) == (Decision.STEP_DOWN, "improved")
    assert found.next_plan.massage is None
    assert found.next_plan.self_care


def test_stepping_up_gives_the_tested_dose_and_no_more():
    last = plan_of("neck-small-budget")
    facts = asked(reach={"sessions_per_week": 3.0, "minutes": 90})
    plan = reviewed(last, diary_of(wave(6, 28), wave(5, 28)), facts).next_plan
    assert phases(plan)[0] == (2.0, 4, 60)


def test_going_on_takes_what_is_left_by_sessions_or_by_weeks():
    last = plan_of(BACK)
    by_weeks = reviewed(last, shaped("fell a little", last)).next_plan
    by_sessions = reviewed(last, shaped("fell a little", last), asked(sessions={"done": 2}))
    assert phases(by_weeks)[0] == (1.0, 6, 60)
    assert phases(by_sessions.next_plan)[0] == (1.0, 8, 60)


def test_what_is_left_of_a_course_lasts_the_weeks_that_its_visits_take():
    heel = first_visit(client_with("plantar-heel-pain", severity={"average": 8}), KNOWN)
    neck = plan_of("neck-small-budget")
    often, seldom = (
        reviewed(last, shaped("fell a little", last), asked(on="2026-12-04", sessions={"done": 3}))
        for last in (heel, neck)
    )
    (three_a_week,), (every_other_week,) = (one.next_plan.massage.phases for one in (often, seldom))
    assert (three_a_week.visits, three_a_week.weeks) == (9, 3)
    assert (every_other_week.visits, every_other_week.weeks) == (2, 4)


def test_another_technique_keeps_the_old_one_only_where_it_does_not_reach():
    last = plan_of("three-sources")
    found = reviewed(last, shaped("as before at week 6", last), asked(sessions={"done": 7}))
    assert found.decision is Decision.CHANGE
    main, *others = found.next_plan.massage.techniques
    assert main.id == last.reserve.techniques[0].id != last.massage.techniques[0].id
    reached = [region for one in (main, *others) for region in one.regions]
    treated = {region for one in last.massage.techniques for region in one.regions}
    assert set(reached) == treated


def test_exercise_comes_first_where_there_is_none():
    last = plan_of("three-sources")
    exercise, kinds = last.reserve.exercises[0], ("aerobic", "strengthening")
    idle = tuple(one for one in last.self_care if not one.id.startswith(kinds))
    last = last.model_copy(update={"self_care": idle})
    found = reviewed(last, shaped("as before at week 6", last), asked(sessions={"done": 7}))
    assert exercise.id in {one.id for one in found.next_plan.self_care}
    assert found.next_plan.massage.techniques == last.massage.techniques


def test_exercise_that_was_left_out_and_comes_in_is_not_told_as_left_out():
    last = plan_of("three-sources")
    exercise, kinds = last.reserve.exercises[0], ("aerobic", "strengthening")
    idle = tuple(one for one in last.self_care if not one.id.startswith(kinds))
    left_out = NotChosen(id=exercise.id, why="Others stood higher.")
    last = last.replaced(self_care=idle, not_chosen=(*last.not_chosen, left_out))
    plan = reviewed(
        last, shaped("as before at week 6", last), asked(sessions={"done": 7})
    ).next_plan
    assert exercise.id in {one.id for one in plan.self_care}
    assert exercise.id not in {one.id for one in plan.not_chosen}


def test_only_one_thing_is_changed_at_a_time():
    last = plan_of(BACK)
    found = reviewed(last, shaped("as before at week 6", last), asked(sessions={"done": 6}))
    assert [row.part for row in found.side_by_side if row.difference == "new"] == ["massage"]
    assert "one-change" in {one.rule for one in found.reasons}


def test_a_change_is_held_for_two_weeks_though_four_sessions_take_less():
    last = first_visit(client_with("plantar-heel-pain", severity={"average": 8}), KNOWN)
    found = reviewed(last, shaped("as before at week 3", last), asked(sessions={"done": 7}))
    held = (found.next_plan.measures.review_on - found.on).days
    assert last.massage.phases[0].sessions_per_week == 3.0
    assert found.decision is Decision.CHANGE
    assert held >= 14


def test_a_plan_that_goes_on_is_judged_on_the_day_that_was_told_before():
    last = plan_of("low-back-pain")
    found = reviewed(last, shaped("fell a little", last), all_no(last))
    (told,), (again,) = last.measures.judging, found.next_plan.measures.judging
    assert found.decision is Decision.KEEP
    assert told.on == again.on == date(2027, 1, 4)
    assert found.next_plan.measures.review_on == told.on


def test_what_was_gained_is_given_four_weeks_though_its_old_day_lies_nearer():
    last = plan_of("low-back-pain")
    found = reviewed(last, shaped("fell", last), all_no(last))
    (told,), (again,) = last.measures.judging, found.next_plan.measures.judging
    assert found.decision is Decision.STEP_DOWN
    assert found.on < told.on < found.on + timedelta(weeks=4)
    assert again.on >= found.on + timedelta(weeks=4)


def test_long_flares_halve_the_length_of_a_session():
    last = plan_of("fibromyalgia-poor-sleep")
    found = reviewed(last, shaped("as before", last), asked(long_flares=2))
    assert [one[2] for one in phases(last)] == [30, 30]
    assert [one[2] for one in phases(found.next_plan)] == [15, 15]


def declined(last, diary, facts=None):
    return last_plan_goes_on(standing_of(last, diary, facts or FollowUp(), KNOWN))


def test_a_declined_proposal_leaves_the_last_plan_without_what_today_forbids():
    last = plan_of("three-sources")
    diary = shaped("fell", last)
    going_on = declined(last, diary, all_no(last))
    careful = declined(last, diary, asked(answers={"p-anticoagulant": "yes"}))
    assert going_on.massage.techniques == last.massage.techniques
    for plan in (going_on, declined(last, diary)):
        assert [(one.name, one.weeks) for one in plan.massage.phases] == [
            ("start", 6),
            ("consolidate", 6),
        ]
    assert "p-anticoagulant" in {one.id for one in careful.reasons}
    assert {one.pressure for one in careful.massage.techniques} == {Pressure.LIGHT}


def test_a_stop_cannot_be_declined():
    last = plan_of(BACK)
    flagged = asked(answers={"rf-cauda-equina": "yes"})
    assert declined(last, shaped("fell", last), flagged).self_care == ()


def test_when_massage_stops_what_is_done_at_home_carries_on():
    last = plan_of(BACK)
    found = reviewed(last, shaped("as before at week 10", last))
    plan = found.next_plan
    assert (found.decision, plan.massage) == (Decision.STOP, None)
    assert [one.id for one in plan.self_care] == [one.id for one in last.self_care]
    assert "massage" not in {item for day in plan.week for item in day.items}
    assert not any("pressure" in point for point in plan.talk)
    assert "block" not in plan.measures.stop_rule


def test_baseline_target_and_goals_stay_those_of_the_first_plan():
    last = plan_of(BACK)
    measures = reviewed(last, shaped("fell", last)).next_plan.measures
    kept = {"baseline", "target", "goals", "diary"}
    assert measures.model_dump(include=kept) == last.measures.model_dump(include=kept)


def test_too_few_days_say_what_to_log_until_when_and_the_gate_then_opens():
    last = plan_of(BACK)
    found = reviewed(last, shaped("too short", last))
    more = (found.log_until - found.on).days
    opened = diary_of(wave(5.0, 28), wave(4.0, 3 + more))
    closed = diary_of(wave(5.0, 28), wave(4.0, 3 + more - 1))
    review = next(one for one in found.next_plan.visits if one.review)
    assert found.next_plan.measures.review_on == review.on >= found.log_until
    assert opened.analysis is not None
    assert closed.analysis is None


@given(st.lists(st.booleans(), min_size=1, max_size=40))
@examples(40)
def test_the_day_to_log_until_is_the_first_on_which_the_gate_opens(written):
    since = [5 if one else None for one in (*written, True)]  # the diary ends with an entry
    found = reviewed(plan_of(BACK), diary_of(wave(5, 14), since))
    if found.log_until:
        more = (found.log_until - found.on).days
        assert diary_of(wave(5, 14), [*since, *[5] * more]).analysis is not None
        assert diary_of(wave(5, 14), [*since, *[5] * (more - 1)]).analysis is None


def test_days_before_the_plan_cannot_be_written_afterwards():
    last = plan_of(BACK)
    found = reviewed(last, diary_of(wave(5, 3), wave(4, 28)))
    assert (found.log_until - found.on).days == 14
    assert any("cannot be written afterwards" in one.says for one in found.reasons)


def test_a_plan_without_a_reserve_can_still_be_reviewed():
    old = json.loads(plan_of(BACK).model_dump_json())
    for name in ("reserve", "supersedes"):
        del old[name]
    del old["load"]["reach"]
    last = read_plan(json.dumps(old), KNOWN.known_ids)
    found = reviewed(last, shaped("as before at week 6", last), asked(sessions={"done": 6}))
    assert found.decision is Decision.CHANGE
    assert found.next_plan.massage.techniques[0].id == last.massage.techniques[1].id
