"""Invented people, each walking one rule: what must happen to them, from both sides of the line."""

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from planner.model.vocabulary import Clearance, Locale
from planner.visit.main_line import first_visit
from tests.vignettes.expected import EXPECTED, assert_no_plan
from tests.vignettes.people import GIVEN, KNOWN, Met, intake_of

FILES = sorted(Path(__file__).parent.glob("*.toml"))
BY_FILE = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}
PEOPLE = {name: one for people in BY_FILE.values() for name, one in people.items()}
RULES = {
    *KNOWN.questions,
    *KNOWN.region_rules,
    *KNOWN.interactions,
    *KNOWN.combinations,
    *("e-no-plan-on-stop", "e-hold", "e-worst-wins", "e-unanswered", "e-audit"),
    "e-uncertain-technique",
}


@pytest.mark.parametrize("name", PEOPLE)
def test_vignette(name):
    one = PEOPLE[name]
    met = Met(one)
    for key in one.keys() - GIVEN:
        EXPECTED[key](met, one[key])
    if met.plan.clearance.stops_everything:
        assert_no_plan(met.plan)


@pytest.mark.parametrize("name", PEOPLE)
def test_a_vignette_says_only_what_is_read(name):
    one = PEOPLE[name]
    assert not one.keys() - GIVEN - EXPECTED.keys()
    assert one["rule"] in RULES
    assert re.fullmatch(r"[A-Z][^\n]{20,200}\.", one["story"])
    assert "clearance" in one


@pytest.mark.parametrize("name", [name for name, one in PEOPLE.items() if "twin" in one])
def test_a_twin_stands_on_the_other_side_of_the_line(name):
    one, twin = PEOPLE[name], PEOPLE[PEOPLE[name]["twin"]]
    assert {key: one[key] for key in one.keys() - GIVEN} != {
        key: twin[key] for key in twin.keys() - GIVEN
    }


def test_there_are_enough_people_of_each_kind():
    assert {kind: len(people) >= 22 for kind, people in BY_FILE.items()} == {
        "refer": True,
        "adjust": True,
        "ordinary": True,
    }
    assert len(PEOPLE) == sum(len(people) for people in BY_FILE.values()), "a name is used twice"


def test_every_red_flag_is_met_by_somebody():
    met = {row for one in PEOPLE.values() for row in [*one.get("yes", []), *one.get("ticked", {})]}
    assert {row for row in KNOWN.red_flags if row not in met} == set()


def test_every_locale_condition_and_clearance_is_met_by_somebody():
    intakes = [intake_of(one) for one in PEOPLE.values()]
    assert {intake.locale for intake in intakes} == set(Locale)
    assert {source.condition for intake in intakes for source in intake.pain} == set(
        KNOWN.conditions
    )
    counted = Counter(one["clearance"] for one in PEOPLE.values())
    assert set(counted) == set(Clearance)


def test_every_ordinary_person_gets_hands_on_care_and_something_to_do():
    for name, one in BY_FILE["ordinary"].items():
        plan = first_visit(intake_of(one), KNOWN)
        assert plan.clearance.may_be_handed_out, name
        assert plan.massage, name
        assert plan.self_care, name
