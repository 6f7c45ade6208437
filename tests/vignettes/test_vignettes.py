"""Invented people, each walking one rule: what must happen to them, from both sides of the line."""

import json
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from planner.knowledge import load
from planner.model.intake import read_intake
from planner.model.vocabulary import Answer, Clearance, Locale, Pressure, Technique, Use
from planner.safety.questions import questions
from planner.safety.restrictions import Restrictions
from planner.safety.screening import screen
from planner.visit.main_line import first_visit

KNOWN = load()
FILES = sorted(Path(__file__).parent.glob("*.toml"))
BY_FILE = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in FILES}
PEOPLE = {name: one for people in BY_FILE.values() for name, one in people.items()}
GIVEN = {
    "story", "rule", "twin", "pain", "age", "months", "assessed", "first_ever", "changed", "visit",
    "locale", "yes", "unsure", "unanswered", "where", "clearances", "overrides", "preferences",
}  # fmt: skip
RULES = {
    *KNOWN.questions,
    *KNOWN.region_rules,
    *KNOWN.interactions,
    *KNOWN.combinations,
    *("e-no-plan-on-stop", "e-hold", "e-worst-wins", "e-unanswered", "e-audit"),
    "e-uncertain-technique",
}


def pain_of(one):
    """Each pain source, as "condition" or "condition: region region"."""
    said = {key: one[key] for key in ("first_ever", "changed") if key in one}
    for text in one.get("pain", ["low-back-pain"]):
        condition, _, regions = text.partition(":")
        assessed = one.get("assessed", True)
        months = one.get("months", 18)
        yield {
            "condition": condition,
            "regions": regions.split(),
            "months": months,
            "assessed": assessed,
            **said,
        }


def intake_of(one):
    """The intake a vignette describes, with every other question that applies answered no."""
    age = one.get("age", 45)
    given = {
        "format": 1,
        "on": "2026-11-23",
        "client": {"label": "T.T.", **({"age": age} if age else {})},
        "pain": list(pain_of(one)),
        "severity": {"average": 5},
        "answers": {
            **dict.fromkeys(one.get("yes", []), "yes"),
            **dict.fromkeys(one.get("unsure", []), "unsure"),
        },
    }
    kept = ("visit", "locale", "where", "clearances", "overrides", "preferences")
    given |= {key: one[key] for key in kept if key in one}
    intake = read_intake(json.dumps(given), KNOWN.known_ids)
    return answered(intake, set(one.get("unanswered", [])))


def answered(intake, blank):
    """Answer no, again and again, until nothing but the blanks is open."""
    while True:
        still = [q.id for q in questions(intake, KNOWN) if q.answer is None and q.id not in blank]
        if not still:
            return intake
        answers = {**intake.answers, **dict.fromkeys(still, Answer.NO)}
        intake = intake.model_copy(update={"answers": answers})


class Met:
    """One person met: the questions, the limits, and the plan."""

    def __init__(self, one):
        self.intake = intake_of(one)
        self.asked = {question.id for question in questions(self.intake, KNOWN)}
        self.screening = screen(self.intake, KNOWN)
        self.limits = Restrictions(self.intake, self.screening, KNOWN)
        self.plan = first_visit(self.intake, KNOWN)
        self.reasons = {reason.id: reason for reason in self.plan.reasons}

    def use(self, technique_at_region):
        technique, region = technique_at_region.split("@")
        return self.limits.of_technique(Technique(technique), region).use

    def kept_away(self, region):
        if self.plan.massage:
            return region in self.plan.massage.avoid_regions
        return self.use(f"swedish@{region}") is Use.AVOID

    @property
    def techniques(self):
        return {one.id for one in self.plan.massage.techniques} if self.plan.massage else set()

    @property
    def therapies(self):
        return {one.id for one in self.plan.complementary}

    @property
    def home(self):
        """The ids of home tasks, and their kinds."""
        ids = {one.id for one in self.plan.self_care}
        return ids | {one.partition(":")[0] for one in ids}

    @property
    def pressures(self):
        return [one.pressure for one in self.plan.massage.techniques]


def _absent(found, named):
    assert not found & set(named), f"present: {found & set(named)}"


def _present(found, named):
    assert set(named) <= found, f"missing: {set(named) - found}"


def _talk(met, texts):
    said = " ".join(met.plan.talk)
    assert all(text in said for text in texts), said


def _notes(met, texts):
    said = " ".join(met.plan.load.notes)
    assert all(text in said for text in texts), said


def _plain(met, texts):
    said = {key: met.reasons[key].plain for key in texts}
    assert all(text in said[key] for key, text in texts.items()), said


def _pressure(met, most):
    assert all(one.rank <= Pressure(most).rank for one in met.pressures), met.pressures


def _fields(met, field, expected):
    assert {key: getattr(met.reasons[key], field) for key in expected} == expected


def _adjusted(met, techniques):
    chosen = {one.id: one.adjustments for one in met.plan.massage.techniques}
    assert all(chosen.get(one) for one in techniques), chosen


def _uses(met, named, allowed):
    found = {one: met.use(one) for one in named}
    assert all(use in allowed for use in found.values()), found


EXPECTED = {
    "clearance": lambda met, word: _same(met.plan.clearance, word),
    "massage": lambda met, given: _same(met.plan.massage is not None, given),
    "draft": lambda met, given: _same(met.plan.draft, given),
    "techniques_absent": lambda met, named: _absent(met.techniques, named),
    "techniques_adjusted": _adjusted,
    "therapies_absent": lambda met, named: _absent(met.therapies, named),
    "home_absent": lambda met, named: _absent(met.home, named),
    "home_present": lambda met, named: _present(met.home, named),
    "not_chosen_include": lambda met, named: _present(
        {one.id for one in met.plan.not_chosen}, named
    ),
    "reasons_include": lambda met, named: _present(set(met.reasons), named),
    "reasons_exclude": lambda met, named: _absent(set(met.reasons), named),
    "unanswered_include": lambda met, named: _present(set(met.plan.unanswered), named),
    "asked": lambda met, named: _present(met.asked, named),
    "not_asked": lambda met, named: _absent(met.asked, named),
    "regions_avoided": lambda met, named: _same(
        [one for one in named if met.kept_away(one)], named
    ),
    "regions_free": lambda met, named: _same([one for one in named if met.kept_away(one)], []),
    "banned": lambda met, named: _uses(met, named, {Use.AVOID}),
    "allowed": lambda met, named: _uses(met, named, {Use.ADJUST, Use.OK}),
    "not_adjusted": lambda met, named: _uses(met, named, {Use.OK}),
    "talk_includes": _talk,
    "notes_include": _notes,
    "plain_includes": _plain,
    "pressure_at_most": _pressure,
    "cleared_by": lambda met, expected: _fields(met, "cleared_by", expected),
    "overridden": lambda met, expected: _fields(met, "overridden", expected),
    "not_overridden": lambda met, named: _fields(met, "overridden", dict.fromkeys(named, "")),
}


def _same(found, expected):
    assert found == expected


@pytest.mark.parametrize("name", PEOPLE)
def test_vignette(name):
    one = PEOPLE[name]
    met = Met(one)
    for key in one.keys() - GIVEN:
        EXPECTED[key](met, one[key])
    if met.plan.clearance.stops_everything:
        assert_no_plan(met.plan)


def assert_no_plan(plan):
    assert plan.massage is None
    assert not (plan.complementary or plan.self_care or plan.week or plan.talk)
    assert plan.measures is None
    assert not plan.clearance.may_be_handed_out
    assert any(reason.clearance is plan.clearance and reason.plain for reason in plan.reasons)


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
