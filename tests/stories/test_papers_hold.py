"""What binds is obeyed in everything that leaves the program, not only in the plan behind it."""

import csv
import io
import re
from datetime import time, timedelta
from functools import cache
from itertools import islice

import pytest
from icalendar import Calendar

from planner.exports.documents import Given, document
from planner.exports.paper.client_page import client_page
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.exports.conftest import pages
from tests.exports.fhir.bundles import care_plan
from tests.stories.expected import WEEK, most_in_a_week
from tests.stories.oracle import lines_of
from tests.stories.somebody import somebody
from tests.vignettes.people import KNOWN

PRESSURES = {"light", "moderate", "firm"}
MINUTES = re.compile(r"(\d+) minutes?")


@cache
def bound_people():
    """The first people at random whose minutes are bound and who get massage."""
    return list(islice(filter(gets_bound_massage, range(1000)), SOME))


def gets_bound_massage(seed):
    intake = somebody(seed)
    if not longest(intake):
        return False
    plan = first_visit(intake, KNOWN)
    return bool(plan.massage) and plan.clearance.may_be_handed_out


def longest(intake):
    """The most minutes a session may have, by the table and the clinician; None without a cap."""
    caps = [int(line["minutes_max"]) for line in lines_of(intake) if line["minutes_max"]]
    caps += [one.bounds.minutes for one in intake.clearances if one.bounds.minutes]
    return min(caps, default=None)


FEW, SOME = 5, 12  # people: in the default run, and in all
PEOPLE = [pytest.param(one, marks=[] if one < FEW else pytest.mark.slow) for one in range(SOME)]


@pytest.fixture(scope="module", params=PEOPLE, ids="person-{}".format)
def bound(request):
    """Somebody whose minutes are bound: the intake, the plan and the cap."""
    intake = somebody(bound_people()[request.param])
    intake = intake.replaced(preferences=intake.preferences.replaced(time=time(9)))
    return intake, first_visit(intake, KNOWN), longest(intake)


def made(kind, plan, intake):
    return document(kind, plan).make(Given(plan, intake, KNOWN, SOURCE))


def pressures_of(plan):
    return {one.pressure.value for one in plan.massage.techniques}


def test_the_table(bound):
    intake, plan, cap = bound
    rows = list(csv.DictReader(io.StringIO(made("csv", plan, intake).decode("utf-8-sig"))))
    massage = [row for row in rows if row["what"].startswith("Massage")]
    assert massage
    assert all(int(row["minutes a session"]) <= cap for row in massage)
    said = {word for row in massage for word in PRESSURES & set(re.findall(r"\w+", row["what"]))}
    assert said <= pressures_of(plan)


def test_the_calendar(bound):
    intake, plan, cap = bound
    events = Calendar.from_ical(made("ics", plan, intake)).walk("VEVENT")
    visits = [one for one in events if one["SUMMARY"] == "Appointment"]
    assert visits
    lengths = [one["DTEND"].dt - one["DTSTART"].dt for one in visits]
    assert max(lengths) <= timedelta(minutes=cap)
    days = [one["DTSTART"].dt for one in visits]
    assert all(sum(day <= one < day + WEEK for one in days) <= most_in_a_week(plan) for day in days)


def test_the_care_plan(bound):
    intake, plan, cap = bound
    care = care_plan(made("fhir", plan, intake))
    massage = [
        one["detail"]
        for one in care["activity"]
        if one["detail"]["code"]["text"].startswith("Massage:")
    ]
    assert massage
    for one in massage:
        assert one["scheduledTiming"]["repeat"]["duration"] <= cap
        said = set(re.findall(r"(light|moderate|firm) pressure", one["description"]))
        assert said <= pressures_of(plan)


def test_the_clients_page(bound):
    _, plan, cap = bound
    told = " ".join(client_page(plan, KNOWN).massage)
    assert all(int(number) <= cap for number in MINUTES.findall(told)), told


def test_the_printed_plan_names_what_binds(bound):
    intake, plan, cap = bound
    first, *_ = pages(made("pdf", plan, intake))
    massage = re.findall(r"(\d+) minutes, (?:once|every|\d)", first)
    assert all(int(number) <= cap for number in massage), first
