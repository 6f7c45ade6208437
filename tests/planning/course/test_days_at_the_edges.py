"""Dates of a course whose numbers are at the edges of what a plan may hold."""

from datetime import date

import pytest

from planner.model.plan import Phase
from planner.model.vocabulary import Day, PhaseName
from planner.planning.course.occasions import Calendar, massage_visits

FIRST = date(2026, 11, 23)


def laid(often, *, weeks=2, visits=None, **calendar):
    phase = Phase(
        name=next(iter(PhaseName)), weeks=weeks, sessions_per_week=often, minutes=30, visits=visits
    )
    return [one.on for one in massage_visits([phase], Calendar(FIRST, **calendar))]


@pytest.mark.parametrize("often", [6, 7])
def test_more_visits_a_week_than_working_days_take_the_weekend_too(often):
    days = laid(often, weeks=1)
    assert len(days) == often and (days[-1] - days[0]).days < 7


@pytest.mark.parametrize("often", [0.0001, 5e-324])
def test_the_rarest_visits_are_a_year_apart_and_no_further(often):
    assert laid(often, visits=3) == [FIRST, date(2027, 11, 22), date(2028, 11, 20)]


def test_a_budget_that_pays_for_no_visit_sets_no_pace():
    assert laid(1, a_month=0, wished=(Day.MON,)) == [FIRST, date(2026, 11, 30)]
