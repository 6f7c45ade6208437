"""A week that begins at the visit, and what a plan asks for in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.plan import read_plan
from planner.model.vocabulary import Day
from planner.planning.course.occasions import spans
from planner.planning.course.schedule import task_days
from planner.visit.main_line import first_visit
from planner.words.plan import days_a_week, how_often
from tests.conftest import client_with, sample

DAYS = st.lists(st.sampled_from(list(Day)), unique=True).map(tuple)


@given(st.integers(1, 7), DAYS.filter(lambda days: len(days) <= 3))
def test_a_home_task_has_as_many_days_as_it_says(days, busy):
    assert len(task_days(days, busy, dict.fromkeys(Day, 0))) == days


def test_the_week_begins_at_the_visit_and_holds_the_massage_of_its_first_seven_days():
    plan = first_visit(sample("low-back-nothing-flagged"), load())
    assert plan.week[0].day == "mon" == list(Day)[plan.on.weekday()]
    assert [day.day for day in plan.week if "massage" in day.items] == ["mon"]
    thursday = client_with("low-back-pain", on="2026-11-26", preferences={"days": ["mon", "thu"]})
    assert [day.day for day in first_visit(thursday, load()).week] == [
        "thu", "fri", "sat", "sun", "mon", "tue", "wed",
    ]  # fmt: skip


@pytest.mark.parametrize("on", ["2026-11-23", "2026-11-24", "2026-11-26"])
def test_a_home_task_that_leaves_days_free_is_not_done_on_the_day_of_massage(on):
    plan = first_visit(client_with("low-back-pain", on=on), load())
    (massage,) = [day.items for day in plan.week if "massage" in day.items]
    rests = {task.id for task in plan.self_care if task.days_per_week < len(Day)}
    assert "aerobic:any:walking" in rests
    assert rests.isdisjoint(massage)


def test_what_a_month_costs_is_a_whole_number_of_cents():
    odd = client_with("low-back-pain", preferences={"session_price": 33.333})
    load_of = first_visit(odd, load()).load
    assert load_of.cost_per_month > 33
    assert load_of.cost_per_month == float(f"{load_of.cost_per_month:.2f}")


def test_without_a_price_nobody_knows_what_a_month_costs():
    plan = first_visit(client_with("low-back-pain", preferences={"monthly_budget": 240}), load())
    assert (plan.load.cost_per_month, plan.load.total_cost) == (None, None)
    assert plan.load.within_budget
    free = client_with("low-back-pain", preferences={"session_price": 0, "monthly_budget": 240})
    assert first_visit(free, load()).load.cost_per_month == 0


def test_a_plan_of_an_edition_that_wrote_0_for_an_unknown_cost_is_the_same_plan():
    plan = first_visit(client_with("low-back-pain", preferences={"monthly_budget": 240}), load())
    kept = json.loads(plan.model_dump_json())
    kept["load"]["cost_per_month"] = 0.0
    assert read_plan(json.dumps(kept), load().known_ids) == plan


def test_a_first_session_after_the_first_week_is_not_in_that_week():
    later = client_with("low-back-pain", preferences={"first_session": "2026-12-07"})
    plan = first_visit(later, load())
    assert plan.visits[0].on.isoformat() == "2026-12-07"
    assert not any("massage" in day.items for day in plan.week)


@pytest.mark.parametrize(
    ("often", "words"),
    [
        (3.0, "3 times a week"),
        (2.0, "2 times a week"),
        (1.0, "once a week"),
        (0.5, "every 2 weeks"),
        (0.25, "every 4 weeks"),
    ],
)
def test_how_often_is_said_without_a_word_that_means_two_things(often, words):
    assert how_often(often) == words


@pytest.mark.parametrize(
    ("days", "words"), [(1, "1 day a week"), (5, "5 days a week"), (7, "every day")]
)
def test_days_a_week_in_words(days, words):
    assert days_a_week(days) == words


def test_phases_follow_each_other_as_the_visits_do():
    plan = first_visit(client_with("low-back-pain"), load())
    start, consolidate = spans(plan)
    assert start.begins == plan.on
    assert (consolidate.begins - start.ends).days == 7
    assert (*start.visits, *consolidate.visits) == plan.visits
