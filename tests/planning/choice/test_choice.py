"""What the weights of choice do: each with a client on either side of it."""

from dataclasses import replace
from functools import cache

import pytest

from planner.knowledge import load
from planner.model.assessment import Irritability
from planner.model.vocabulary import Pressure
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
W = KNOWN.weights


def home(condition, **changes):
    return [one.id for one in first_visit(client_with(condition, **changes), KNOWN).self_care]


def beside(condition, **changes):
    return [one.id for one in first_visit(client_with(condition, **changes), KNOWN).complementary]


def wishes(**said):
    return {"preferences": {"self_care_minutes_per_day": 60, **said}}


def parts(tasks):
    return [KNOWN.kinds[KNOWN.self_care[one].kind].part for one in tasks]


@pytest.mark.parametrize("trouble", ["sleep", "stress"])
@pytest.mark.parametrize("condition", ["low-back-pain", "neck-pain", "knee-osteoarthritis"])
def test_sleep_or_stress_of_five_brings_what_calms_forward_and_four_does_not(condition, trouble):
    calm, troubled = ({"average": 5, trouble: score} for score in (4, 5))
    before, after = (home(condition, severity=one, **wishes()) for one in (calm, troubled))
    assert parts(after)[2] == "calm"
    assert ("sleep" in after) == (trouble == "sleep")
    assert "sleep" not in before
    assert parts(before)[2] != "calm" or condition == "neck-pain"


@pytest.mark.parametrize(
    ("condition", "task"), [("migraine", "headache-diary"), ("neuropathic-pain", "foot-care")]
)
def test_a_pain_source_that_is_watched_gets_what_watches_it_and_no_other_does(condition, task):
    assert task in home(condition, **wishes())
    assert task not in home("low-back-pain", **wishes())


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_no_plan_has_two_rungs_of_a_ladder(condition):
    families = [KNOWN.self_care[one].family for one in home(condition, **wishes(way="full"))]
    assert len(families) == len(set(families))


@pytest.mark.parametrize(("way", "most"), sorted(W.home_tasks.most.items()))
def test_a_way_has_its_most_home_tasks(way, most):
    assert len(home("low-back-pain", **wishes(way=way))) == most


def test_what_a_client_asks_for_makes_room_for_one_more():
    assert len(home("low-back-pain", severity={"average": 5, "stress": 8}, **wishes())) == 5


@pytest.mark.parametrize(("way", "most"), sorted(W.therapies.most.items()))
def test_a_way_has_its_most_therapies_and_a_wish_goes_beyond_it(way, most):
    assert len(beside("low-back-pain", **wishes(way=way))) <= most
    wanted = ["yoga", "tai-chi", "pilates"]
    assert len(beside("low-back-pain", **wishes(way=way, therapies_interested=wanted))) == 3


@pytest.mark.parametrize(("said", "most"), [(None, 20), (6, 6), (0, 0)])
def test_the_minutes_a_day_are_those_said_or_usual_ones_and_half_in_the_light_way(said, most):
    minutes = {} if said is None else {"self_care_minutes_per_day": said}

    def taken(way):
        plan = first_visit(client_with("low-back-pain", preferences={**minutes, "way": way}), KNOWN)
        return sum(one.minutes * one.days_per_week for one in plan.self_care) / 7

    assert taken("balanced") <= most
    assert taken("light") <= most / 2


def test_what_the_therapist_puts_in_comes_before_everything_and_needs_no_minutes():
    edit = [{"line": "cold:feet:bottle-roll", "change": "add"}]
    plan = home("neck-pain", preferences={"self_care_minutes_per_day": 0}, edits=edit)
    assert plan == ["cold:feet:bottle-roll"]
    therapy = [{"line": "music", "change": "add"}]
    assert beside("knee-osteoarthritis", edits=therapy)[0] == "music"


def test_a_troubled_client_is_offered_something_for_the_mind_sooner():
    """Among equals by stance the one of the mind stands higher for who sleeps badly."""
    calm = {"severity": {"average": 5, "sleep": 4, "stress": 4}}
    troubled = {"severity": {"average": 5, "sleep": 5, "stress": 4}}
    families = [
        [
            KNOWN.therapies[one].family
            for one in beside("fibromyalgia", **said, **wishes(way="full"))
        ]
        for said in (calm, troubled)
    ]
    assert families[1].index("mind") <= families[0].index("mind")


def test_exercise_stands_before_comfort():
    for condition in KNOWN.conditions:
        found = parts(home(condition, **wishes(way="full")))
        after = found[found.index("comfort") :] if "comfort" in found else []
        assert {"strength", "move", "stamina"}.isdisjoint(after), condition


def test_what_is_in_reserve_is_exercise_not_given_and_no_more_than_the_weights_say():
    for condition in KNOWN.conditions:
        plan = first_visit(client_with(condition), KNOWN)
        given = {one.id for one in plan.self_care}
        assert len(plan.reserve.exercises) <= W.home_tasks.most_in_reserve
        for one in plan.reserve.exercises:
            assert one.id not in given
            assert KNOWN.kinds[KNOWN.self_care[one.id].kind].exercise


# Every weight in the data decides something

TOLD = [
    {"condition": condition, **told}
    for condition in ("low-back-pain", "neck-pain", "fibromyalgia", "chronic-primary-pain")
    for told in (
        {"severity": {"average": 6, "sleep": 7, "stress": 7}},
        {"severity": {"average": 6, "enjoyment": 7, "activity": 7}},
        {"severity": {"average": 2}},
        {"severity": {"average": 2, "worst": 5}},
        {"preferences": {"goals": [{"goal": "sing", "activity": "mood"}]}},
        {"answers": {"p-ptsd-trauma": "yes"}, "severity": {"average": 6, "enjoyment": 7}},
        {"assessment": {"irritability": "high"}, "preferences": {"pressure": "firm"}},
        {
            "assessment": {
                "findings": [
                    {"what": "palpation", "region": one, "tender": 3}
                    for one in ("neck_back_left", "lower_back_left")
                ]
            },
            "preferences": {"pressure": "firm"},
        },
        {"pain": [{"condition": condition, "months": 8, "assessed": True, "changed": True}]},
        {"pain": [{"condition": one, "months": 8} for one in (condition, "knee-osteoarthritis")]},
    )
]
TOLD += [
    {"condition": condition, "severity": severity, "preferences": preferences}
    for condition in KNOWN.conditions
    for severity, preferences in (
        ({"average": 3, "sleep": 7, "stress": 7}, {"self_care_minutes_per_day": 30}),
        ({"average": 7}, {"techniques_liked": ["deep-tissue"], "pressure": "firm"}),
        ({"average": 5}, {"therapies_interested": ["music", "yoga"], "way": "light"}),
    )
]
OTHERWISE = {
    "techniques": {
        "by_rank": (1.0, 2.0, 3.0), "liked": 0.0, "fits_pressure": 0.0, "made_to_add": -1.0,
        "most_adjuncts": 0, "lowest_adjunct_rank": 1, "tender": 0.0,
    },
    "therapies": {
        "strong_for": 0.0, "conditional_for": 0.0, "wanted": -5.0, "only_in_general": -5.0,
        "eases_sleep_and_stress": 0.0, "troubled_from": 8.0, "narrowed": 0.0, "trains_for": 9.0,
        "after_trauma": {},
    },
    "irritability": {
        "pressure": dict.fromkeys(Irritability, Pressure.FIRM),
        "first_share": dict.fromkeys(Irritability, 1.0),
    },
    "burden": {
        "mild_to": 1.0, "matters_from": 6.0, "narrowed_from": 8.0, "long_from_months": 60,
        "flares_by": 2.0,
    },
    "shares": {"main": 0.1, "other": 9.0, "least_minutes": 20, "step_minutes": 10},
    "home_tasks": {
        "troubled_from": 8.0, "balance_from": 40, "most_asked": 4, "most_in_reserve": 1,
        "usual_minutes_per_day": 5, "light_share": 1.0,
    },
    "dose": {
        "moderate_from": 1.0, "severe_from": 10.0, "frequencies": (0.5, 0.25),
    },
    "course": {
        "review_after_weeks": 1, "judged_within_weeks": 2, "judged_from_weeks": 8,
        "hold_days": 50, "hold_sessions": 9, "changed_review_weeks": 5,
    },
}  # fmt: skip


@cache
def client(number):
    return client_with(**TOLD[number])


@cache
def plan_as_it_is(number):
    return first_visit(client(number), KNOWN)


@pytest.mark.parametrize(
    ("table", "weight"), [(table, one) for table, some in OTHERWISE.items() for one in some]
)
def test_a_weight_that_is_otherwise_makes_another_plan(table, weight):
    changed = getattr(W, table).model_copy(update={weight: OTHERWISE[table][weight]})
    otherwise = replace(KNOWN, weights=W._replace(**{table: changed}))
    assert any(
        first_visit(client(one), otherwise) != plan_as_it_is(one) for one in range(len(TOLD))
    )
