"""The visits of a plan as dates: the only place where phases become days."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.model.plan import Phase
from planner.model.vocabulary import Day, PhaseName
from planner.planning.course.occasions import (
    Calendar,
    holds,
    massage_visits,
    of_massage,
    span_on,
    visit_after,
    visits_of,
    with_review,
)
from tests.review.plans import plan_named, undated

MONDAY = date(2026, 11, 23)
OFTEN = st.sampled_from([0.25, 0.5, 1.0, 2.0, 3.0])
WISHED = st.lists(st.sampled_from(list(Day)), unique=True).map(tuple)
FIRST = st.dates(date(2026, 1, 1), date(2030, 12, 31))


def phase(often, weeks, minutes=60, name=PhaseName.START, visits=None):
    return Phase(name=name, weeks=weeks, sessions_per_week=often, minutes=minutes, visits=visits)


def days(phases, calendar):
    return [one.on for one in massage_visits(phases, calendar)]


def after(found, first=MONDAY):
    return [(day - first).days for day in found]


@pytest.mark.parametrize(
    ("often", "weeks", "wished", "expected"),
    [
        (2.0, 2, (Day.MON, Day.THU), [0, 3, 7, 10]),
        (1.0, 3, (Day.MON,), [0, 7, 14]),
        (1.0, 3, (Day.WED,), [0, 9, 16]),  # the first is today, the next ones on the wished day
        (0.5, 6, (Day.MON,), [0, 14, 28]),
        (0.25, 8, (Day.MON,), [0, 28]),
        (0.25, 10, (Day.MON,), [0, 28, 56]),  # N6: the dates are counted, not 2.5 rounded
        (0.25, 6, (), [0, 28]),
        (0.25, 4, (), [0]),
        (1.5, 4, (), [0, 7, 14, 21]),  # never more often than was said
        (3.0, 1, (), [0, 2, 4]),
    ],
)
def test_visits_fall_as_often_as_the_phase_says(often, weeks, wished, expected):
    assert after(days([phase(often, weeks)], Calendar(MONDAY, wished))) == expected


@given(OFTEN, st.integers(1, 12), FIRST, WISHED)
def test_no_week_holds_more_visits_than_were_asked_for(often, weeks, first, wished):
    found = days([phase(often, weeks)], Calendar(first, wished))
    assert len(found) == holds(phase(often, weeks))
    assert found[0] == first
    for day in found:
        assert sum(0 <= (one - day).days < 7 for one in found) <= max(1, often)
    if often < 1:
        assert all((two - one).days >= 7 / often for one, two in pairwise(found))


@given(OFTEN, st.integers(1, 12), FIRST, WISHED)
def test_no_two_visits_are_on_neighbouring_days_unless_the_wished_days_force_it(
    often, weeks, first, wished
):
    found = days([phase(often, weeks)], Calendar(first, wished))
    apart = {(two - one).days for one, two in pairwise(found)}
    forced = often > 1 and len(wished) >= often
    assert apart.isdisjoint({0} if forced else {0, 1})


@given(OFTEN, st.integers(1, 12), FIRST, WISHED.filter(len))
def test_all_but_the_first_are_on_wished_days_where_there_are_enough(often, weeks, first, wished):
    found = days([phase(often, weeks)], Calendar(first, wished))
    if len(wished) >= often:
        assert {list(Day)[day.weekday()] for day in found[1:]} <= set(wished)


def test_the_days_furthest_apart_are_taken():
    wished = (Day.MON, Day.TUE, Day.THU)
    assert after(days([phase(2.0, 2)], Calendar(MONDAY, wished))) == [0, 3, 7, 10]


def test_sunday_and_monday_are_neighbours():
    wished = (Day.SUN, Day.MON, Day.THU)
    found = days([phase(2.0, 3)], Calendar(MONDAY, wished))
    assert {day.weekday() for day in found} == {0, 3}


@given(OFTEN, st.integers(1, 12), FIRST, WISHED, st.integers(1, 6))
def test_no_calendar_month_has_more_visits_than_are_paid_for(often, weeks, first, wished, paid):
    found = days([phase(often, weeks)], Calendar(first, wished, a_month=paid))
    assert len(found) == holds(phase(often, weeks))
    for day in found:
        assert sum((one.year, one.month) == (day.year, day.month) for one in found) <= paid


def test_the_first_visit_alone_is_shorter():
    found = massage_visits([phase(1.0, 3)], Calendar(MONDAY, first_minutes=20))
    assert [one.minutes for one in found] == [20, 60, 60]
    longer = massage_visits([phase(1.0, 1, minutes=15)], Calendar(MONDAY, first_minutes=20))
    assert [one.minutes for one in longer] == [15]


def test_phases_are_laid_end_to_end():
    phases = [phase(1.0, 2), phase(0.5, 4, name=PhaseName.CONSOLIDATE)]
    assert after(days(phases, Calendar(MONDAY))) == [0, 7, 14, 28]


def test_a_later_plan_keeps_its_distance_from_the_visits_before():
    had = (MONDAY - timedelta(days=14), MONDAY - timedelta(days=7))
    agreed = Calendar(MONDAY, (Day.MON,), had=had)
    assert after(days([phase(0.5, 4)], agreed)) == [0, 14]
    yesterday = Calendar(MONDAY, (Day.MON,), had=(MONDAY - timedelta(days=1),), agreed=False)
    assert after(days([phase(1.0, 2)], yesterday)) == [7, 14]


def test_the_review_is_the_first_visit_from_its_day_on():
    visits = massage_visits([phase(1.0, 4)], Calendar(MONDAY))
    found = with_review(visits, MONDAY + timedelta(days=15))
    assert [one.review for one in found] == [False, False, False, True]
    assert len(found) == len(visits)


@pytest.mark.parametrize(
    ("due", "wished", "expected"),
    [(30, (Day.TUE,), 36), (26, (), 26), (27, (), 28), (15, (), 16)],
)  # Wednesday to the wished Tuesday · a Saturday stays · a Sunday does not · 2 days from the last
def test_where_no_visit_is_late_enough_the_review_is_one_more(due, wished, expected):
    visits = massage_visits([phase(1.0, 3)], Calendar(MONDAY))
    *_, review = with_review(visits, MONDAY + timedelta(days=due), wished)
    assert (review.kind, review.minutes, review.review) == ("review", 0, True)
    assert after([review.on]) == [expected]


def test_a_visit_has_the_dose_of_its_own_phase():
    plan = plan_named("low-back-pain")
    first, *_, last = plan.massage.phases
    assert first.sessions_per_week != last.sessions_per_week
    visits = of_massage(visits_of(plan))
    assert span_on(plan, visits[0].on).phase == first
    assert span_on(plan, visits[-1].on).phase == last
    assert all(span_on(plan, one.on).minutes == one.minutes for one in visits)
    assert span_on(plan, visits[0].on - timedelta(days=1)) is None


@pytest.mark.parametrize("late", [2, 200])
def test_a_plan_that_kept_no_visits_has_the_review_on_the_day_it_printed(late):
    first = undated(plan_named("low-back-pain"))
    printed = first.on + timedelta(days=late)
    plan = first.replaced(measures=first.measures.replaced(review_on=printed))
    assert visit_after(plan, printed - timedelta(days=1)).on == printed
    assert [(one.on, one.kind) for one in visits_of(plan) if one.review] == [(printed, "review")]
    massage = [one.on for one in of_massage(visits_of(plan))]
    assert massage == [one.on for one in of_massage(visits_of(first))]


def test_a_client_without_massage_comes_to_the_review_that_an_old_plan_printed():
    plan = plan_named("without-massage")
    assert visit_after(plan, plan.on).on == plan.measures.review_on
