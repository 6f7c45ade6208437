"""The therapist's sheet: one page, every limit on it, each text once, every number resolved."""

import io
import re
from datetime import date
from functools import cache
from itertools import count

import pytest
from pypdf import PdfReader

from planner.exports.paper.sheet.papers import evidence_pdf, therapist_pdf
from planner.exports.paper.sheet.places import worked
from planner.knowledge import load
from planner.model.between.consent import AgreedBy, Consent, Point
from planner.model.errors import NotForHandout
from planner.model.vocabulary import Locale
from planner.planning.course.occasions import of_massage, visits_of
from planner.visit.main_line import first_visit
from planner.words import say
from planner.words.limits import NOT_AT_HOME, POSITION, PRESSURE_LEFT, longest, most_often
from tests.conftest import answered_no, client_with, sample
from tests.exports.conftest import HANDED_OUT, flat, pages, plan_of, therapists_papers
from tests.stories.somebody import somebody

KNOWN = load()
CLEARED = {
    "for": "p-dvt-recent",
    "by": "Dr Okonjo",
    "on": "2026-11-20",
    "limits": "no longer than 30 minutes",
    "bounds": {"minutes": 30, "pressure": "light", "regions_avoid": ["calf_left"]},
}


@cache
def visit(seed):
    """The next plan of somebody at random, from a seed on, that may be handed out."""
    for one in count(100 * seed):
        intake = somebody(one)
        plan = first_visit(intake, KNOWN)
        if plan.clearance.may_be_handed_out:
            return plan, intake
    raise AssertionError


CLIENTS = pytest.mark.parametrize(
    "seed", [*range(6), *(pytest.param(one, marks=pytest.mark.slow) for one in range(6, 60))]
)


def words_of(sheet):
    """Everything that the sheet keeps whatever leaves it."""
    lines = [sheet.binding.limits, *sheet.binding.agreed, sheet.position]
    return " ".join([*lines, *(one.limit for one in sheet.limits)]).lower()


def expected(limits):
    """What each limit is called, one by one."""
    if limits.minutes:
        yield longest(limits.minutes)
    if limits.sessions_per_week:
        yield most_often(limits.sessions_per_week)
    if limits.first_session_minutes and limits.first_session_minutes != limits.minutes:
        yield say("the first session at most {number} minutes", number=limits.first_session_minutes)
    if limits.pressure:
        yield PRESSURE_LEFT[limits.pressure]
    yield from (POSITION[one] for one in limits.positions)
    yield from (NOT_AT_HOME[one] for one in limits.exercise_not)
    for one in limits.regions:
        yield PRESSURE_LEFT[one.pressure]
        yield KNOWN.regions[one.region].name


@CLIENTS
def test_every_limit_stands_on_the_sheet(seed):
    plan, intake = visit(seed)
    told = words_of(therapists_papers(plan, intake)["sheet"])
    assert [one for one in expected(plan.limits) if one.lower() not in told] == []


@CLIENTS
def test_every_place_that_is_worked_is_in_the_list_and_on_the_chart(seed):
    plan, intake = visit(seed)
    sheet = therapists_papers(plan, intake)["sheet"]
    hands = {
        region
        for one in (plan.massage.techniques if plan.massage else ())
        for region in one.regions
    }
    names = " ".join(one.where for one in sheet.places)
    assert [one for one in hands if KNOWN.regions[one].name not in names] == []
    drawn = {one.number for one in sheet.chart.numbers} if sheet.chart else set()
    assert drawn == {one.number for one in sheet.places}


@CLIENTS
def test_no_place_is_firmer_than_its_limit(seed):
    plan, intake = visit(seed)
    firmest = {"light": 0, "moderate": 1, "firm": 2}
    places = worked(plan.massage, KNOWN) if plan.massage else ()
    rows = therapists_papers(plan, intake)["sheet"].places
    for place, one in zip(places, rows, strict=True):
        caps = [cap.pressure for cap in plan.limits.regions if cap.region in place.regions]
        most = min([firmest[cap.value] for cap in (*caps, plan.limits.pressure) if cap], default=2)
        said = max(firmest[word] for word in firmest if word in one.firm)
        assert said <= most


@CLIENTS
def test_every_number_on_the_sheet_is_a_source_of_the_evidence(seed):
    plan, intake = visit(seed)
    papers = therapists_papers(plan, intake)
    listed = [one.number for one in papers["evidence"].sources]
    assert listed == list(range(1, len(listed) + 1))
    marks = [why.mark for one in papers["sheet"].limits for why in one.whys]
    told = {int(one) for mark in marks for one in re.findall(r"\d+", mark)}
    assert told <= set(listed)
    of_reasons = [one for one in plan.reasons if one.sources]
    assert bool(of_reasons) <= bool(told)


def _pages(plan, intake):
    return pages(therapist_pdf(plan, intake, KNOWN))


def _is_one_page(told):
    first, *evidence = told
    assert "Sheet 1 of 1" in first
    assert "Therapist signs" in first
    assert all("Sheet 1 of 1" not in page and "Evidence and sources" in page for page in evidence)


@CLIENTS
def test_the_sheet_is_one_page_on_both_papers(seed):
    plan, intake = visit(seed)
    for locale in (Locale.US, Locale.UK):
        _is_one_page(_pages(plan.replaced(locale=locale), intake))


def texts_in(papers):
    """Every sentence of both papers that is longer than a name."""
    sheet, evidence = papers["sheet"], papers["evidence"]
    told = [line for one in sheet.pieces for line in one.lines]
    told += [why.says for one in sheet.limits for why in one.whys]
    told += [sheet.course.stop, sheet.course.at_once, sheet.course.often, sheet.course.cost]
    told += [f"{claim.says} {claim.grade}" for one in evidence.chosen for claim in one.claims]
    told += [one.says for one in evidence.with_care]
    told += [one.why for one in evidence.not_chosen]
    told += evidence.wishes
    return [one for one in told if len(one) > 40]


@pytest.mark.parametrize("name", HANDED_OUT)
def test_no_text_stands_twice(name):
    told = texts_in(therapists_papers(plan_of(name), sample(name)))
    assert sorted(one for one in told if told.count(one) > 1) == []


@CLIENTS
def test_no_text_of_anybody_stands_twice(seed):
    told = texts_in(therapists_papers(*visit(seed)))
    assert sorted(one for one in told if told.count(one) > 1) == []


@CLIENTS
def test_what_leaves_the_sheet_stands_whole_in_the_evidence(seed):
    plan, intake = visit(seed)
    sheet = therapists_papers(plan, intake)["sheet"]
    told = _run_together(" ".join(_pages(plan, intake)))
    lines = [line for one in sheet.pieces for line in one.lines]
    lines += [why.says for one in sheet.limits for why in one.whys]
    assert [one for one in lines if _run_together(flat(one)) not in told] == []


def _run_together(words):
    """Words without their spaces: a line that ends in "Joint/" reads as if one stood there."""
    return words.replace(" ", "")


def test_a_clinicians_limit_stands_on_top_with_name_and_day():
    intake = answered_no(
        client_with("neck-pain", answers={"p-dvt-recent": "yes"}, clearances=[CLEARED])
    )
    plan = first_visit(intake, KNOWN)
    binding = therapists_papers(plan, intake)["sheet"].binding
    (agreed,) = binding.agreed
    assert all(part in agreed for part in ("Dr Okonjo", "20 November 2026", "30 minutes at most"))
    assert "at most 30 minutes" in binding.limits
    told, *_ = _pages(plan, intake)
    assert told.index("Dr Okonjo") < told.index("What, where, how firm")


@pytest.mark.parametrize(("answers", "most"), [({}, 5), ({"p-anticoagulant": "yes"}, 3)])
def test_how_much_discomfort_is_agreed_on_is_one_number_in_words_and_at_each_place(answers, most):
    """The words that are talked through name both numbers."""
    intake = answered_no(client_with("low-back-pain", answers=answers))
    plan = first_visit(intake, KNOWN)
    (agreed,) = [one for one in plan.talk if one.startswith("Agree on pressure")]
    assert "discomfort of at most 5 out of 10, and at most 3 out of 10" in agreed
    told = " ".join(_pages(plan, intake))
    assert {int(one) for one in re.findall(r"up to (\d+)/10", told)} == {most}


def test_what_the_client_was_not_sure_of_is_said_so_wherever_it_stands():
    intake = answered_no(client_with("low-back-pain", answers={"p-anticoagulant": "unsure"}))
    plan = first_visit(intake, KNOWN)
    papers = therapists_papers(plan, intake)
    label = KNOWN.rows["p-anticoagulant"].label
    whys = [why.why for one in papers["sheet"].limits for why in one.whys]
    names = [*whys, *(one.name for one in papers["evidence"].changed)]
    assert [one for one in names if label in one and "(not sure)" not in one] == []
    assert any(label in one for one in names)


def test_the_dated_list_is_the_plans_own_and_the_money_is_counted_from_it():
    intake = client_with("low-back-pain", preferences={"session_price": 80})
    plan = first_visit(intake, KNOWN)
    course = therapists_papers(plan, intake)["sheet"].course
    given = of_massage(visits_of(plan))
    assert len(course.visits) == len(visits_of(plan))
    assert [one.review for one in course.visits].count(True) == 1
    assert f"{len(given)} visits at 80.00 USD: {80 * len(given):,}.00 USD in all." in course.cost
    assert sum(int(one) for one in re.findall(r"(\d+) visits?,", course.often)) == len(given)


def test_a_plan_without_visits_says_nothing_of_money():
    declined = {"techniques_declined": sorted(KNOWN.techniques), "session_price": 80}
    intake = client_with("neck-pain", preferences=declined)
    sheet = therapists_papers(first_visit(intake, KNOWN), intake)["sheet"]
    assert sheet.course.cost == "" and sheet.chart is None and sheet.places == ()


def test_consent_is_open_until_it_was_recorded():
    plan = plan_of("low-back-nothing-flagged")
    still = therapists_papers(plan)["sheet"].consent
    given = Consent(on=date(2026, 11, 23), points=tuple(Point), by=AgreedBy.CLIENT)
    recorded = therapists_papers(plan, consent=given)["sheet"].consent
    assert not any(one.ticked for one in still.boxes) and still.told == ""
    assert recorded.boxes[0].ticked and "23 November 2026" in recorded.told


def test_a_score_nobody_gave_is_left_out_and_never_nought():
    intake = client_with("low-back-pain", severity={"average": 0})
    rows = therapists_papers(first_visit(intake, KNOWN), intake)["sheet"].standing.rows
    assert [(one.name, one.today) for one in rows] == [("Pain, average of the week", "0")]


def test_only_the_evidence_says_that_no_clinician_signed_the_facts_off():
    plan, intake = plan_of("knee-anticoagulant"), sample("knee-anticoagulant")
    sheet, *evidence = _pages(plan, intake)
    assert "No clinician has checked" not in sheet
    assert "No clinician has checked" in " ".join(evidence)


def test_the_evidence_says_of_each_source_how_far_it_was_read():
    plan, intake = plan_of("knee-anticoagulant"), sample("knee-anticoagulant")
    sources = therapists_papers(plan, intake)["evidence"].sources
    assert {one.checked for one in sources} <= {"read", "partly read", "not checked"}
    told = " ".join(pages(evidence_pdf(plan, intake, KNOWN)))
    assert all(flat(one.citation)[:40] in told for one in sources)
    assert "Therapist signs" not in told


def test_an_override_and_a_missing_review_are_printed():
    plan = plan_of("knee-anticoagulant")
    reason = plan.reasons[0].replaced(
        cleared_by="Dr Roe, 2026-11-20", overridden="tried", awaits_review=True
    )
    papers = therapists_papers(plan.replaced(reasons=(reason,)))
    assert "Cleared by Dr Roe, 2026-11-20" in papers["sheet"].binding.agreed
    assert "set aside by the therapist (tried)" in papers["evidence"].changed[0].name
    assert "Awaits review by a clinician." in papers["evidence"].changed[0].state


def test_what_was_not_chosen_is_grouped_by_reason():
    for name in HANDED_OUT:
        plan = plan_of(name)
        left_out = therapists_papers(plan)["evidence"].not_chosen
        assert len({one.why for one in left_out}) == len(left_out)


@pytest.mark.parametrize("make", [therapist_pdf, evidence_pdf])
@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_neither(make, name):
    with pytest.raises(NotForHandout, match="-pdf: "):
        make(plan_of(name), sample(name), KNOWN)


def test_both_papers_are_tagged_and_the_same_bytes_twice():
    plan, intake = plan_of("three-sources"), sample("three-sources")
    made = therapist_pdf(plan, intake, KNOWN)
    assert made == therapist_pdf(plan, intake, KNOWN)
    assert b"pdfuaid" in made
    assert PdfReader(io.BytesIO(made)).metadata.title == "Therapist's sheet"
