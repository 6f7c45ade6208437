"""Where the tested dose is out of reach: the best use of the money is a value, and is said."""

import pytest

from planner.exports.paper.client_page import client_page
from planner.knowledge import load
from tests.exports.conftest import plan_for
from tests.reading_grade import reading_grade

KNOWN = load()
PRICE = {"session_price": 80, "session_minutes": 60}


@pytest.mark.parametrize(
    ("condition", "budget", "sessions", "weeks", "often", "cost", "months"),
    [
        ("low-back-pain", 120, 8, 8, 1.0, 640, 6),
        ("neck-pain", 240, 8, 4, 2.0, 640, 3),
        ("migraine", 80, 6, 6, 1.0, 480, 6),
        ("low-back-pain", 60, 8, 8, 1.0, 640, 11),  # no visit at all, and still an offer
        ("low-back-pain", 55, 8, 8, 1.0, 640, 12),  # a whole year, and no longer
    ],
)
def test_a_short_block_that_was_tested_is_offered_before_a_thin_course(
    condition, budget, sessions, weeks, often, cost, months
):
    plan = plan_for(condition, preferences={**PRICE, "monthly_budget": budget})
    found = plan.load.best_use
    assert (found.kind, found.visits, found.weeks) == ("short-block", sessions, weeks)
    assert (found.sessions_per_week, found.total_cost, found.months) == (often, cost, months)
    assert found.says in plan.load.notes
    assert any(found.plain in one for one in client_page(plan, KNOWN).massage)


def test_half_an_hour_is_offered_for_desk_pain_at_the_price_that_fits():
    """N2: an hour every 4 weeks, while 30 minutes every 2 weeks was out of reach."""
    plan = plan_for("desk-posture-pain", preferences={**PRICE, "monthly_budget": 80})
    found = plan.load.best_use
    assert (found.kind, found.minutes, found.sessions_per_week) == ("shorter-visits", 30, 0.5)
    assert found.price_at_most == 40
    assert any(found.plain in one for one in client_page(plan, KNOWN).massage)


@pytest.mark.parametrize("most", [1, 0.5])
def test_half_an_hour_is_offered_to_whoever_could_come_as_often_as_it_takes(most):
    wishes = {**PRICE, "monthly_budget": 80, "sessions_per_week_max": most}
    assert plan_for("desk-posture-pain", preferences=wishes).load.best_use.kind == "shorter-visits"


def test_no_shorter_visits_are_offered_to_whoever_comes_too_seldom_for_them():
    wishes = {**PRICE, "monthly_budget": 80, "sessions_per_week_max": 0.25}
    found = plan_for("desk-posture-pain", preferences=wishes).load.best_use
    assert found is None or found.kind != "shorter-visits"


def test_somebody_who_comes_too_seldom_is_told_of_the_block_and_of_no_budget():
    plan = plan_for("neck-pain", preferences={"sessions_per_week_max": 0.5})
    found = plan.load.best_use
    assert (found.kind, found.visits, found.months) == ("short-block", 8, None)
    assert "save" not in found.plain


@pytest.mark.parametrize(
    ("condition", "changes"),
    [
        ("low-back-pain", {}),  # in reach
        ("low-back-pain", {"preferences": {**PRICE, "monthly_budget": 50}}),  # over a year
        ("low-back-pain", {"preferences": {**PRICE, "monthly_budget": 0}}),
        # no more than 30 minutes is left by the answers, whatever is paid
        (
            "low-back-pain",
            {"answers": {"p-frailty": "yes"}, "preferences": {**PRICE, "monthly_budget": 120}},
        ),
        # never tested, and nothing shorter is usual
        ("shoulder-pain", {"preferences": {"session_minutes": 20, "sessions_per_week_max": 1}}),
    ],
)
def test_nothing_is_offered_that_is_not_better(condition, changes):
    assert plan_for(condition, **changes).load.best_use is None


@pytest.mark.parametrize("condition", KNOWN.conditions)
def test_the_offer_is_plain_enough_for_the_client(condition):
    wishes = {**PRICE, "monthly_budget": 90, "session_minutes": 90}
    found = plan_for(condition, preferences=wishes).load.best_use
    assert found is None or reading_grade(found.plain) <= 6, found.plain
