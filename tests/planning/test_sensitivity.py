"""What changes a plan when one thing about a client changes: what matters, by one step, never less.

The whole table is docs/sensitivity.md, written by bench/rules/sensitivity.py.
"""

from itertools import pairwise

import pytest

from bench.rules.sensitivity import changes, compared, plan_with
from planner.knowledge import load
from planner.knowledge.entries.interventions import Part
from planner.model.vocabulary import Pressure

KNOWN = load()
FEW = ("low-back-pain", "neck-pain", "fibromyalgia", "knee-osteoarthritis", "shoulder-pain")
EVERY = tuple(KNOWN.conditions)
CHANGES = {f"{one.group}: {one.name}": one for one in changes()}

# What leaves a plan as it is, and why.
AS_IT_IS = {
    "age: 19 years": "age alone bars nothing; frailty and falls are asked for",
    "lasting: 120 months": "as 18 months: both are a year or longer",
    "irritability: low": "the usual start",
    "minutes a visit: 60": "as long as was tested",
    "minutes a visit: 90": "longer than was tested brings nothing",
    "budget, at 60 a visit: 960": "pays for all that is usual",
}


def plans(values, told, conditions):
    """For each pain source, the plans along a row of values."""
    for condition in conditions:
        yield condition, [plan_with(condition, told(value), KNOWN) for value in values]


def in_all(plan):
    """The minutes of massage of a plan."""
    return sum(one.minutes for one in plan.visits)


@pytest.mark.slow
@pytest.mark.parametrize("name", [one for one in CHANGES if one not in AS_IT_IS])
def test_nothing_that_should_matter_is_without_effect(name):
    told = CHANGES[name].told
    differs = (compared(plan_with(one, {}, KNOWN), plan_with(one, told, KNOWN)) for one in EVERY)
    assert any(differs), name


def test_every_exception_is_one_of_the_changes():
    assert set(AS_IT_IS) <= set(CHANGES)


# Neighbouring values differ by one step


def _one_step(condition, found):
    for one, other in pairwise(found):
        assert abs(len(one.complementary) - len(other.complementary)) <= 1, condition
        if one.massage and other.massage:
            assert abs(_firmest(one) - _firmest(other)) <= 1, condition
            assert abs(_often(one) - _often(other)) <= 1, condition


def _firmest(plan):
    return max(one.pressure.rank for one in plan.massage.techniques)


def _often(plan):
    return KNOWN.weights.dose.frequencies.index(plan.massage.phases[0].sessions_per_week)


def steps_of(conditions):
    severity = plans(range(11), lambda n: {"severity": {"average": n}}, conditions)
    months = plans((0, 1, 2, 3, 4, 11, 12, 13, 36), lambda n: {"pain": {"months": n}}, conditions)
    words = (None, "low", "moderate", "high")
    firm = {"pressure": "firm"}
    stirred = plans(
        words,
        lambda word: {"assessment": {"irritability": word}, "preferences": firm},
        conditions,
    )
    for row in (severity, months, stirred):
        for condition, found in row:
            _one_step(condition, found)


def test_neighbouring_values_differ_by_one_step():
    steps_of(FEW[:3])


@pytest.mark.slow
def test_neighbouring_values_differ_by_one_step_for_every_pain():
    steps_of(EVERY)


def test_massage_is_given_from_one_level_of_pain_on_and_not_taken_away_again():
    for _, found in plans(range(11), lambda n: {"severity": {"average": n}}, FEW):
        given = [one.massage is not None for one in found]
        assert given == sorted(given)


def test_more_irritable_never_means_firmer_longer_or_more_often():
    firm = {"pressure": "firm"}
    told = plans(
        ("low", "moderate", "high"),
        lambda word: {"assessment": {"irritability": word}, "preferences": firm},
        FEW,
    )
    for condition, found in told:
        for calm, stirred in pairwise(found):
            assert _firmest(stirred) <= _firmest(calm), condition
            assert stirred.visits[0].minutes <= calm.visits[0].minutes, condition
            assert _often(stirred) >= _often(calm), condition
    assert Pressure.LIGHT.rank == 0


# More time or money never gives less


def never_less(conditions):
    rows = (
        plans(range(0, 1000, 60), _budget, conditions),
        plans((15, 20, 30, 40, 45, 50, 60, 75, 90), _visit, conditions),
        plans((0.25, 0.5, 1, 2, 3), _often_at_most, conditions),
    )
    for row in rows:
        for condition, found in row:
            minutes = [in_all(plan) for plan in found]
            assert minutes == sorted(minutes), condition


def _budget(budget):
    return {"preferences": {"session_price": 60, "monthly_budget": budget}}


def _visit(minutes):
    return {"preferences": {"session_minutes": minutes}}


def _often_at_most(often):
    return {"preferences": {"sessions_per_week_max": often}}


def test_more_time_or_money_never_gives_less_massage():
    never_less(FEW[:3])


@pytest.mark.slow
def test_more_time_or_money_never_gives_less_massage_for_any_pain():
    never_less(EVERY)


@pytest.mark.slow
@pytest.mark.parametrize("condition", EVERY)
def test_more_minutes_at_home_never_give_less_of_strength_of_moves_or_of_time(condition):
    minutes = (0, 2, 4, 5, 6, 8, 10, 12, 15, 20, 30, 45, 60)
    row = plans(minutes, lambda n: {"preferences": {"self_care_minutes_per_day": n}}, [condition])
    for _, found in row:
        for less, more in pairwise(found):
            assert _trains(less) <= _trains(more)
            assert _at_home(less) <= _at_home(more)


def _trains(plan):
    parts = {KNOWN.kinds[KNOWN.self_care[one.id].kind].part for one in plan.self_care}
    return parts & {Part.STRENGTH, Part.MOVE}


def _at_home(plan):
    return sum(one.minutes * one.days_per_week for one in plan.self_care)
