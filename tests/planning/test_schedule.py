"""A week a person can live with: wished days first, no massage on neighbouring days."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.vocabulary import Day
from planner.planning.schedule import lines, massage_days, task_days
from planner.visit.main_line import first_visit
from planner.words.plan import days_a_week, how_often
from tests.conftest import client_with, sample

DAYS = st.lists(st.sampled_from(list(Day)), unique=True).map(tuple)


def neighbours(one, other):
    return (one.rank - other.rank) % 7 in (1, 6)


@given(DAYS, st.sampled_from([0.25, 0.5, 1.0, 2.0, 3.0]))
def test_massage_never_falls_on_neighbouring_days(wished, often):
    days = massage_days(often, wished)
    assert len(days) == max(1, round(often))
    assert not any(neighbours(one, other) for one, other in combinations(days, 2))


@given(DAYS.filter(len))
def test_a_single_session_falls_on_a_wished_day(wished):
    assert massage_days(1.0, wished)[0] in wished


def test_sunday_and_monday_are_neighbours():
    assert set(massage_days(2.0, (Day.SUN, Day.MON))) != {Day.SUN, Day.MON}


@given(st.integers(1, 7), DAYS.filter(lambda days: len(days) <= 3))
def test_a_home_task_has_as_many_days_as_it_says(days, busy):
    assert len(task_days(days, busy)) == days


def test_the_week_holds_massage_on_the_wished_days():
    plan = first_visit(sample("low-back-nothing-flagged"), load())
    assert [day.day for day in plan.week if "massage" in day.items] == ["tue"]


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


def test_phases_follow_each_other_without_a_gap():
    plan = first_visit(client_with("low-back-pain"), load())
    start, consolidate = [line for line in lines(plan) if line.id == "massage"]
    assert start.begins == plan.on
    assert (consolidate.begins - start.ends).days == 1
