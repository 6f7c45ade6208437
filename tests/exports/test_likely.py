"""What massage is likely to do: told to the client plainly, and to the therapist with how sure."""

import json

import pytest

from planner.exports.paper import pdf
from planner.exports.paper.client_page import client_page
from planner.knowledge import load
from planner.model.plan import read_plan
from planner.model.vocabulary import Certainty
from planner.visit.main_line import first_visit
from tests.conftest import client_with
from tests.exports.conftest import flat, pages, plan_for, therapists_papers

KNOWN = load()
TWO = [{"condition": one, "months": 18, "assessed": True} for one in ("sciatica", "low-back-pain")]


@pytest.mark.parametrize("condition", sorted(KNOWN.conditions))
def test_every_pain_source_has_its_own_paragraph_on_the_clients_page(condition):
    plan = first_visit(client_with(condition), KNOWN)
    (told,) = plan.massage.likely
    assert (told.condition, told.says) == (condition, KNOWN.likely[condition].plain)
    assert client_page(plan, KNOWN).likely == (told.says,)
    assert set(told.sources) <= {one.id for one in plan.sources}


def test_no_two_pain_sources_are_told_the_same():
    assert len({one.plain for one in KNOWN.likely.values()}) == len(KNOWN.conditions)


def test_it_is_behind_page_one_and_in_the_therapists_part():
    told = pages(pdf.plan_pdf(plan_for("neck-pain"), KNOWN))
    paragraph = flat(KNOWN.likely["neck-pain"].plain)
    assert flat(" ".join(told[1:])).count(paragraph) > 1
    assert flat(KNOWN.likely["neck-pain"].sure) in flat(" ".join(told[1:]))


def test_several_pain_sources_are_told_apart():
    told = client_page(first_visit(client_with("sciatica", pain=TWO), KNOWN), KNOWN).likely
    assert [one.partition(":")[0] for one in told] == [
        "Pain down the leg from the back",
        "Low back pain",
    ]


def test_that_there_is_little_gain_is_never_shown_as_certainty_of_a_gain():
    assert KNOWN.findings["neck-cochrane-2024"].certainty is Certainty.MODERATE
    assert KNOWN.likely["neck-pain"].certainty is Certainty.NOT_GRADED
    likely, *_ = therapists_papers(plan_for("neck-pain"))["evidence"].chosen
    assert [(one.grade, one.dots) for one in likely.claims] == [("not graded", 0)]
    whys = [why for one in plan_for("neck-pain").massage.techniques for why in one.why]
    beside_it = [one for one in whys if "neck-cochrane-2024" in one.sources]
    assert beside_it
    assert {one.certainty for one in beside_it} == {Certainty.NOT_GRADED}


def test_a_gain_is_never_told_as_surer_than_moderate():
    surest = {Certainty.HIGH, Certainty.MODERATE}
    assert not [key for key, one in KNOWN.likely.items() if one.certainty in surest]


def test_a_plan_without_massage_promises_nothing_of_it():
    declined = {"techniques_declined": sorted(KNOWN.techniques)}
    plan = first_visit(client_with("neck-pain", preferences=declined), KNOWN)
    assert client_page(plan, KNOWN).likely == ()


def test_a_plan_of_an_earlier_edition_has_none_and_still_opens():
    plan = plan_for("neck-pain").model_dump(mode="json")
    del plan["massage"]["likely"]
    old = read_plan(json.dumps(plan), KNOWN.known_ids)
    assert client_page(old, KNOWN).likely == ()
    chosen = therapists_papers(old)["evidence"].chosen
    assert not [one for one in chosen if "likely to do" in one.of]
