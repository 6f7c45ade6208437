"""A visit so far: what is missing is missing, what the first edition kept still opens."""

import json
from datetime import date

import pytest

from planner.knowledge import load
from planner.model.errors import IntakeError, PlannerError
from planner.model.intake import read_intake
from planner.model.visit import Visit, read_draft
from planner.model.vocabulary import Clearance
from planner.visit.draft import blank, changed, missing, saying, to_save, whole
from planner.visit.interview import interview
from planner.visit.kept.visit_file import read_visit_file
from planner.visit.main_line import first_visit
from tests.conftest import SAMPLE_NAMES, sample, sample_text
from tests.visit.first_edition import EVERY_ONE, FOLLOW_UP, WHOLE

ON = date(2026, 11, 23)


def opened(text):
    return read_draft(text, load().known_ids)


def said(**parts):
    return opened(json.dumps({"format": 1, "on": "2026-11-23", **parts}))


@pytest.mark.parametrize("name", sorted(EVERY_ONE))
def test_a_visit_of_the_first_edition_opens_and_is_kept_as_it_was_said(name):
    text = EVERY_ONE[name]
    assert json.loads(opened(text).as_text) == json.loads(text)


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("[]", "visit file: Input should be an object"),
        ("pain,date", "visit file: is not JSON"),
        ('{"format": 1, "on": "2026-11-23", "pain": null}', "pain: "),
        ('{"format": 1, "on": "2026-11-23", "severity": []}', "severity: "),
        ('{"format": 1, "on": "yesterday"}', "on: "),
        ('{"format": 1, "on": "2026-11-23", "client": {"age": 52.5}}', "client.age: "),
        ('{"format": 1, "on": "2026-11-23", "diary": {"entries": [["x"]]}}', "diary.entries[0]"),
        ('{"format": 1, "on": "2026-11-23", "follow_up": {"goals": ["walk"]}}', "follow_up.goals"),
        ('{"format": 1, "on": "2026-11-23", "follow_up": {"plan": {}}}', "follow_up.plan"),
        ('{"format": 1, "on": "2026-11-23", "visit": "third"}', "visit: "),
        ('{"format": 1, "on": "2026-11-23", "colour": "red"}', "colour: is not a field"),
        ('{"format": 1, "format": 1, "on": "2026-11-23"}', "format: is given twice"),
        ('{"format": 1, "on": "2026-11-23", "answers": {"rf-x": "yes"}}', "'rf-x' is not a known"),
    ],
)
def test_an_odd_shape_is_told_in_a_sentence(wrong, told):
    with pytest.raises(PlannerError) as refused:
        opened(wrong)
    assert told in str(refused.value)


def test_a_blank_visit_misses_its_pain_source_and_its_score():
    assert [str(one) for one in missing(blank(ON))] == [
        "pain: is missing",
        "severity.average: is missing",
    ]
    with pytest.raises(IntakeError):
        whole(blank(ON))


@pytest.mark.parametrize("average", [None, 0, 6])
def test_a_missing_average_is_missing_and_a_score_of_nothing_is_a_score(average):
    scores = {} if average is None else {"average": average}
    draft = said(pain=[{"condition": "low-back-pain"}], severity=scores)
    found = interview(draft, load())
    assert draft.severity.average == average
    assert (found.visit is None) is (average is None)
    assert found.plan.measures is None or found.plan.measures.baseline.average == average


def test_a_missing_pain_source_is_missing_and_nobody_is_asked_about_another():
    assert interview(said(severity={"average": 6}), load()) is None


def test_the_questions_are_asked_before_there_is_a_score():
    draft = said(pain=[{"condition": "low-back-pain"}])
    scored = saying(draft, severity=draft.severity.having(average=6))
    asked, asked_later = (interview(one, load()).asked for one in (draft, scored))
    assert asked == asked_later


def test_a_sign_stops_a_visit_before_there_is_a_score():
    draft = said(pain=[{"condition": "low-back-pain"}], answers={"rf-cauda-equina": "yes"})
    found = interview(draft, load())
    assert found.plan.clearance is Clearance.EMERGENCY
    assert found.plan.reasons and found.plan.measures is None and not found.is_finished


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_a_whole_visit_gives_the_plan_of_its_intake(name):
    visit = whole(opened(sample_text(name)))
    assert isinstance(visit, Visit)
    assert first_visit(visit, load()) == first_visit(sample(name), load())
    assert interview(visit, load()).plan == first_visit(sample(name), load())


def test_somebody_without_a_label_is_spoken_of_as_the_client():
    visit = whole(saying(opened(WHOLE), client=opened(WHOLE).client.having(label=None)))
    assert visit.client.label == "Client"


def test_what_is_saved_is_an_intake():
    saved = to_save(opened(FOLLOW_UP)).as_text
    assert read_intake(saved, load().known_ids).client.label == "J.S."


def test_a_file_that_speaks_of_the_others_has_every_no_written_out():
    text = json.dumps({**json.loads(WHOLE), "others": "no"}).encode()
    draft = read_visit_file(text, load())
    assert draft.others is None and not interview(draft, load()).screening.unanswered


def test_others_without_a_pain_source_speak_of_no_question():
    text = b'{"format": 1, "on": "2026-11-23", "others": "no"}'
    draft = read_visit_file(text, load())
    assert draft.others is None and not draft.answers


def test_what_cannot_be_kept_is_refused_and_the_visit_stays():
    draft = blank(ON)
    with pytest.raises(IntakeError):
        saying(draft, severity="bad")
    with pytest.raises(IntakeError):
        changed(draft, lambda one: one.having(severity=one.severity.having(average=11)))
    assert draft == blank(ON)
