"""The therapist's note of a review: SOAP, from what was entered, never a diagnosis."""

import re

import pytest

from planner.exports.notes.soap import HANDS_ON, visit_note_text
from planner.exports.notes.told import ASKED, NOT_ASKED
from planner.exports.notes.visit_note import visit_note
from planner.model.follow_up import FollowUp
from planner.model.review import Verdict
from tests.review.conftest import KNOWN, all_no, asked, diary_of, plan_of, reviewed, shaped, wave
from tests.review.plans import BACK

ENTERED = {
    "words": "easier to sit",
    "findings": "less tender at the right lower back",
    "severity": {"average": 4},
    "overall": {"label": "much improved"},
    "goals": [{"goal": "walk to the shops", "before": 3, "now": 6}],
    "self_care": {"done": 5},
    "sessions": {"done": 4},
    "after_last_time": "sore for up to 48 hours",
}


def note_of(facts, verdict=None, shape="fell"):
    plan = plan_of(BACK)
    return visit_note(reviewed(plan, shaped(shape, plan), facts), facts, KNOWN, verdict)


@pytest.fixture
def note():
    return note_of(all_no(plan_of(BACK), asked(**ENTERED)))


def test_what_was_entered_stands_in_its_part(note):
    subjective, objective = " ".join(note.subjective), " ".join(note.objective)
    assert "In the client's words: Easier to sit." in subjective
    assert "Scores of 20 December 2026, 0 to 10: pain, week 4." in subjective
    assert "much improved (2 of 7, 1 is best)" in subjective
    assert "walk to the shops, 3 to 6" in subjective
    assert "sore for up to 48 hours" in subjective
    assert "5.0 over 28 days before, 3.0 over 28 days since" in subjective
    assert "95 % CI" in subjective
    assert ASKED in subjective
    assert "Sessions: 4 of 4 (counted)." in objective
    assert "Home care: 5 of 7 days." in subjective
    assert "Less tender at the right lower back." in objective


def test_what_was_not_entered_is_not_made_up():
    note = note_of(FollowUp())
    assert note.subjective[-1] == NOT_ASKED
    assert not any("Scores" in line or "Home care" in line for line in note.subjective)
    assert HANDS_ON in note.objective
    assert any("assumed as planned" in line for line in note.objective)
    assert "Nothing was entered." in visit_note_text(note.replaced(objective=()))


def test_the_plan_has_the_proposal_the_changes_and_the_therapists_answer(note):
    assert note.plan[0] == "Proposed: step down."
    assert "has not decided" in note.plan[1]
    declined = Verdict(choice="declined", reason="the client wants to go on")
    told = note_of(asked(**ENTERED), declined).plan
    assert told[1] == "The therapist declined it: the client wants to go on."
    assert any(line.startswith("Massage: 3 visits, every 2 weeks") for line in told)


def test_the_assessment_says_nothing_a_second_time(note):
    assert any("walk to the shops" in one for one in note.subjective)
    told = " ".join(note.assessment)
    assert "walk to the shops" not in told and "much improved" not in told


def test_every_score_that_was_asked_stands_beside_the_first_ones():
    scores = {"average": 4, "worst": 6, "now": 3, "enjoyment": 4, "activity": 5, "sleep": 3}
    note = note_of(all_no(plan_of(BACK), asked(severity=scores)))
    (table,) = note.tables
    assert table.headings[1:6] == (
        "pain, week", "worst", "now", "pain and interference", "sleep problem",
    )  # fmt: skip
    assert table.rows[-1].cells[1:6] == ("4", "6", "3", "4.3", "3")
    assert table.rows[0].cells[2] == "", "the worst of the first visit is not in its plan"


def test_an_answer_that_was_not_a_no_stands_as_it_was_reported():
    facts = asked(answers={"rf-dvt": "unsure", "p-falls-risk": "yes", "rf-pe": "no"})
    note = note_of(facts)
    reported = KNOWN.questions
    assert f"Not sure: {reported['rf-dvt'].reported}" in note.subjective
    assert reported["p-falls-risk"].reported in note.subjective
    assert reported["rf-pe"].reported not in note.subjective


def test_what_is_so_no_more_stands_with_since_when():
    facts = all_no(plan_of(BACK), asked(ended={"p-anticoagulant": "since March"}))
    told = " ".join(note_of(facts).subjective)
    assert f"{KNOWN.rows['p-anticoagulant'].label} (since March)" in told


@pytest.mark.parametrize("shape", ["fell", "as before at week 10", "rose", "too short"])
def test_it_names_no_cause_and_makes_no_diagnosis(shape):
    text = visit_note_text(note_of(asked(**ENTERED), shape=shape))
    assert text.rstrip().endswith("It is not a diagnosis.")
    found = re.search(r"\b(caused?|works?|cured?|safe|significan\w*|prognosis)\b", text)
    assert found is None, found


def test_the_text_has_the_four_parts_in_order(note):
    text = visit_note_text(note)
    places = [text.index(f"\n{part}\n") for part in
              ("Subjective", "Objective", "Assessment", "Plan")]  # fmt: skip
    assert places == sorted(places)


def test_a_label_with_control_marks_cannot_break_the_note():
    plan = plan_of(BACK).model_copy(update={"client": "A\u202eB\nPlan"})
    facts = FollowUp()
    review = reviewed(plan, diary_of(wave(5, 28), wave(5, 28)), facts)
    assert visit_note(review, facts, KNOWN).client == "A B Plan"
