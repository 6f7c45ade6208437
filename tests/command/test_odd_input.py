"""Odd input at the command line: a sentence and exit 2, or an honest answer; never a traceback."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.command import run
from planner.diary import csv_template
from planner.model.diary import DayWritten
from tests.conftest import SAMPLES
from tests.review.conftest import wave

KEPT = Path(__file__).parent / "first_edition"
CLOT = {"for": "p-dvt-recent", "by": "Dr Lee", "on": "2026-11-20"}
HEART = {"for": "p-heart-failure-stable", "by": "Dr Kok", "on": "2026-11-20"}
STOPS = {"emergency", "same-day", "soon", "hold"}


def low_back(**changes):
    """The sample with nothing flagged, every other question answered no."""
    said = json.loads(SAMPLES["low-back-nothing-flagged"].read_bytes())
    for key, change in changes.items():
        said[key] = {**said.get(key, {}), **change} if isinstance(change, dict) else change
    return said


def bound(row, **bounds):
    return {**row, "bounds": bounds}


@pytest.fixture
def planned(capsys, tmp_path):
    """Plan an intake at the command line; answers its exit code, its plan and its problems."""

    def plan(intake, *more):
        path = tmp_path / "intake.json"
        path.write_text(json.dumps(intake))
        code = run(["plan", str(path), *more])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        assert (code, bool(out), bool(err.strip())) in ((0, True, False), (2, False, True)), err
        return code, json.loads(out) if out else None, err

    return plan


def held(plan):
    """The dated visits with massage."""
    return [one for one in plan["visits"] if one["kind"] == "massage"]


# A clinician's bounds


def test_of_two_clinicians_the_tighter_binds(planned):
    clearances = [
        bound(CLOT, minutes=45, pressure="moderate", sessions_per_week=1),
        bound(HEART, minutes=20, pressure="light", sessions_per_week=0.5),
    ]
    said = low_back(
        answers={"p-dvt-recent": "yes", "p-heart-failure-stable": "yes"},
        where={"p-dvt-recent": ["calf_left"]},
        clearances=clearances,
    )
    _, plan, _ = planned(said)
    assert {one["minutes"] for one in held(plan)} == {20}
    assert {one["pressure"] for one in plan["massage"]["techniques"]} == {"light"}
    assert all(one["sessions_per_week"] <= 0.5 for one in plan["massage"]["phases"])


def test_bounds_that_leave_no_technique_leave_no_massage_and_say_so(planned):
    clearances = [
        bound(CLOT, techniques=["swedish"]),
        bound(HEART, techniques=["myofascial-release"]),
    ]
    said = low_back(
        answers={"p-dvt-recent": "yes", "p-heart-failure-stable": "yes"},
        where={"p-dvt-recent": ["calf_left"]},
        clearances=clearances,
    )
    code, plan, _ = planned(said)
    assert (code, plan["massage"]) == (0, None)
    assert not held(plan)
    assert plan["load"]["notes"]


def test_bounds_that_close_every_region_leave_no_massage(planned, knowledge):
    clearances = [bound(CLOT, regions_avoid=sorted(knowledge.regions))]
    _, plan, _ = planned(low_back(answers={"p-dvt-recent": "yes"}, clearances=clearances))
    assert plan["massage"] is None
    assert plan["load"]["notes"]


@pytest.mark.parametrize(
    ("words", "most"),
    [
        ("light strokes only, no longer than 30 minutes", 30),
        ("Half an hour at most.", 30),
        ("20-30 minutes", 30),
        ("45 min, not the left leg", 45),
    ],
)
def test_minutes_that_only_the_words_name_bind_all_the_same(words, most, planned):
    said = low_back(
        answers={"p-heart-failure-stable": "yes"}, clearances=[{**HEART, "limits": words}]
    )
    _, plan, _ = planned(said)
    assert max(one["minutes"] for one in plan["massage"]["phases"]) <= most
    assert any(str(most) in note for note in (*plan["load"]["notes"], *plan["talk"]))


def test_words_without_a_number_bind_nothing(planned):
    said = low_back(
        answers={"p-dvt-recent": "yes"}, clearances=[{**CLOT, "limits": "seen in 2026"}]
    )
    _, plan, _ = planned(said)
    assert plan["limits"]["minutes"] is None


def test_a_clearance_that_ends_before_it_begins_is_refused(planned):
    code, _, err = planned(low_back(clearances=[{**CLOT, "until": "2026-11-01"}]))
    assert code == 2
    assert err.startswith("clearances")


def test_a_clearance_that_has_ended_clears_nothing(planned):
    ended = {**CLOT, "on": "2026-10-01", "until": "2026-11-10"}
    _, plan, _ = planned(low_back(answers={"p-dvt-recent": "yes"}, clearances=[ended]))
    assert (plan["clearance"], plan["massage"]) == ("hold", None)


def test_a_clearance_on_its_last_day_still_holds(planned):
    last = {**CLOT, "on": "2026-10-01", "until": "2026-11-23"}
    _, plan, _ = planned(low_back(answers={"p-dvt-recent": "yes"}, clearances=[last]))
    assert plan["clearance"] == "adjust"


@pytest.mark.parametrize(
    "bounds",
    [
        {"minutes": 5},
        {"minutes": 600},
        {"pressure": "none"},
        {"sessions_per_week": 0},
        {"sessions_per_week": 40},
        {"regions_avoid": ["left leg"]},
        {"techniques": ["hot-stone"]},
        {"hours": 1},
    ],
)
def test_bounds_that_mean_nothing_are_refused_with_their_place(bounds, planned):
    said = low_back(answers={"p-dvt-recent": "yes"}, clearances=[bound(CLOT, **bounds)])
    code, _, err = planned(said)
    assert code == 2
    assert err.startswith("clearances[0].bounds")


# Signs ticked


def test_a_sign_that_is_not_listed_is_refused_with_those_that_are(planned, knowledge):
    said = low_back(answers={"rf-cauda-equina": "yes"}, ticked={"rf-cauda-equina": ["left knee"]})
    code, _, err = planned(said)
    assert code == 2
    assert err.startswith("ticked")
    assert all(one in err for one in knowledge.ticks["rf-cauda-equina"])


def test_a_sign_ticked_under_a_no_is_never_passed_over(planned, knowledge):
    sign = next(iter(knowledge.ticks["rf-cauda-equina"]))
    said = low_back(answers={"rf-cauda-equina": "no"}, ticked={"rf-cauda-equina": [sign]})
    code, plan, _ = planned(said)
    assert code == 2 or plan["clearance"] == "emergency"


def test_a_sign_ticked_without_an_answer_is_never_passed_over(planned, knowledge):
    sign = next(iter(knowledge.ticks["rf-cauda-equina"]))
    said = low_back(ticked={"rf-cauda-equina": [sign]})
    code, plan, _ = planned(said)
    assert code == 2 or plan["clearance"] == "emergency"


@pytest.mark.parametrize("row", ["p-diabetes", "rf-thunderclap", "no-such-question"])
def test_a_tick_for_a_question_without_signs_is_refused(row, planned):
    code, _, err = planned(low_back(ticked={row: ["one"]}))
    assert code == 2
    assert err.startswith("ticked")


def test_a_yes_without_a_tick_counts_as_the_most_urgent(planned):
    _, plan, _ = planned(low_back(answers={"rf-cauda-equina": "yes"}))
    assert plan["clearance"] == "emergency"


# Dates, days and money


def test_a_first_session_before_the_visit_is_refused_with_its_place(planned):
    code, _, err = planned(low_back(preferences={"first_session": "2026-11-01"}))
    assert code == 2
    assert err.startswith("preferences.first_session: 1 November 2026 is before")


def test_a_first_session_on_the_day_of_the_visit_is_kept_to(planned):
    visit = low_back()["on"]
    code, plan, _ = planned(low_back(preferences={"first_session": visit}))
    assert code == 0
    assert held(plan)[0]["on"] == visit


def test_a_first_session_years_later_is_refused_or_kept_to(planned):
    code, plan, err = planned(low_back(preferences={"first_session": "2031-05-05"}))
    if code == 2:
        assert "first_session" in err
    else:
        assert min(one["on"] for one in plan["visits"]) >= "2031-05-05"


def test_without_wished_days_a_course_is_dated_all_the_same(planned):
    _, plan, _ = planned(low_back(preferences={"days": []}))
    assert held(plan)
    assert min(one["on"] for one in plan["visits"]) >= plan["on"]


def test_without_money_there_is_no_massage_and_the_plan_says_why(planned):
    wishes = {"monthly_budget": 0, "session_price": 80}
    code, plan, _ = planned(low_back(preferences=wishes))
    assert (code, plan["massage"]) == (0, None)
    assert not held(plan)
    assert any("budget" in note for note in plan["load"]["notes"])


# What the first edition wrote


@pytest.mark.parametrize("name", ["knee-anticoagulant", "neck-small-budget"])
def test_an_intake_of_the_first_edition_is_still_read(name, planned):
    code, plan, _ = planned(json.loads((KEPT / f"{name}.intake.json").read_text()))
    assert code == 0
    assert plan["clearance"] in ("ask", "adjust", "proceed")


@pytest.mark.parametrize(
    ("row", "at_least"),
    [
        ("rf-suicidal-active", {"emergency"}),
        ("rf-suicidal-passive", {"emergency", "same-day"}),
        ("rf-dvt:chest", {"emergency"}),
        ("rf-cervical-artery:nerves", {"emergency"}),
        ("rf-fragility-fracture:standing", {"emergency", "same-day"}),
        ("p-hypertension-severe", {"emergency", "same-day"}),
    ],
)
def test_an_answer_whose_question_is_gone_means_at_least_as_much(row, at_least, planned):
    before = row.partition(":")[0]
    _, plan, _ = planned(low_back(answers={before: "yes", row: "yes"}))
    assert plan["clearance"] in at_least


@pytest.mark.parametrize("name", ["knee-anticoagulant", "neck-small-budget"])
@pytest.mark.parametrize("with_intake", [True, False])
def test_a_plan_of_the_first_edition_can_be_reviewed(name, with_intake, capsys, tmp_path):
    diary = tmp_path / "diary.csv"
    began = date(2026, 11, 23)
    pain = [*wave(6, 28), *wave(4, 28)]
    days = [DayWritten(began + timedelta(days=n - 28), score) for n, score in enumerate(pain)]
    diary.write_bytes(csv_template(days))
    said = ["--intake", str(KEPT / f"{name}.intake.json")] if with_intake else []
    code = run(["review", str(KEPT / f"{name}.plan.json"), str(diary), *said])
    out, err = capsys.readouterr()
    assert (code, err) == (0, "")
    found = json.loads(out)
    assert found["next_plan"]["on"] >= found["on"]
    assert found["decision"]
