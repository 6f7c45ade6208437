"""What is not as the client wished is said; what is done at home stays within the minutes given."""

import csv
import io

import pytest

from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.files.tables.files import plan_csv
from planner.exports.paper.client_page import client_page
from planner.planning.growth import going_on
from tests.exports.conftest import plan_for
from tests.exports.fhir.bundles import care_plan


def told(plan):
    return " ".join(plan.load.beyond)


@pytest.mark.parametrize(
    ("wishes", "said"),
    [
        ({"days": ["wed"]}, "Not on a wished day: 23 November 2026."),
        ({"days": ["mon", "tue"], "sessions_per_week_max": 2}, "one day after the other"),
        ({"self_care_minutes_per_day": 15}, "the client gave 15."),
        ({"days": ["mon"]}, ""),
    ],
)
def test_what_is_not_as_wished_is_said(wishes, said):
    plan = plan_for("fibromyalgia", preferences=wishes, severity={"average": 8})
    assert said in told(plan) if said else not told(plan)


@pytest.mark.parametrize(
    ("on", "budget", "said"),
    [
        ("2026-11-25", 240, "The budget pays for 4 visits a month"),  # December has 5 Wednesdays
        ("2026-10-01", 60, "The budget pays for 1 visit a month"),  # the 1st and the 29th
        ("2026-11-25", 600, ""),
    ],
)
def test_a_week_without_a_visit_for_the_budgets_sake_is_said(on, budget, said):
    wishes = {"session_price": 60, "monthly_budget": budget}
    plan = plan_for("fibromyalgia", preferences=wishes, severity={"average": 8}, on=on)
    assert ("budget pays" in told(plan)) == bool(said)
    assert said in told(plan)


def walking(plan):
    (found,) = [one for one in plan.self_care if one.id == "aerobic:any:walking"]
    return found


def test_walking_grows_within_the_minutes_a_day_that_were_given():
    """N8: it grew to 42 minutes of the 15 that were given."""
    free = plan_for("low-back-pain")
    bound = plan_for("low-back-pain", preferences={"self_care_minutes_per_day": 15})
    assert walking(free).grows_to == 30
    assert sum(one.grows_to * one.days_per_week for one in bound.self_care) <= 15 * 7
    assert "30" not in walking(bound).dose
    assert "30" not in walking(bound).progress_rule
    assert "within the 15 minutes a day" in " ".join(bound.load.notes)


def test_a_task_done_before_does_not_start_again(knowledge):
    plan = plan_for("low-back-pain")
    (now,) = [one for one in going_on(plan.self_care, knowledge) if one.id == walking(plan).id]
    assert "to start" in walking(plan).dose
    assert "to start" not in now.dose
    assert "up to 30 minutes" in now.dose
    (held,) = going_on((walking(plan).replaced(dose="10 minutes", grows_to=10),), knowledge)
    assert held.dose == "10 minutes"


def test_a_steady_sleep_time_has_no_minutes_anywhere(knowledge):
    """N16: 5 in the column of minutes reads as five minutes of sleep."""
    plan = plan_for("fibromyalgia", severity={"average": 6, "sleep": 8})
    (row,) = [
        one
        for one in csv.DictReader(io.StringIO(plan_csv(plan, knowledge)))
        if "sleep time" in one["what"]
    ]
    assert row["minutes a day"] == row["minutes a week"] == ""
    (week,) = [one for one in client_page(plan, knowledge).week if "sleep time" in one.what]
    assert week.minutes == 0


def test_a_plan_without_massage_can_be_saved_as_fhir(knowledge):
    plan = plan_for("low-back-pain", preferences={"session_price": 60, "monthly_budget": 0})
    assert plan.massage is None
    assert '"Review"' in plan_fhir(plan, knowledge)


def test_what_is_not_as_wished_is_in_the_files_too(knowledge):
    plan = plan_for("fibromyalgia", preferences={"days": ["wed"]}, severity={"average": 8})
    assert plan.load.beyond
    rows = csv.DictReader(io.StringIO(plan_csv(plan, knowledge)))
    assert [one["says"] for one in rows if one["what"] == "Not as wished"] == [*plan.load.beyond]
    notes = [one["text"] for one in care_plan(plan_fhir(plan, knowledge))["note"]]
    assert {*plan.load.beyond} <= {*notes}
