"""`python -m planner review` from a shell: an answer is exit 0, unusable input is exit 2."""

import json
from datetime import timedelta

import pytest

from planner.command import run
from planner.diary import csv_template
from planner.model.diary import DayWritten
from planner.model.plan import Plan
from planner.model.review import Review
from tests.conftest import SAMPLES
from tests.exports.conftest import pages
from tests.review.conftest import BEGAN, KNOWN, all_no, plan_of, wave
from tests.review.plans import BACK

MARKED = timedelta(days=1), timedelta(days=8), timedelta(days=15)


@pytest.fixture
def folder(tmp_path, capsys):
    """A plan as `plan` prints it, and a diary that fell, as the template has it."""
    assert run(["plan", str(SAMPLES[BACK])]) == 0
    (tmp_path / "plan.json").write_text(capsys.readouterr().out)
    write_diary(tmp_path / "diary.csv", wave(6, 28), wave(3.5, 28))
    return tmp_path


def write_diary(path, before, after, sessions=()):
    first = BEGAN - timedelta(days=len(before))
    days = [(first + timedelta(days=n), pain) for n, pain in enumerate([*before, *after])]
    rows = [DayWritten(day, pain, session=day in sessions) for day, pain in days]
    path.write_bytes(csv_template(rows))


def answer(capsys, folder, *more, plan="plan.json", diary="diary.csv"):
    code = run(["review", str(folder / plan), str(folder / diary), *more])
    out, err = capsys.readouterr()
    return code, json.loads(out) if out else None, err


def test_a_plan_and_its_diary_give_a_decision_with_the_next_plan(capsys, folder):
    code, found, err = answer(capsys, folder)
    assert (code, err) == (0, "")
    assert list(found)[:4] == ["decision", "reasons", "next_plan", "changes"]
    assert found["decision"] == "step-down"
    assert all(set(one) >= {"says", "sources"} for one in found["reasons"])
    assert found["changes"] == [
        "Massage: 3 visits, every 2 weeks, 60 minutes, not 6 visits, once a week, 60 minutes, "
        "then 3 visits, every 2 weeks, 60 minutes."
    ]
    Plan.model_validate_json(json.dumps(found["next_plan"]))


def test_without_started_the_days_are_compared_at_the_plans_own_day(capsys, folder):
    _, by_itself, _ = answer(capsys, folder)
    _, said, _ = answer(capsys, folder, "--started", BEGAN.isoformat())
    _, later, _ = answer(capsys, folder, "--started", "2026-12-07")
    assert by_itself == said
    assert later["progress"]["pain"]["days_before"] == 42


def test_a_next_plan_is_reviewed_against_the_days_before_the_first_one(capsys, folder):
    _, found, _ = answer(capsys, folder)
    (folder / "second.json").write_text(json.dumps(found["next_plan"]))
    code, again, _ = answer(capsys, folder, plan="second.json")
    assert (code, again["progress"]["began"]) == (0, BEGAN.isoformat())
    assert again["next_plan"]["supersedes"]["on"] == found["on"]


def test_sessions_are_those_the_diary_marks(capsys, folder):
    sessions = {BEGAN + one for one in MARKED}
    write_diary(folder / "diary.csv", wave(6, 28), wave(3.5, 28), sessions)
    _, found, _ = answer(capsys, folder)
    assert found["progress"]["sessions"] == {"done": 3, "planned": 4, "assumed": False}


def test_a_question_the_diary_leaves_open_is_an_answer_that_says_what_to_answer(capsys, folder):
    lines = [f"{day:02}/{month:02}/2026,5" for month in (10, 11, 12) for day in range(1, 13)]
    (folder / "open.csv").write_text("\n".join(["Date,Pain (0-10)", *lines]))
    code, found, err = answer(capsys, folder, diary="open.csv")
    assert (code, err, found["decision"]) == (0, "", "not-enough")
    (question,) = found["questions"]
    assert (question["ask"], question["choices"]) == ("date-order", ["dmy", "mdy"])
    assert "date-order: dmy, mdy" in found["reasons"][0]["says"]
    _, answered, _ = answer(capsys, folder, "--date-order", "dmy", diary="open.csv")
    assert answered["rule"] != "open-questions"


def test_what_was_asked_comes_from_a_file(capsys, folder):
    facts = {"format": 1, "goals": [{"goal": "walk", "before": 3, "now": 4}], "on": "2026-12-21"}
    (folder / "asked.json").write_text(json.dumps(facts))
    _, found, _ = answer(capsys, folder, "--follow-up", str(folder / "asked.json"))
    assert (found["decision"], found["on"]) == ("keep", "2026-12-21")


def test_with_the_intake_the_whole_screening_is_done_again(capsys, folder):
    intake = json.loads(SAMPLES[BACK].read_text())
    intake["preferences"]["therapies_declined"] = ["physical-therapy"]
    (folder / "intake.json").write_text(json.dumps(intake))
    _, found, _ = answer(capsys, folder, "--intake", str(folder / "intake.json"))
    assert "physical-therapy" not in {one["id"] for one in found["next_plan"]["complementary"]}


BROKEN = {
    "not json": ("{", "plan: is not JSON"),
    "another file": ('{"format": 1, "on": "2026-11-23"}', "plan.knowledge: is missing"),
    "a list": ("[]", "plan: "),
    "an unknown pain source": ('"low-back-pain"', "plan.conditions[0]: 'no-such-thing'"),
    "an unknown technique": ('"swedish"', "plan.massage.techniques[0].id: "),
    "an unknown region": ('"lower_back_right"', "'no-such-thing' is not a known region"),
    "an unknown home task": ('"aerobic:any:walking"', "'no-such-thing' is not a known home task"),
    "an unknown source": ('"clbp-cherkin-2011"', "'no-such-thing' is not a known source"),
    "a field too many": ('"draft"', "plan.no-such-thing: is not a field of a plan"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_plan_that_cannot_be_used_is_told_with_its_place(case, capsys, folder):
    content, told = BROKEN[case]
    if content.startswith('"'):
        content = (folder / "plan.json").read_text().replace(content, '"no-such-thing"')
    (folder / "broken.json").write_text(content)
    code, found, err = answer(capsys, folder, plan="broken.json")
    assert (code, found) == (2, None)
    assert told in err
    assert all(": " in line for line in err.splitlines())


def test_every_problem_of_every_file_is_told_at_once(capsys, folder):
    plan = json.loads((folder / "plan.json").read_text())
    plan["conditions"], plan["clearance"] = ["hiccups"], "fine"
    (folder / "broken.json").write_text(json.dumps(plan))
    (folder / "asked.json").write_text('{"overall": {"label": "much worse", "number": 2}, "x": 1}')
    (folder / "empty.csv").write_text("")
    more = ("--follow-up", str(folder / "asked.json"), "--intake", str(folder / "none.json"))
    code, _, err = answer(capsys, folder, *more, plan="broken.json", diary="empty.csv")
    assert code == 2
    for told in (
        "plan.conditions[0]: 'hiccups' is not a known condition",
        "plan.clearance: ",
        "follow-up.overall: 2 does not go with 'much worse', which is 6 here",
        "follow-up.x: is not a field of a follow-up",
        "none.json: cannot be read",
        "diary: This file is empty",
    ):
        assert told in err


@pytest.mark.parametrize("kind", ["review", "follow-up"])
def test_a_schema_names_every_field(kind, capsys, folder):
    assert run(["schema", kind]) == 0
    fields = set(json.loads(capsys.readouterr().out)["properties"])
    _, found, _ = answer(capsys, folder)
    assert (set(found) if kind == "review" else {"goals", "overall", "answers"}) <= fields
    assert set(Review.model_fields) == set(found)


def test_the_page_of_progress_waits_for_the_short_screen(capsys, folder):
    page = folder / "page.pdf"
    code, found, err = answer(capsys, folder, "--pdf", str(page))
    assert (code, found, page.exists()) == (2, None, False)
    assert "pdf: no page of progress is handed out while the clearance is 'ask'" in err


def test_the_page_of_progress_and_the_note_are_written(capsys, folder):
    facts = all_no(plan_of(BACK))
    (folder / "asked.json").write_text(facts.model_dump_json())
    files = ("--pdf", str(folder / "page.pdf"), "--note", str(folder / "note.txt"))
    code, _, err = answer(capsys, folder, "--follow-up", str(folder / "asked.json"), *files)
    assert (code, err) == (0, "")
    assert len(pages((folder / "page.pdf").read_bytes())) == 1
    assert "Assessment" in (folder / "note.txt").read_text()


def test_a_note_whose_file_ends_in_pdf_is_paper(capsys, folder):
    note = folder / "note.pdf"
    assert answer(capsys, folder, "--note", str(note))[0] == 0
    (told,) = pages(note.read_bytes())
    assert "Visit note" in told and "Assessment" in told


@pytest.mark.parametrize("row", ["rf-cauda-equina", "rf-dvt"])
def test_under_a_sign_the_letter_to_a_doctor_is_written_and_the_answer_given(capsys, folder, row):
    (folder / "asked.json").write_text(json.dumps({"answers": {row: "yes"}}))
    page = folder / "page.pdf"
    files = ("--follow-up", str(folder / "asked.json"), "--pdf", str(page))
    code, found, err = answer(capsys, folder, *files)
    assert (code, err, found["decision"]) == (0, "", "refer")
    told = pages(page.read_bytes())[0]
    assert "Signs" in told and "Pain now" not in told
    assert KNOWN.rows[row].label.split()[0] in told


def test_the_known_ids_cover_every_reason_a_next_plan_can_give():
    may_bind = {*KNOWN.region_rules, *KNOWN.conditions}
    told = {*KNOWN.rows, *KNOWN.combinations, *KNOWN.review_rules, *may_bind}
    assert told | set(KNOWN.retired) == KNOWN.known_ids["reason"]
