"""A ban that holds where it is marked leaves a therapy elsewhere, with a caution."""

import pytest

from planner.knowledge import load
from planner.model.vocabulary import PressureLimit, Technique, Use
from planner.safety.asking.questions import questions
from planner.safety.limits import client_limits
from planner.safety.restrictions import Restrictions
from planner.safety.screening import row_to_mark, screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
BACK = ("lower_back_left", "lower_back_right")


@pytest.mark.parametrize(
    ("marked", "use"),
    [
        (["foot_top_right"], Use.ADJUST),
        (["lower_back_left"], Use.AVOID),
        (["foot_top_right", "lower_back_left"], Use.AVOID),
        ([], Use.AVOID),  # not marked: it holds everywhere
    ],
)
def test_cold_with_narrow_arteries_is_kept_from_the_marked_place(marked, use):
    where = {"p-pad": marked} if marked else {}
    intake = client_with("low-back-pain", *BACK, answers={"p-pad": "yes"}, where=where)
    found = Restrictions(intake, screen(intake, KNOWN), KNOWN).of_therapy("cold", BACK)
    assert {one.id: one.use for one in found.limits} == {"p-pad": use, "x-cold-raynaud": use}


def test_whoever_hurts_at_the_marked_foot_gets_no_cold_though_their_back_may_have_it():
    where = {"p-pad": ["foot_top_right"]}
    intake = client_with("low-back-pain", *BACK, answers={"p-pad": "yes"}, where=where)
    limits = Restrictions(intake, screen(intake, KNOWN), KNOWN)
    asked = (BACK, ("foot_top_right",), (*BACK, "foot_top_right"), BACK)
    found = [limits.of_therapy("cold", regions).use for regions in asked]
    assert found == [Use.ADJUST, Use.AVOID, Use.AVOID, Use.ADJUST]


@pytest.mark.parametrize(("numb", "asked"), [("yes", True), ("unsure", True), ("no", False)])
def test_a_place_is_asked_for_only_where_the_degree_holds_at_one(numb, asked):
    said = {"p-stroke-old": "yes", "p-stroke-old:numb": numb}
    intake = client_with("low-back-pain", answers=said)
    degrees = [one for one in questions(intake, KNOWN) if one.asked_after == "p-stroke-old"]
    found = row_to_mark("p-stroke-old", degrees, KNOWN)
    assert (found is not None) is asked


def test_what_a_follow_up_adds_at_one_place_holds_there_only():
    said = {"p-stroke-old": "yes", "p-stroke-old:numb": "yes"}
    numb, before = (
        screen(client_with("low-back-pain", answers=one), KNOWN).active
        for one in (said, {**said, "p-stroke-old:numb": "no"})
    )
    assert [one.holds_where_marked for one in numb if one.row.id == "p-stroke-old"] == [True]
    assert not any(one.holds_where_marked for one in before if one.row.id == "p-stroke-old")


def test_what_is_near_a_mark_is_on_its_side_or_in_the_middle():
    marked = {"answers": {"p-crps": "yes"}, "where": {"p-crps": ["lower_back_left"]}}
    intake = client_with("neck-pain", **marked)
    caps = client_limits(intake, screen(intake, KNOWN).active, KNOWN)
    light = {region for region in KNOWN.regions if caps.at(region).pressure is PressureLimit.LIGHT}
    assert {"sacrum", "buttock_left"} <= light
    assert "buttock_right" not in light


@pytest.mark.parametrize("marked", [[], ["forearm_front_left"]])
def test_where_a_degree_holds_at_one_place_its_mark_gives_the_others_back(marked):
    said = {"p-stroke-old": "yes", "p-stroke-old:numb": "yes"}
    light = {"techniques_declined": ["swedish", "myofascial-release"]}
    where = {"p-stroke-old": marked} if marked else {}
    client = client_with("low-back-pain", answers=said, where=where, preferences=light)
    plan = first_visit(client, KNOWN)
    label = KNOWN.precautions["p-stroke-old"].label
    asked = [one for one in plan.load.notes if one.startswith("Mark where it is")]
    assert (plan.massage is None, [label in one for one in asked]) == (
        (False, []) if marked else (True, [True])
    )


def test_whoever_marked_the_numb_place_is_not_asked_again_where_no_massage_is_left():
    marked = ["lower_back_left", "lower_back_right"]
    client = client_with(
        "low-back-pain",
        *marked,
        answers={"p-stroke-old": "yes", "p-stroke-old:numb": "yes"},
        where={"p-stroke-old": marked},
        preferences={"techniques_declined": ["swedish", "myofascial-release"]},
    )
    plan = first_visit(client, KNOWN)
    assert plan.massage is None
    assert [one for one in plan.load.notes if one.startswith("Mark where it is")] == []


def test_nobody_is_asked_to_mark_what_has_no_place():
    said = dict.fromkeys(("p-kidney-advanced", "p-kidney-advanced:fistula", "p-frailty"), "yes")
    agreed = [{"for": "p-kidney-advanced", "by": "Dialysis unit", "on": "2026-11-02"}]
    plan = first_visit(client_with("low-back-pain", answers=said, clearances=agreed), KNOWN)
    (note,) = [one for one in plan.load.notes if one.startswith("Mark where it is")]
    assert KNOWN.precautions["p-kidney-advanced"].label in note
    assert KNOWN.precautions["p-frailty"].label not in note


@pytest.mark.parametrize("marked", KNOWN.regions)
def test_a_new_pacemaker_closes_the_same_places_by_its_ban_and_by_its_limit(marked):
    said = {"p-cardiac-device": "yes", "p-cardiac-device:weeks": "yes"}
    intake = client_with("low-back-pain", *BACK, answers=said, where={"p-cardiac-device": [marked]})
    screening = screen(intake, KNOWN)
    bans = Restrictions(intake, screening, KNOWN)
    caps = client_limits(intake, screening.active, KNOWN)
    by_ban = {
        region
        for region in KNOWN.regions
        for limit in bans.of_technique(Technique.SWEDISH, region).deciding
        if limit.id == "p-cardiac-device" and limit.use is Use.AVOID
    }
    by_limit = {
        region
        for region in KNOWN.regions
        for one in caps.at(region).by
        if one.id == "p-cardiac-device" and one.pressure is PressureLimit.NONE
    }
    assert by_ban == by_limit
    assert marked in by_ban
