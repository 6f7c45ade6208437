"""The therapist's note of a first visit: what was said, asked and agreed; no diagnosis."""

import pytest

from planner.exports.notes.first_note import first_note
from planner.exports.notes.soap import HANDS_ON, visit_note_text
from planner.knowledge import load
from planner.model.errors import NotForHandout
from planner.visit.main_line import first_visit
from tests.conftest import client_with, sample

KNOWN = load()


def note_of(name):
    intake = sample(name)
    return first_note(first_visit(intake, KNOWN), intake, KNOWN), intake


def test_it_has_what_the_client_says_and_what_was_reported():
    note, intake = note_of("knee-anticoagulant")
    told = " ".join(note.subjective)
    assert f"pain, week {intake.severity.average}" in told
    assert KNOWN.rows["p-anticoagulant"].reported in note.subjective
    assert all(one.goal[1:] in told for one in intake.preferences.goals)


def test_what_the_hands_found_is_left_to_the_therapist():
    note, _ = note_of("low-back-nothing-flagged")
    assert note.objective == (HANDS_ON,)


def test_an_unsure_answer_stays_unsure():
    intake = client_with("knee-osteoarthritis", answers={"p-anticoagulant": "unsure"})
    note = first_note(first_visit(intake, KNOWN), intake, KNOWN)
    reported = KNOWN.rows["p-anticoagulant"].reported
    assert f"Not sure about this: {reported}" in note.subjective


def test_every_line_of_the_plan_is_named():
    intake = sample("three-sources")
    plan = first_visit(intake, KNOWN)
    told = " ".join(first_note(plan, intake, KNOWN).plan)
    for one in plan.massage.techniques:
        assert KNOWN.techniques[one.id].name in told
    for one in plan.complementary:
        assert KNOWN.therapies[one.id].name in told
    for one in plan.self_care:
        assert KNOWN.self_care[one.id].name in told


def test_as_text_it_has_the_four_parts_and_says_it_is_no_diagnosis():
    note, intake = note_of("low-back-nothing-flagged")
    text = visit_note_text(note)
    assert text.startswith(f"VISIT NOTE\n{intake.client.label}, 23 November 2026\n\nSubjective\n- ")
    assert [part in text for part in ("\nObjective\n", "\nAssessment\n", "\nPlan\n")] == [True] * 3
    assert text.rstrip().endswith("It is not a diagnosis.")


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_under_a_stop_or_a_hold_the_note_for_others_is_due_instead(name):
    with pytest.raises(NotForHandout):
        note_of(name)
