"""The handout as a file: tagged, reproducible, complete for the therapist."""

import io

import pytest
from pypdf import PdfReader

from planner.exports.paper.pdf import plan_pdf
from planner.knowledge import load
from planner.knowledge.names import name_of
from planner.model.errors import NotForHandout
from planner.visit.main_line import first_visit
from tests.conftest import sample
from tests.exports.conftest import HANDED_OUT, flat, pages, plan_for, plan_of

A4, LETTER = (595, 842), (612, 792)


def test_every_line_of_the_plan_reaches_the_therapist_with_its_reason(plan, printed, knowledge):
    told = " ".join(printed[1:])
    for technique in plan.massage.techniques:
        assert knowledge.techniques[technique.id].name in told
        assert all(flat(why.says) in told for why in technique.why)
    for reason in plan.reasons:
        assert flat(reason.says) in told
    for one in plan.not_chosen:
        assert flat(name_of(one.id, knowledge)) in told


@pytest.mark.parametrize("name", HANDED_OUT[:2])
def test_the_same_plan_gives_the_same_bytes(name):
    assert plan_pdf(plan_of(name), load()) == plan_pdf(plan_of(name), load())


def test_the_file_is_tagged_accessible_titled_and_dated(plan, handed_out):
    reader = PdfReader(io.BytesIO(handed_out))
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert reader.trailer["/Root"]["/Lang"] == "en"
    assert b"pdfuaid" in handed_out
    assert reader.metadata.title == "Your plan"
    assert reader.metadata.creation_date.date() == plan.on


@pytest.mark.parametrize(
    ("locale", "paper"), [("US", LETTER), ("CA", LETTER), ("UK", A4), ("NZ", A4), ("EU", A4)]
)
def test_paper_is_that_of_the_place(locale, paper):
    box = PdfReader(io.BytesIO(plan_pdf(plan_for(locale=locale), load()))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == paper


@pytest.mark.parametrize("label", ["*_#[] $x$ @a", '#read("/etc/passwd")', "<b>", "\\u{41} `c`"])
def test_a_name_is_words_and_never_markup(label):
    assert label in pages(plan_pdf(plan_for(client={"label": label, "age": 40}), load()))[0]


@pytest.mark.parametrize("label", ["山田 太郎", "محمد", "😀", "A\u202eB\x07"])
def test_a_name_in_any_letters_never_costs_the_handout(label):
    told = pages(plan_pdf(plan_for(client={"label": label, "age": 40}), load()))[0]
    assert "Your plan from" in told
    assert "Stop and call" in told


@pytest.mark.parametrize("name", ["hold-clot", "stop-cauda-equina"])
def test_a_stop_or_a_hold_gives_no_plan(name):
    with pytest.raises(NotForHandout, match="pdf: "):
        plan_pdf(plan_of(name), load())


def test_a_draft_is_not_handed_out():
    asked = sample("low-back-nothing-flagged").model_copy(update={"answers": {}})
    with pytest.raises(NotForHandout, match="ask"):
        plan_pdf(first_visit(asked, load()), load())
