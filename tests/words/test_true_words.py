"""What is printed is what was said: not sure stays so, and hands only where hands are laid."""

import re

import pytest

from planner.exports.files.fhir.bundle import plan_fhir
from planner.exports.paper.client_page import client_page
from planner.knowledge import load
from planner.model.vocabulary import Clearance
from planner.visit.main_line import first_visit
from tests.conftest import answered_no, client_with
from tests.exports.conftest import therapists_papers

KNOWN = load()
NOT_SURE = re.compile("You were not sure about this|: please find out")
PAIN = "low-back-pain"
FACTS = re.compile(
    r"\b(You (take|have|had|are|bleed|do not like)"
    r"|Your (tablets|bones|legs|skin|heart needs|joints move|last fit|blood pressure is))\b"
)
HANDS = re.compile(r"\b([Ww]e press|the pressure|strokes|low table|light touch|gently)\b")
LASTING = sorted(KNOWN.precautions)
HELD = [one for one, row in KNOWN.rows.items() if row.clearance is Clearance.HOLD]


def said(row, answer, **more):
    intake = client_with(PAIN, answers={row: answer}, **more)
    return first_visit(answered_no(intake), KNOWN)


def reason(plan, row):
    return next((one for one in plan.reasons if one.id == row), None)


@pytest.mark.parametrize("row", LASTING)
def test_what_the_client_was_not_sure_of_is_never_told_as_a_fact(row):
    plan = said(row, "unsure")
    told = reason(plan, row)
    if told is None:  # said by another row already, or of an age
        return
    assert told.unsure
    assert NOT_SURE.search(told.plain)
    assert not FACTS.search(told.plain), told.plain


@pytest.mark.parametrize("row", LASTING)
def test_a_yes_is_told_without_a_doubt(row):
    told = reason(said(row, "yes"), row)
    assert told is None or (not told.unsure and "not sure" not in told.plain)


def test_every_paper_keeps_the_doubt():
    plan = said("p-anticoagulant", "unsure", preferences={"therapies_interested": ["acupuncture"]})
    page = client_page(plan, KNOWN)
    assert any(NOT_SURE.search(line) for line in page.care)
    assert "not sure" in page.tell
    limit, *_ = therapists_papers(plan)["sheet"].limits
    assert "(not sure)" in limit.whys[0].why
    assert "Not sure about this: Blood thinner" in plan_fhir(plan, KNOWN)
    giver = [line for one in plan.complementary for line in one.cautions if "Blood thinner" in line]
    assert giver and all("not sure" in line for line in giver)


def test_a_degree_the_client_was_not_sure_of_is_named():
    answers = {"p-diabetes": "yes", "p-diabetes:complications": "unsure"}
    plan = first_visit(answered_no(client_with(PAIN, answers=answers)), KNOWN)
    told = reason(plan, "p-diabetes")
    assert told.unsure and KNOWN.follow_ups["p-diabetes:complications"].label in told.plain


@pytest.mark.parametrize("row", LASTING)
def test_a_plan_without_massage_says_nothing_of_how_we_massage(row):
    declined = {"techniques_declined": sorted(KNOWN.techniques)}
    plan = said(row, "yes", preferences=declined)
    if plan.clearance is not Clearance.ADJUST:
        return
    assert plan.massage is None
    assert [one for one in client_page(plan, KNOWN).care if HANDS.search(one)] == []


@pytest.mark.parametrize(
    "row", [one for one, row in KNOWN.rows.items() if row.clearance is Clearance.HOLD]
)
def test_after_a_clearance_nothing_waits_for_one(row):
    clearance = {"for": row, "by": "Dr Day", "on": "2026-11-20", "limits": "light only"}
    plan = said(row, "yes", clearances=[clearance])
    techniques = plan.massage.techniques if plan.massage else ()
    told = reason(plan, row)
    lines = [told.says, told.plain, *(line for one in techniques for line in one.adjustments)]
    assert [line for line in lines if re.search(r"[Ww]ait|until .* (clears|agrees)", line)] == []


@pytest.mark.parametrize("pain", sorted(KNOWN.conditions))
def test_without_massage_nothing_is_talked_through_that_is_of_massage(pain):
    declined = {"techniques_declined": sorted(KNOWN.techniques)}
    plan = first_visit(client_with(pain, preferences=declined), KNOWN)
    assert plan.massage is None
    of_hands = {KNOWN.conditions[pain].note, *(one.says for one in KNOWN.consent.values())}
    assert of_hands.isdisjoint(plan.talk)
    assert [one for one in plan.talk if re.search("[Mm]assage|hands|pressure", one)] == []
