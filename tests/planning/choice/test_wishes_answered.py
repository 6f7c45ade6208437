"""Each wish is met or answered, and a plan without massage says why, for therapist and client."""

import random

import pytest

from planner.exports.agreed import in_full
from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.files.tables.files import plan_csv
from planner.exports.paper.client_page import client_page
from planner.exports.paper.sheet.sentences import answers_in, sentences
from planner.knowledge import load
from planner.model.vocabulary import Pressure
from planner.visit.main_line import first_visit
from tests.conftest import answered_no, client_with
from tests.exports.conftest import therapists_papers
from tests.reading_grade import reading_grade

KNOWN = load()
CONDITIONS = sorted(KNOWN.conditions)
ADJUSTING = [one for one, row in KNOWN.precautions.items() if row.clearance == "adjust"]
THERAPIES, TECHNIQUES = sorted(KNOWN.therapies), sorted(KNOWN.techniques)
SEEDS = range(40)


def somebody(seed):
    """One of the pain sources, some answers, and more wishes than a plan can hold."""
    draw = random.Random(seed)
    answers = dict.fromkeys(draw.sample(ADJUSTING, draw.randint(0, 3)), "yes")
    wishes = {
        "pressure": draw.choice(list(Pressure)),
        "techniques_liked": draw.sample(TECHNIQUES, 2),
        "therapies_interested": draw.sample(THERAPIES, 3),
    }
    pain = CONDITIONS[seed % len(CONDITIONS)]
    return answered_no(client_with(pain, answers=answers, preferences=wishes))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_wish_is_in_the_plan_or_answered_and_never_both(seed):
    intake = somebody(seed)
    plan = first_visit(intake, KNOWN)
    if plan.clearance.stops_everything:
        return
    wishes, answered = intake.preferences, {one.of: one for one in plan.unmet}
    given = {one.id for one in plan.complementary}
    asked_for = set(wishes.therapies_interested)
    assert asked_for - given == asked_for & answered.keys()
    if plan.massage:
        used = {one.id for one in plan.massage.techniques}
        liked = set(wishes.techniques_liked)
        assert liked - used == liked & answered.keys()
        lighter = all(one.pressure.rank < wishes.pressure.rank for one in plan.massage.techniques)
        assert lighter == ("pressure" in answered)


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answers_are_on_both_papers_in_words_of_either_reader(seed):
    plan = first_visit(somebody(seed), KNOWN)
    if not plan.clearance.may_be_handed_out:
        return
    page = client_page(plan, KNOWN)
    for one in plan.unmet:
        assert one.plain in (*page.massage, *page.more_wishes)
        assert one.says in therapists_papers(plan)["evidence"].wishes


def test_a_firm_wish_under_a_limit_names_the_answer_that_limits_it():
    intake = client_with(
        "low-back-pain", answers={"p-anticoagulant": "yes"}, preferences={"pressure": "firm"}
    )
    (answer,) = first_visit(answered_no(intake), KNOWN).unmet
    assert answer.of == "pressure"
    assert KNOWN.precautions["p-anticoagulant"].label in answer.plain


NONE = {
    "declined": {"preferences": {"techniques_declined": TECHNIQUES}},
    "no money": {"preferences": {"monthly_budget": 10, "session_price": 80}},
    "left alone": {"preferences": {"regions_to_avoid": sorted(KNOWN.regions)}},
    "an answer": {"answers": {"p-touch-allodynia": "yes"}},
}


@pytest.mark.parametrize("cause", NONE)
def test_a_plan_without_massage_says_why_in_both_wordings(cause):
    plan = first_visit(answered_no(client_with("low-back-pain", **NONE[cause])), KNOWN)
    assert plan.massage is None
    page = client_page(plan, KNOWN)
    assert plan.no_massage.plain and plan.no_massage.plain in page.massage[0]
    papers = therapists_papers(plan)
    told = f"{papers['sheet'].no_massage} {[one.why for one in papers['evidence'].not_chosen]}"
    for one in sentences(plan.no_massage.says):
        assert all(answer in told for answer in answers_in(one) or (one,))
    assert "Ask us why" not in page.massage[0]


def test_what_a_client_reads_of_a_refusal_is_easy():
    told = [one for seed in SEEDS for one in first_visit(somebody(seed), KNOWN).not_chosen]
    assert told
    said = {one.plain.partition(": ")[0] for one in told if one.id not in KNOWN.self_care}
    assert [one for one in said if not one or reading_grade(one) > 6] == []


CLEARED = {
    "for": "p-dvt-recent",
    "by": "Dr Day",
    "on": "2026-11-20",
    "until": "2027-02-20",
    "limits": "light strokes only, not the left leg",
    "bounds": {"minutes": 30, "pressure": "light", "regions_avoid": ["calf_left"]},
}


def test_a_clinicians_answer_stands_on_every_paper_with_its_bounds_and_its_words():
    intake = client_with("low-back-pain", answers={"p-dvt-recent": "yes"}, clearances=[CLEARED])
    plan = first_visit(answered_no(intake), KNOWN)
    (told,) = in_full(plan, KNOWN)
    (plain,) = client_page(plan, KNOWN).agreed
    for text in (told, plain, plan_csv(plan, KNOWN), plan_fhir(plan, KNOWN)):
        for part in ("Dr Day", "20 November 2026", "20 February 2027", "30 minutes", "light"):
            assert part in text
        assert CLEARED["limits"] in text and "Calf, left" in text
    assert therapists_papers(plan)["sheet"].binding.agreed == (told,)
    assert reading_grade(plain) <= 6
