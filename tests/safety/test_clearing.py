"""Stops of today: when each is an emergency, and whose dated answer lifts it, for how long."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.exports.notes.note import note_for
from planner.knowledge import load
from planner.knowledge.check.urgency import outcomes
from planner.knowledge.entries.safety import deciding
from planner.model.vocabulary import Clearance
from planner.safety.screening import screen
from planner.visit.main_line import first_visit
from tests.conftest import client_with

KNOWN = load()
ON = date(2026, 11, 23)
LIST = Path(__file__).parent / "data" / "clearing.csv"
with LIST.open(encoding="utf-8", newline="") as file:
    STOPS = [
        (one["stop"], one["cleared_by"], int(one["days"] or 0)) for one in csv.DictReader(file)
    ]
# What took over a stop that is gone, and the sign that leads to it.
NOW = {
    "rf-suicidal-passive": ("rf-suicidal", ["ending-life"]),
    "rf-cervical-artery:nerves=no": ("rf-cervical-artery", ["after-a-jolt"]),
    "rf-fragility-fracture:standing": ("rf-fragility-fracture", ["cannot-stand"]),
}


def with_this_stop(stop, **more):
    """Somebody with this one stop, every other question answered no."""
    if stop in NOW:
        row, signs = NOW[stop]
        return row, client_with("low-back-pain", ticked={row: signs}, **more)
    degree, _, no = stop.partition("=")
    row = degree.partition(":")[0]
    answers = {row: "yes", degree: "no" if no else "yes"}
    return row, client_with("low-back-pain", answers=answers, **more)


def found(stop, **more):
    row, intake = with_this_stop(stop, **more)
    return next(one for one in screen(intake, KNOWN).reasons if one.id == row)


def answer(stop, days_ago=0, **more):
    row, _ = with_this_stop(stop)
    on = (ON - timedelta(days=days_ago)).isoformat()
    return [{"for": row, "by": "Dr Fictional", "on": on, "confirmed": True, **more}]


@pytest.mark.parametrize(("stop", "who", "days"), STOPS)
def test_whose_answer_lifts_a_stop_and_for_how_long(stop, who, days):
    assert found(stop).clearance is Clearance.SAME_DAY
    lifted = who != "nobody"
    for ago, expected in ((0, lifted), (days, lifted), (days + 1, False)):
        reason = found(stop, clearances=answer(stop, ago))
        assert (reason.clearance is Clearance.ADJUST) == expected, ago
        assert bool(reason.cleared_by) == expected
    row, intake = with_this_stop(stop)
    assert (row in screen(intake, KNOWN).may_be_cleared) == lifted


@pytest.mark.parametrize(
    ("row", "holds", "over"),
    [
        ("p-stroke-tia-recent", "Do no neck work", "until the stroke team clears"),
        ("rf-dvt", "the limb stays out", "no massage anywhere"),
        ("rf-spinal-infection", "keep to the limits", "get emergency"),
    ],
)
def test_a_therapist_reads_what_still_holds_once_a_clinician_has_answered(row, holds, over):
    def told(**more):
        plan = first_visit(client_with("low-back-pain", answers={row: "yes"}, **more), KNOWN)
        return next(one.says for one in plan.reasons if one.id == row)

    note = [{"for": row, "by": "Dr Fictional", "on": ON.isoformat(), "confirmed": True}]
    before, after = told(), told(clearances=note)
    assert over in before
    assert holds in after
    assert over not in after


def test_a_clot_ruled_out_counts_only_where_no_second_scan_is_waiting():
    assert found("rf-dvt", clearances=answer("rf-dvt")).clearance is Clearance.ADJUST
    unsaid = answer("rf-dvt", confirmed=False)
    assert found("rf-dvt", clearances=unsaid).clearance is Clearance.SAME_DAY


def test_a_new_plan_to_end_life_is_lifted_by_no_answer():
    note = answer("rf-suicidal-passive")
    intake = client_with("low-back-pain", ticked={"rf-suicidal": ["plan"]}, clearances=note)
    assert screen(intake, KNOWN).clearance is Clearance.EMERGENCY
    assert "rf-suicidal" not in screen(intake, KNOWN).may_be_cleared


EMERGENCIES = [
    (place, row.id)
    for place, row, outcome in outcomes(KNOWN)
    if (outcome or row).clearance is Clearance.EMERGENCY
]


@pytest.mark.parametrize(("place", "row"), EMERGENCIES)
def test_an_emergency_has_no_answer_that_lifts_it(place, row):
    told = {where: deciding(one, outcome) for where, one, outcome in outcomes(KNOWN)}
    assert told[place].cleared_by is None


TODAY = [
    (place, row, outcome)
    for place, row, outcome in outcomes(KNOWN)
    if (outcome or row).clearance is Clearance.SAME_DAY
]


@pytest.mark.parametrize(("place", "row", "outcome"), TODAY, ids=[one[0] for one in TODAY])
def test_every_stop_of_today_says_when_it_is_an_emergency(place, row, outcome):
    told = deciding(row, outcome).escalates
    assert told.startswith("If ")
    assert "get emergency" in told or "get help now" in told.lower() or "emergency dep" in told


@pytest.mark.parametrize("stop", [stop for stop, *_ in STOPS])
def test_therapist_and_client_both_read_when_it_is_an_emergency(stop):
    row, intake = with_this_stop(stop)
    (one,) = [one for one in screen(intake, KNOWN).active if one.row.id == row]
    reason = found(stop)
    assert one.deciding.escalates
    assert one.deciding.escalates in reason.says
    assert one.deciding.escalates in reason.plain


def test_a_rebook_beside_a_hold_leaves_no_plan_and_is_told():
    both = {"p-dvt-recent": "yes", "rf-fever-acute-illness": "yes"}
    intake = client_with("low-back-pain", answers=both)
    plan = first_visit(intake, KNOWN)
    assert plan.clearance is Clearance.HOLD
    assert plan.stops_everything
    assert not (plan.massage or plan.complementary or plan.self_care or plan.week or plan.talk)
    note = note_for(plan, intake, KNOWN)
    plain = {one.id: one.plain for one in plan.reasons}
    assert {plain["p-dvt-recent"], plain["rf-fever-acute-illness"]} <= set(note.asked)
    assert KNOWN.rows["rf-fever-acute-illness"].reported in note.reported
    assert "Not today" in note.urgency


def test_a_child_under_twelve_gets_no_plan_of_any_kind():
    child = {"label": "T.T.", "age": 7}
    intake = client_with("low-back-pain", client=child, answers={"p-child:guardian": "yes"})
    plan = first_visit(intake, KNOWN)
    assert plan.clearance is Clearance.HOLD
    assert not (plan.massage or plan.complementary or plan.self_care)
