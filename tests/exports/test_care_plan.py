"""The plan as FHIR: valid, self-contained, and with the reason of every line."""

import json

import pytest
from fhir.resources.R4B.careplan import CarePlan

from planner.exports.files.care_plan import plan_fhir
from planner.model.errors import NotForHandout
from planner.planning.course.occasions import spans
from tests.exports.conftest import plan_of


def written(plan, knowledge):
    return json.loads(plan_fhir(plan, knowledge))


def test_it_is_a_valid_care_plan_with_an_intent_and_a_start(plan, knowledge):
    resource = written(plan, knowledge)
    CarePlan.model_validate(resource)
    assert (resource["resourceType"], resource["intent"]) == ("CarePlan", "plan")
    assert resource["period"]["start"] == plan.on.isoformat()


def test_every_reference_points_to_something_inside(plan, knowledge):
    text = plan_fhir(plan, knowledge)
    inside = {f"#{one['id']}" for one in json.loads(text)["contained"]}
    pointed = set(_references(json.loads(text)))
    assert pointed == inside


def _references(part):
    if isinstance(part, dict):
        if isinstance(part.get("reference"), str):
            yield part["reference"]
        for value in part.values():
            yield from _references(value)
    elif isinstance(part, list):
        for value in part:
            yield from _references(value)


def test_each_thing_to_do_is_an_activity_with_its_reason(plan, knowledge):
    details = [one["detail"] for one in written(plan, knowledge)["activity"]]
    to_do = len([*spans(plan)]) + len(plan.complementary) + len(plan.self_care)
    assert len(details) == to_do + 2
    assert all(one["reasonCode"] for one in details[:to_do])


def test_massage_twice_a_week_is_a_timing_a_machine_reads(knowledge):
    plan = plan_of("three-sources")
    first = written(plan, knowledge)["activity"][0]["detail"]["scheduledTiming"]["repeat"]
    phase = plan.massage.phases[0]
    assert first["frequency"] / first["period"] == phase.sessions_per_week
    assert (first["periodUnit"], first["duration"]) == ("wk", phase.minutes)


def test_every_other_week_is_once_in_two_weeks(knowledge):
    plan = plan_of("knee-anticoagulant")
    assert plan.massage.phases[1].sessions_per_week == 0.5
    later = written(plan, knowledge)["activity"][1]["detail"]["scheduledTiming"]["repeat"]
    assert (later["frequency"], later["period"]) == (1, 2)


def test_baseline_target_and_aims_are_there(plan, knowledge):
    inside = written(plan, knowledge)["contained"]
    scores = {one["id"]: one for one in inside if one["resourceType"] == "Observation"}
    goals = [one for one in inside if one["resourceType"] == "Goal"]
    assert scores["average-pain"]["valueQuantity"]["value"] == plan.measures.baseline.average
    assert scores["average-pain"]["code"]["coding"][0]["code"] == "72514-3"
    assert goals[0]["target"][0]["detailQuantity"]["value"] == plan.measures.target.average
    assert [one["description"]["text"] for one in goals[1:]] == list(plan.measures.goals)


def test_it_holds_no_condition_resource_because_nothing_here_is_a_diagnosis(plan, knowledge):
    kinds = {one["resourceType"] for one in written(plan, knowledge)["contained"]}
    assert kinds == {"Patient", "Goal", "Observation"}


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_care_plan(name, knowledge):
    with pytest.raises(NotForHandout, match="fhir: "):
        plan_fhir(plan_of(name), knowledge)
