"""What was found by hand, and scores of forms, in every paper and file that carries them."""

import csv
import io
import json
from datetime import date

import pytest

from planner.exports import documents
from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.files.fhir.dossier import Beside
from planner.exports.files.tables.files import plan_csv
from planner.exports.notes.first_note import first_note
from planner.exports.notes.found import behaviour, findings
from planner.exports.notes.note import note_for
from planner.exports.notes.note_text import note_text
from planner.exports.notes.soap import HANDS_ON
from planner.exports.notes.visit_note import visit_note
from planner.exports.paper.pdf import plan_pdf
from planner.exports.paper.progress import progress_page
from planner.knowledge import load
from planner.model.assessment import Assessment
from planner.model.intake import Goal, QuestionnaireScore
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import client_with, sample
from tests.exports.conftest import flat, pages
from tests.exports.fhir.bundles import scores
from tests.reading_grade import reading_grade
from tests.review.conftest import all_no, asked, plan_of, reviewed, shaped
from tests.review.plans import BACK

KNOWN = load()
THEN, NOW = date(2026, 11, 1), date(2026, 11, 20)
FOUND = Assessment.model_validate_json(
    json.dumps(
        {
            "stirring": {"set_off_by": "little", "then_it_is": "bad", "settles_in": "hours"},
            "provokes": ["sitting", "desk-work"],
            "eases": ["heat"],
            "findings": [
                {"what": "movement", "name": "lower-back-bend-forward", "extent": "limited",
                 "pain": 6},
                {"what": "movement", "name": "lower-back-bend-back", "pain": 0},
                {"what": "test", "name": "Chair rises", "result": "9 times"},
                {"what": "palpation", "region": "lower_back_left", "tender": 3},
            ],
            "comparable": {"name": "lower-back-bend-forward", "before": 6, "after": 3},
            "notes": "guards the left side",
        }
    )
)  # fmt: skip
SCORES = (
    QuestionnaireScore(instrument="odi", score=44, on=THEN),
    QuestionnaireScore(instrument="odi", score=30, on=NOW),
)


def intake_with(**more):
    return sample("low-back-nothing-flagged").model_copy(update=more)


def test_what_was_found_is_objective_and_what_was_told_of_it_is_subjective():
    intake = intake_with(assessment=FOUND)
    note = first_note(first_visit(intake, KNOWN), intake, KNOWN)
    assert note.objective == (
        "Bend forward, standing: limited, pain 6 of 10.",
        "Bend back, standing: pain 0 of 10.",
        "Chair rises: 9 times.",
        "Tender to touch: Lower back, left (severe).",
        "Comparable sign: Bend forward, standing, 6 of 10 before the session, 3 of 10 after it.",
        "Guards the left side.",
    )
    told = " ".join(note.subjective)
    assert "Brought on by: sitting, desk work." in told
    assert "Eased by: heat." in told
    assert "Irritability: high (set off by little, then bad, settles in hours)." in told


def test_what_nobody_looked_at_is_in_no_note():
    assert not [*findings(Assessment(), KNOWN), *behaviour(Assessment(), KNOWN)]


def test_a_goal_stands_with_its_first_rating():
    wishes = sample("low-back-nothing-flagged").preferences
    goals = (Goal(goal="lift my grandson", rating=0), Goal(goal="walk far"))
    intake = intake_with(preferences=wishes.replaced(goals=goals))
    told = first_note(first_visit(intake, KNOWN), intake, KNOWN).subjective
    assert "lift my grandson, 0 of 10 now" in " ".join(told)
    assert "Goal, in the client's words: Walk far." in told


def test_the_note_of_a_review_has_what_was_found_at_it():
    facts = all_no(plan_of(BACK), asked(severity={"average": 4}))
    review = reviewed(plan_of(BACK), shaped("fell", plan_of(BACK)), facts)
    seen = visit_note(review, facts, KNOWN, found=FOUND)
    assert "Chair rises: 9 times." in seen.objective and HANDS_ON not in seen.objective
    assert HANDS_ON in visit_note(review, facts, KNOWN).objective


def test_a_letter_names_findings_as_findings_and_no_more():
    intake = client_with("low-back-pain", answers={"rf-cauda-equina": "yes"})
    intake = intake.model_copy(update={"assessment": FOUND})
    note = note_for(first_visit(intake, KNOWN), intake, KNOWN)
    assert "Tender to touch: Lower back, left (severe)." in note.found
    assert "Found by the massage therapist" in note_text(note)
    letter = documents.NOTE_PDF.make(
        documents.Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE)
    )
    assert "Chair rises: 9 times." in flat(" ".join(pages(letter)))


def test_scores_of_forms_go_where_scores_go():
    intake = intake_with(measured=SCORES)
    plan = first_visit(intake, KNOWN)
    said = "ODI (0 to 100, lower is better): 44 on 1 November 2026, 30 on 20 November 2026, better."
    assert any(said in line for line in first_note(plan, intake, KNOWN).subjective)
    table = csv.DictReader(io.StringIO(plan_csv(plan, KNOWN, measured=SCORES), newline=""))
    (form,) = [row for row in table if row["part"] == "form"]
    assert (form["what"], form["now"]) == ("ODI", "30") and said in form["says"]
    told = scores(plan_fhir(plan, KNOWN, beside=Beside(measured=SCORES)))
    (latest,) = (one for (_, on), one in told.items() if on == "2026-11-20")
    assert latest["valueQuantity"]["value"] == 30
    assert latest["referenceRange"][0]["high"]["value"] == 100


@pytest.fixture
def page():
    facts = all_no(plan_of(BACK), asked(severity={"average": 4}))
    review = reviewed(plan_of(BACK), shaped("fell", plan_of(BACK)), facts)

    def made(*measured):
        progress = review.progress.replaced(measured=measured)
        return progress_page(review.replaced(progress=progress), KNOWN)

    return made


def test_the_client_reads_of_a_form_filled_in_twice(page):
    assert page(*SCORES).scores == ("ODI: 44 then, 30 now (lower is better).",)
    assert page(SCORES[0]).scores == ()


def test_a_high_score_of_mood_sends_to_a_doctor_with_the_number_to_call(page):
    (told,) = page(QuestionnaireScore(instrument="phq-4", score=10, on=NOW)).scores
    assert "doctor" in told and KNOWN.locales["US"].crisis in told
    assert reading_grade(told) <= 6


def test_the_plan_to_take_home_asks_for_a_talk_where_a_score_of_mood_is_high():
    intake = intake_with(measured=(QuestionnaireScore(instrument="phq-4", score=8, on=NOW),))
    plan = first_visit(intake, KNOWN)
    told = flat(" ".join(pages(plan_pdf(plan, KNOWN, intake=intake))))
    assert "The last score is high. Please talk with your doctor about it." in told
    assert "The last score is high" not in flat(" ".join(pages(plan_pdf(plan, KNOWN))))
