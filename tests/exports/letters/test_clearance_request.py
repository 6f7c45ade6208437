"""The request for clearance asks one question about one plan, and its answer binds that plan."""

import json

import pytest

from planner.command import run
from planner.exports.documents import NOTE_PDF
from planner.exports.given import Given
from planner.exports.notes.note import note_for
from planner.exports.paper.letters.clearance_request import clearance_request
from planner.exports.paper.letters.frame import About
from planner.exports.paper.letters.planned import once_cleared
from planner.knowledge.entries.safety import ClearedBy
from planner.model.intake import ClinicianClearance
from planner.model.plan import Reason
from planner.model.vocabulary import Clearance
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from planner.words.answer import IN_ORDER
from tests.conftest import client_with, sample
from tests.exports.conftest import flat, pages
from tests.practices import oak_street
from tests.vignettes.people import KNOWN

HOLDS = [one.id for one in KNOWN.rows.values() if one.clearance is Clearance.HOLD]


def held(row, **changes):
    degrees = (one.id for one in KNOWN.follow_ups_of.get(row, ()))
    calm = dict.fromkeys(degrees, "no")
    return client_with("low-back-pain", answers={**calm, row: "yes"}, **changes)


def request_for(intake):
    plan = first_visit(intake, KNOWN)
    return clearance_request(About(plan, note_for(plan, intake, KNOWN), intake, KNOWN))


def page_of(intake):
    plan = first_visit(intake, KNOWN)
    practice = oak_street(fax="555 0199")
    (page,) = pages(NOTE_PDF.make(Given(plan, intake, KNOWN, SOURCE, practice)))
    return flat(page)


@pytest.mark.parametrize("row", HOLDS)
def test_every_hold_has_its_question_and_plans_nothing_until_it_is_answered(row):
    intake = held(row)
    plan = first_visit(intake, KNOWN)
    if plan.clearance is not Clearance.HOLD:
        pytest.skip("a degree of it is no hold")
    assert request_for(intake).question.endswith("?")
    assert plan.massage is None


@pytest.mark.parametrize("row", HOLDS)
def test_the_sentence_says_what_a_yes_without_limits_would_plan(row):
    intake = held(row)
    if first_visit(intake, KNOWN).clearance is not Clearance.HOLD:
        pytest.skip("a degree of it is no hold")
    yes = ClinicianClearance(of=row, by="Dr Roe", on=intake.on, confirmed=True)
    then = first_visit(intake.replaced(clearances=(*intake.clearances, yes)), KNOWN)
    planned = once_cleared(intake, KNOWN)
    if then.massage is None:
        assert planned is None or planned.nowhere_else
    else:
        assert planned is not None and planned.massage == then.massage


def test_a_held_plan_never_leaves_with_what_is_only_asked_about():
    intake = held("p-aneurysm")
    request_for(intake)
    assert first_visit(intake, KNOWN).massage is None


def test_who_may_decide_for_the_client_is_asked_and_no_clinician():
    letter = request_for(held("p-dementia-capacity"))
    assert KNOWN.rows["p-dementia-capacity"].cleared_by is ClearedBy.REPRESENTATIVE
    assert "agree" in letter.question
    assert letter.answer_of != request_for(held("p-sickle-cell")).answer_of
    told = page_of(held("p-dementia-capacity"))
    assert "clinician" not in told


def test_the_slip_tells_the_client_of_their_own_question_and_of_nothing_else():
    answers = {"p-sickle-cell": "yes", "p-diabetes": "yes"}
    intake = client_with("low-back-pain", answers=answers)
    (asked,) = request_for(intake).slip.asked
    assert asked == KNOWN.rows["p-sickle-cell"].plain
    assert KNOWN.rows["p-diabetes"].label in request_for(intake).background


def test_the_paper_asks_in_the_order_in_which_the_answer_is_typed_in():
    told = page_of(sample("hold-clot"))
    at = [told.index(name) for name in IN_ORDER if name not in ("Date",)]
    assert at == sorted(at)
    for one in ("yes, as planned", "yes, within limits", "not now", "Signature", "fax 555 0199"):
        assert one in told


ANSWER = {
    "--minutes": "30", "--times-a-week": "1", "--pressure": "light",
    "--leave-out": "thigh_back_left,thigh_back_right", "--until": "2027-02-20",
}  # fmt: skip


@pytest.fixture
def answered(tmp_path, capsys):
    """The plan once the paper's answer is typed in."""
    path = tmp_path / "visit.json"
    path.write_text(held("p-sickle-cell").model_dump_json(exclude_none=True, by_alias=True))
    words = [part for pair in ANSWER.items() for part in pair]
    assert run(["visit", "clear", str(path), "p-sickle-cell", "Dr Roe, GP", *words]) == 0
    path.write_text(capsys.readouterr().out)
    assert run(["plan", str(path)]) == 0
    return json.loads(path.read_text()), json.loads(capsys.readouterr().out)


def test_the_answer_of_the_paper_comes_back_as_bounds_that_bind_the_plan(answered):
    visit, plan = answered
    (kept,) = visit["clearances"]
    assert kept["until"] == "2027-02-20"
    assert kept["bounds"] == {
        "minutes": 30, "pressure": "light", "sessions_per_week": 1.0,
        "regions_avoid": ["thigh_back_left", "thigh_back_right"],
    }  # fmt: skip
    massage = plan["massage"]
    assert max(one["minutes"] for one in massage["phases"]) <= 30
    assert max(one["sessions_per_week"] for one in massage["phases"]) <= 1
    assert {one["pressure"] for one in massage["techniques"]} == {"light"}
    worked = {region for one in massage["techniques"] for region in one["regions"]}
    assert not worked & {"thigh_back_left", "thigh_back_right"}


def test_a_number_that_no_clinician_can_mean_is_refused(tmp_path, capsys):
    path = tmp_path / "visit.json"
    path.write_text(held("p-sickle-cell").model_dump_json(exclude_none=True, by_alias=True))
    wrong = ["--minutes", "5", "--leave-out", "nowhere"]
    assert run(["visit", "clear", str(path), "p-sickle-cell", "Dr Roe", *wrong]) == 2
    told = capsys.readouterr().err
    assert "minutes" in told and "nowhere" in told


def test_a_pain_that_has_clearly_risen_is_what_is_reported_and_the_last_massage_is_asked_about():
    last = first_visit(client_with("low-back-pain"), KNOWN)
    rise = Reason(
        id="clear-worsening", says="Average pain rose from 5 to 8.", plain="Your pain has gone up.",
        clearance=Clearance.HOLD, sources=(),
    )  # fmt: skip
    plan = last.replaced(clearance=Clearance.HOLD, reasons=(rise,), massage=None)
    intake = client_with("low-back-pain")
    note = note_for(plan, intake, KNOWN)
    assert note.reported == ("Average pain rose from 5 to 8.",)
    assert note.planned == ()
    letter = clearance_request(About(plan, note, intake, KNOWN, last))
    assert "risen" in letter.question
    assert f"{last.massage.phases[0].minutes} minutes" in letter.planned
