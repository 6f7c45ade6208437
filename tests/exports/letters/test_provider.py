"""The letter to whoever gives a therapy: their part of the plan, and what binds it."""

import json

import pytest

from planner.command import run
from planner.exports.documents import due, letter, letters
from planner.exports.given import Given
from planner.exports.paper.letters.provider import provider_letter
from planner.model.assessment import Assessment, Easing
from planner.model.edits import Edit, OwnTask
from planner.model.errors import NotForHandout
from planner.model.ids import LineId
from planner.model.vocabulary import Change
from planner.visit.main_line import first_visit
from planner.words import SOURCE
from tests.conftest import SAMPLE_NAMES, client_with, sample
from tests.exports.conftest import flat, pages
from tests.practices import oak_street
from tests.vignettes.people import KNOWN

WANTS = {"goals": [{"goal": "walk to the shops", "rating": 4}], "therapies_interested": ["yoga"]}


def parts(intake, therapy):
    plan = first_visit(intake, KNOWN)
    (line,) = [one for one in plan.complementary if one.id == therapy]
    return provider_letter(line, plan, intake, KNOWN)


def page_of(intake, therapy):
    given = Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE, oak_street())
    (page,) = pages(letter(therapy).make(given))
    return flat(page)


@pytest.mark.parametrize("name", SAMPLE_NAMES)
def test_there_is_a_letter_for_each_therapy_of_a_plan_that_may_leave(name):
    plan = first_visit(sample(name), KNOWN)
    offered = [one for one in due(plan) if one.kind == "letter"]
    left = plan.clearance.may_be_handed_out
    assert [one.name for one in offered] == [
        f"letter-{one.id}" for one in plan.complementary if left
    ]


def test_a_task_of_the_therapists_own_is_told_too():
    own = OwnTask(name="Calf raises on the stair", minutes=5)
    edit = Edit(line=LineId("own:1"), change=Change.ADD, own=own)
    intake = sample("knee-anticoagulant").replaced(edits=(edit,))
    assert "Calf raises on the stair: " in page_of(intake, "physical-therapy")


def test_a_therapy_that_is_not_in_the_plan_has_no_letter():
    intake = sample("knee-anticoagulant")
    given = Given(first_visit(intake, KNOWN), intake, KNOWN, SOURCE)
    with pytest.raises(NotForHandout, match="yoga"):
        letter("yoga").make(given)


def test_what_binds_the_therapy_is_told_and_what_the_client_is_not_sure_of_stays_so():
    told = parts(sample("knee-anticoagulant"), "physical-therapy").mind
    assert any("Blood thinner" in one for one in told)
    assert any("Dry needling" in one for one in told)
    assert not any("Tell a" in one for one in told), "who reads it is not told to tell themselves"
    unsure = client_with("knee-osteoarthritis", answers={"p-anticoagulant": "unsure"})
    (first, *_) = parts(unsure, "physical-therapy").mind
    assert "not sure" in first


def test_no_sign_that_was_not_asked_or_was_a_yes_stands_among_those_answered_no():
    intake = client_with("low-back-pain", preferences=WANTS)
    assert parts(intake, "yoga").asked
    blank = intake.replaced(answers={})
    plan = first_visit(intake, KNOWN)
    line = next(one for one in plan.complementary if one.id == "yoga")
    assert provider_letter(line, plan, blank, KNOWN).asked == ()
    private = {one.label for one in KNOWN.rows.values() if one.private}
    assert not private & {*parts(intake, "yoga").asked}


def test_what_the_client_wants_and_what_makes_it_worse_or_better_is_on_the_page():
    eased = Assessment(eases=(Easing.WALKING,))
    intake = client_with("low-back-pain", preferences=WANTS).replaced(assessment=eased)
    told = page_of(intake, "yoga")
    for words in ("walk to the shops (4 of 10 now", "Better with", "walking", "page 1 of 1",
                  "I agree that this letter goes", "Yoga for low back pain"):  # fmt: skip
        assert words in told, words
    assert "Worse with" not in told


def test_massage_and_home_tasks_are_those_of_the_plan():
    intake = sample("knee-anticoagulant")
    plan, told = first_visit(intake, KNOWN), parts(intake, "physical-therapy")
    assert f"{plan.massage.phases[0].minutes} minutes" in told.we_do
    names = [KNOWN.self_care[one.id].name for one in plan.self_care]
    assert [one.split(":")[0] for one in told.at_home] == names


def test_the_command_writes_one_letter_or_all_of_them(tmp_path, capsys):
    path, folder = tmp_path / "intake.json", tmp_path / "letters"
    folder.mkdir()
    path.write_text(sample("knee-anticoagulant").model_dump_json(exclude_none=True, by_alias=True))
    one = tmp_path / "pt.pdf"
    assert run(["plan", str(path), "--letter", "physical-therapy", str(one),
                "--letters", str(folder)]) == 0  # fmt: skip
    plan = first_visit(sample("knee-anticoagulant"), KNOWN)
    assert json.loads(capsys.readouterr().out)["complementary"]
    assert {one.name for one in folder.iterdir()} == {one.file_name(plan) for one in letters(plan)}
    assert one.read_bytes() == (folder / letter("physical-therapy").file_name(plan)).read_bytes()
    assert run(["plan", str(path), "--letter", "nonsense", str(one)]) == 2
    assert "is not one of" in capsys.readouterr().err
