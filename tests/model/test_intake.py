"""An intake that cannot be used is refused with every reason at once."""

import json

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError
from planner.model.intake import read_intake

GOOD = {
    "format": 1,
    "on": "2026-11-23",
    "client": {"label": "J.S.", "age": 52},
    "pain": [{"condition": "low-back-pain", "regions": ["lower_back_left"]}],
    "severity": {"average": 6},
}


def problems_in(**changes):
    with pytest.raises(IntakeError) as refused:
        read_intake(json.dumps({**GOOD, **changes}), load().known_ids)
    return {problem.place: problem.what for problem in refused.value.problems}


def test_only_format_day_client_pain_and_average_are_needed():
    intake = read_intake(json.dumps(GOOD), load().known_ids)
    assert intake.severity.average == 6
    assert intake.answers == {}


@pytest.mark.parametrize("missing", ["format", "on", "client", "pain", "severity"])
def test_each_needed_part_is_missed_by_name(missing):
    text = json.dumps({key: value for key, value in GOOD.items() if key != missing})
    with pytest.raises(IntakeError, match=f"{missing}: is missing"):
        read_intake(text, load().known_ids)


@pytest.mark.parametrize(
    ("place", "changes"),
    [
        ("severity.average", {"severity": {"average": 11}}),
        ("severity.average", {"severity": {"average": -1}}),
        ("severity.sleep", {"severity": {"average": 5, "sleep": "4"}}),
        ("severity.average", {"severity": {"average": True}}),
        ("client.age", {"client": {"label": "a", "age": 200}}),
        ("client.label", {"client": {"label": "  "}}),
        ("pain", {"pain": []}),
        ("pain[0].condition", {"pain": [{"condition": "hiccups"}]}),
        ("pain[0].regions[0]", {"pain": [{"condition": "migraine", "regions": ["tail"]}]}),
        ("pain[0].months", {"pain": [{"condition": "migraine", "months": -2}]}),
        ("answers.rf-nothing", {"answers": {"rf-nothing": "yes"}}),
        ("answers.rf-dvt", {"answers": {"rf-dvt": "perhaps"}}),
        ("where.p-varicose-veins[0]", {"where": {"p-varicose-veins": ["leg"]}}),
        (
            "preferences.therapies_interested[0]",
            {"preferences": {"therapies_interested": ["reiki"]}},
        ),
        ("preferences.techniques_declined[0]", {"preferences": {"techniques_declined": ["thai"]}}),
        ("preferences.days[0]", {"preferences": {"days": ["monday"]}}),
        ("preferences.currency", {"preferences": {"currency": "dollars"}}),
        ("preferences.monthly_budget", {"preferences": {"monthly_budget": -5}}),
        (
            "clearances[0].by",
            {"clearances": [{"for": "p-dvt-recent", "by": "", "on": "2026-01-01"}]},
        ),
        ("locale", {"locale": "FR"}),
        ("on", {"on": "23/11/2026"}),
        ("colour", {"colour": "blue"}),
    ],
)
def test_what_is_wrong_is_named_with_its_place(place, changes):
    assert place in problems_in(**changes)


def test_every_problem_is_told_at_once():
    found = problems_in(
        severity={"average": 12}, locale="XX", answers={"rf-x": "yes"}, client={"label": ""}
    )
    assert {"severity.average", "locale", "answers.rf-x", "client.label"} <= set(found)


def test_an_answer_given_twice_is_refused_not_dropped():
    text = json.dumps(GOOD)[:-1] + ', "answers": {"rf-dvt": "yes", "rf-dvt": "no"}}'
    with pytest.raises(IntakeError, match="rf-dvt: is given twice"):
        read_intake(text, load().known_ids)


def test_a_region_named_twice_is_refused():
    pain = [{"condition": "migraine", "regions": ["jaw_left", "jaw_left"]}]
    assert "named more than once" in problems_in(pain=pain)["pain[0].regions"]


def test_a_clearance_from_the_future_is_refused():
    later = [{"for": "p-dvt-recent", "by": "Dr A", "on": "2026-11-24"}]
    assert "p-dvt-recent" in problems_in(clearances=later)["intake"]


@pytest.mark.parametrize("text", ["", "{", "[]", "null", "\x00\x00", '"plan"', b"\xff\xfe{}"])
def test_what_is_not_an_intake_is_refused_in_a_sentence(text):
    with pytest.raises(IntakeError):
        read_intake(text, load().known_ids)
