"""A plan edited by hand: every document says what the plan says."""

import csv
import io
from datetime import timedelta

import pytest

from planner.exports.files.calendar import plan_ics
from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.files.tables.files import plan_csv
from planner.exports.notes.first_note import first_note
from planner.exports.paper.client_page import client_page
from planner.knowledge import load
from planner.model.follow_up import FollowUp
from planner.visit.main_line import first_visit, follow_up
from tests.conftest import client_with
from tests.exports.conftest import therapists_papers
from tests.exports.fhir.bundles import care_plan
from tests.review.conftest import diary_of, wave

KNOWN = load()
NAME = "Chin tucks at red lights"
EDITS = [
    {"line": "own:1", "change": "add",
     "own": {"name": NAME, "words": "Draw the chin in.", "minutes": 4, "days_per_week": 5}},
    {"line": "massage", "change": "set",
     "values": {"minutes": 45, "sessions_per_week": 1, "weeks": 6}},
    {"line": "swedish", "change": "set", "values": {"pressure": "light"}},
    {"line": "acupuncture", "change": "replace", "other": "yoga"},
    {"line": "yoga", "change": "set", "values": {"minutes": 40, "weeks": 5}},
    {"line": "aerobic:any:walking", "change": "set",
     "values": {"minutes": 15, "days_per_week": 3}},
]  # fmt: skip


@pytest.fixture(scope="module")
def intake():
    return client_with("low-back-pain", edits=EDITS, preferences={"session_price": 80})


@pytest.fixture(scope="module")
def plan(intake):
    return first_visit(intake, KNOWN)


def test_the_table_has_the_numbers_that_were_set(plan):
    table = csv.DictReader(io.StringIO(plan_csv(plan, KNOWN)))
    rows = {row["what"].partition(",")[0]: row for row in table}
    own = rows[NAME]
    assert (own["dose"], own["how often"]) == ("4 minutes", "5 days a week")
    assert (own["minutes a day"], own["minutes a week"]) == ("4", "20")
    assert "own task" in " ".join(own.values())
    assert rows["Yoga"]["how often"].startswith("40 minutes a week, for 5 weeks")
    assert rows["Easy walking"]["minutes a day"] == "15"
    assert "Acupuncture" not in rows
    massage = rows["Massage"]
    assert (massage["how often"], massage["minutes a session"]) == ("once a week", "45")
    assert (massage["visits"], massage["total"]) == ("6", "480.00")


def test_the_papers_have_them_too(plan):
    client, therapist = client_page(plan, KNOWN), therapists_papers(plan)
    own = next(one for one in client.home if one.id == "own:1")
    assert (own.name, own.steps, own.dose) == (NAME, "Draw the chin in.", "4 minutes.")
    assert "6 visits of 45 minutes, once a week." in client.massage
    week = {one.id: (one.minutes, sum(one.marks)) for one in client.week}
    assert week["own:1"] == (4, 5)
    assert week["aerobic:any:walking"] == (15, 3)
    yoga = next(one for one in client.beside if one.name == "Yoga")
    assert yoga.often == "40 minutes a week, for 5 weeks."
    told = [one.says for one in therapist["evidence"].with_care if NAME in one.names]
    assert any("own task" in one for one in told)
    lines = [line for one in therapist["sheet"].pieces for line in one.lines]
    assert any("Below the tested dose" in one for one in lines)
    assert therapist["sheet"].places[0].firm.startswith("light")


def test_the_files_and_the_note_name_a_task_of_ones_own(plan, intake):
    fhir = care_plan(plan_fhir(plan, KNOWN))
    (task,) = [one for one in fhir["activity"] if one["detail"]["code"]["text"] == NAME]
    assert task["detail"]["scheduledTiming"]["repeat"]["frequency"] == 5
    assert "own task" in task["detail"]["reasonCode"][0]["text"]
    assert b"BEGIN:VEVENT" in plan_ics(plan, KNOWN)
    assert any(NAME in one for one in first_note(plan, intake, KNOWN).plan)


def test_the_review_goes_on_with_it(plan, intake):
    days = diary_of(wave(6.0, 28), wave(3.0, 28), began=plan.on)
    facts = FollowUp(on=plan.on + timedelta(days=28), sessions={"done": 4})
    found = follow_up(plan, days, facts, KNOWN, intake=intake)
    assert NAME in [one.name for one in found.side_by_side]
    after = {one.id: one for one in found.next_plan.self_care}
    assert after["own:1"].minutes == 4
    assert after["aerobic:any:walking"].days_per_week == 3
