"""With any bounds of a clinician, no line of any document goes beyond one of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.knowledge import load
from planner.model.edits import Edit
from planner.model.follow_up import FollowUp
from planner.model.vocabulary import Answer, Change, Technique
from planner.visit.main_line import first_visit, follow_up
from tests.conftest import client_with
from tests.review.conftest import diary_of, wave

pytestmark = pytest.mark.no_cover  # many examples: measuring them takes longer than they do
KNOWN = load()
ROW = "p-bleeding-disorder"
CONDITIONS = sorted(KNOWN.conditions)
REGIONS = sorted(KNOWN.regions)
ON = date(2026, 11, 23)

BOUNDS = st.fixed_dictionaries(
    {},
    optional={
        "minutes": st.integers(10, 90),
        "pressure": st.sampled_from(["light", "moderate", "firm"]),
        "sessions_per_week": st.sampled_from([0.25, 0.5, 1, 2, 3]),
        "regions_avoid": st.lists(st.sampled_from(REGIONS), max_size=8, unique=True),
        "techniques": st.lists(st.sampled_from([*Technique]), max_size=3, unique=True),
    },
)


def client(condition, bounds, edits=()):
    answer = {"for": ROW, "by": "Dr Fictional", "on": "2026-11-20", "bounds": bounds}
    agreed = {"for": "cancer-related-pain", "by": "The team", "on": "2026-11-20"}
    return client_with(
        condition,
        answers={ROW: "yes"},
        clearances=[answer, agreed],
        preferences={"pressure": "firm", "session_minutes": 90},
        edits=[{"line": line, "change": "add"} for line in edits],
    )


def beyond(plan, bounds):
    """What of a plan goes beyond the bounds."""
    if plan.massage is None:
        return []
    longest = bounds.minutes or 999
    often = bounds.sessions_per_week or 7
    found = [one for one in plan.massage.phases if one.minutes > longest]
    found += [one for one in plan.massage.phases if one.sessions_per_week > often]
    found += [one for one in plan.visits if one.minutes > longest]
    lines = (*plan.massage.techniques, *plan.reserve.techniques)
    found += [one for one in lines if bounds.techniques and one.id not in bounds.techniques]
    found += [one for one in lines if set(one.regions).intersection(bounds.regions_avoid)]
    return found + [
        one for one in lines if bounds.pressure and one.pressure.rank > bounds.pressure.rank
    ]


def next_plan(plan, intake, improved):
    days = diary_of(wave(6.0, 28), wave(3.0 if improved else 6.0, 28), began=ON)
    no = {row: Answer.NO for row, one in KNOWN.rows.items() if one.every_visit or one.at_review}
    facts = FollowUp(on=ON + timedelta(days=28), answers={**no, ROW: Answer.YES})
    return follow_up(plan, days, facts, KNOWN, intake=intake).next_plan


@settings(max_examples=25)
@given(st.sampled_from(CONDITIONS), BOUNDS, st.booleans())
def test_no_line_goes_beyond_a_bound(condition, bounds, improved):
    intake = client(condition, bounds)
    set_by_a_clinician = intake.clearances[0].bounds
    plan = first_visit(intake, KNOWN)
    edited = first_visit(client(condition, bounds, edits=Technique), KNOWN)
    later = next_plan(plan, intake, improved)
    for one in (plan, edited, later):
        assert not beyond(one, set_by_a_clinician)


def test_what_the_therapist_puts_in_stays_within_the_bounds_too():
    intake = client("neck-pain", {"techniques": ["swedish"]})
    put_in = (Edit(line="deep-tissue", change=Change.ADD),)
    plan = first_visit(intake.replaced(edits=put_in), KNOWN)
    assert {one.id for one in plan.massage.techniques} == {Technique.SWEDISH}
