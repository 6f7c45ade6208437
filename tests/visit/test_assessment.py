"""What was found by hand and eye: kept as it was tapped, and absent where nobody looked."""

import json
from datetime import date

import pytest

from planner.knowledge import load
from planner.model.assessment import (
    Assessment,
    ComparableSign,
    Easing,
    Extent,
    FoundBy,
    Irritability,
)
from planner.model.visit import read_draft
from planner.model.vocabulary import Activity
from planner.visit.assessing import examined, irritable, so
from planner.visit.draft import saying
from planner.visit.next_visit import next_visit
from planner.visit.said import assessment
from tests.visit.drafts import draft_with

KNOWN = load()
NECK = draft_with("neck-pain")
LEFT = "neck-turn-left"


def moved(draft, part, value, name=LEFT):
    return assessment.found(draft, FoundBy.MOVEMENT, name, part, value)


def rows(draft, at=0):
    return {row.id: row for row in examined(draft, KNOWN)[at].rows}


def test_a_movement_keeps_what_was_seen_of_it_and_nothing_else():
    found = moved(moved(NECK, "extent", Extent.LIMITED), "pain", 6)
    (one,) = found.assessment.findings
    assert (one.name, one.extent, one.pain, one.result) == (LEFT, Extent.LIMITED, 6, None)
    kept = json.loads(found.as_text)["assessment"]
    assert kept["findings"] == [{"what": "movement", "name": LEFT, "extent": "limited", "pain": 6}]
    assert read_draft(found.as_text, KNOWN.known_ids) == found


def test_no_pain_at_all_is_a_finding_and_an_emptied_number_is_none():
    found = moved(NECK, "pain", 0)
    assert found.assessment.findings[0].pain == 0
    emptied = moved(found, "pain", None)
    assert emptied.assessment.findings == ()
    assert "assessment" not in json.loads(emptied.as_text)


def test_taking_one_part_back_leaves_the_others():
    found = moved(moved(NECK, "extent", Extent.FULL), "pain", 2)
    assert moved(found, "pain", None).assessment.findings[0].extent is Extent.FULL


def test_the_comparable_sign_carries_the_pain_of_its_movement():
    found = assessment.starred(moved(NECK, "pain", 6), LEFT)
    assert found.assessment.comparable == ComparableSign(name=LEFT, before=6)
    assert moved(found, "pain", 5).assessment.comparable.before == 5
    assert moved(found, "pain", None).assessment.comparable.before is None
    other = assessment.starred(found, "neck-turn-right")
    assert other.assessment.comparable == ComparableSign(name="neck-turn-right")
    assert assessment.starred(found, LEFT).assessment.comparable is None


def test_after_the_session_the_sign_is_rated_again():
    found = assessment.starred(moved(NECK, "pain", 6), LEFT)
    after = assessment.after_session(found, 3)
    assert (after.assessment.comparable.before, after.assessment.comparable.after) == (6, 3)
    assert assessment.after_session(after, None).assessment.comparable.after is None
    assert assessment.after_session(NECK, 3) == NECK


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (("little", "bad", "hours"), Irritability.HIGH),
        (("little", "mild", "hours"), Irritability.MODERATE),
        (("much", "mild", "minutes"), Irritability.LOW),
        (("little", None, None), None),
    ],
)
def test_three_answers_say_how_easily_the_pain_is_stirred_up(answers, level):
    draft = NECK
    for part, answer in zip(("set_off_by", "then_it_is", "settles_in"), answers, strict=True):
        draft = assessment.stirred(draft, part, answer)
    assert irritable(draft) is level


def test_an_answer_taken_back_leaves_no_trace():
    draft = assessment.stirred(NECK, "set_off_by", "little")
    assert assessment.stirred(draft, "set_off_by", None) == NECK


def test_what_brings_it_on_and_eases_it_is_told_one_by_one():
    draft = assessment.brings_on(NECK, Activity.SITTING, True)
    draft = assessment.brings_on(draft, Activity.DESK_WORK, True)
    draft = assessment.eases(draft, Easing.HEAT, True)
    draft = assessment.brings_on(draft, Activity.SITTING, False)
    assert draft.assessment.provokes == (Activity.DESK_WORK,)
    assert draft.assessment.eases == (Easing.HEAT,)


def test_tender_places_are_findings_of_touch_beside_those_of_movement():
    draft = moved(NECK, "pain", 6)
    draft = assessment.tender(draft, {"neck_back_left": 3, "shoulder_back_left": 1})
    draft = assessment.tender(draft, {"neck_back_left": 2, "shoulder_back_left": 0})
    assert assessment.tender_places(draft.assessment) == {"neck_back_left": 2}
    assert [one.what for one in draft.assessment.findings] == [
        FoundBy.MOVEMENT,
        FoundBy.PALPATION,
    ]


def test_the_usual_movements_of_the_places_are_shown_and_the_others_wait():
    (neck,) = examined(NECK, KNOWN)
    assert {"neck-turn-left", "neck-bend-back"} <= {row.id for row in neck.rows}
    assert "neck-chin-in" in {row.id for row in neck.more}
    assert all(row.found is None for row in neck.rows)


def test_a_limb_is_looked_at_on_the_side_that_hurts():
    knee = draft_with("knee-osteoarthritis")
    (source,) = knee.pain
    left = saying(knee, pain=(source.having(regions=("knee_front_left",)),))
    assert "knee-bend-left" in rows(left) and "knee-bend-right" not in rows(left)
    assert "knee-bend-right" in {row.id for row in examined(left, KNOWN)[0].more}


def test_a_test_of_the_therapists_own_stands_with_every_pain_source():
    both = draft_with("neck-pain", "low-back-pain")
    found = assessment.found(both, FoundBy.TEST, "Slump, sitting", "result", "pulls in the leg")
    for at in (0, 1):
        assert rows(found, at)["Slump, sitting"].found.result == "pulls in the leg"


def test_places_without_a_name_have_movements_too():
    blank = draft_with().having(marks={"shoulder_front_left": 2})
    (marked,) = examined(blank, KNOWN)
    assert "shoulder-overhead-left" in {row.id for row in marked.rows}
    assert examined(draft_with(), KNOWN) == ()


def test_the_next_visit_looks_at_the_same_sign_again_and_remembers_what_was_found():
    draft = assessment.starred(moved(NECK, "pain", 6), LEFT)
    draft = assessment.brings_on(draft, Activity.SITTING, True)
    later = next_visit(draft, date(2026, 12, 20), "before", KNOWN)
    assert later.assessment == Assessment(
        provokes=(Activity.SITTING,), comparable=ComparableSign(name=LEFT)
    )
    row = rows(later)[LEFT]
    assert row.is_sign and row.found is None and row.last.pain == 6


def test_what_irritability_does_is_said_by_the_weights_of_the_plan():
    said = {level: so(level, KNOWN) for level in Irritability}
    share = KNOWN.weights.irritability.first_share[Irritability.HIGH]
    assert f"{100 * share:.0f} %" in said[Irritability.HIGH]
    assert "light" in said[Irritability.HIGH] and "as usual" in said[Irritability.LOW]
