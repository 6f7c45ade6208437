"""The planner from a shell: an answer is exit 0, unusable input is exit 2 and never a traceback."""

import json
import os
import subprocess
import sys

import pytest

from planner.command import run
from tests.conftest import SAMPLE_NAMES, SAMPLES, sample_text

STOPPED = {"stop-cauda-equina", "hold-clot"}
GIVEN = [name for name in SAMPLE_NAMES if name not in STOPPED]


def path_of(name):
    return str(SAMPLES[name])


def answer(capsys, *arguments):
    code = run(arguments)
    out, err = capsys.readouterr()
    return code, out, err


@pytest.fixture
def intake_file(tmp_path):
    def write(**changes):
        intake = json.loads(sample_text("low-back-nothing-flagged"))
        path = tmp_path / "intake.json"
        path.write_text(json.dumps({**intake, **changes}))
        return str(path)

    return write


@pytest.mark.parametrize("name", GIVEN)
def test_a_sample_becomes_a_plan_a_pdf_and_a_table(name, capsys, tmp_path):
    pdf, table = tmp_path / "plan.pdf", tmp_path / "plan.csv"
    code, out, err = answer(capsys, "plan", path_of(name), "--pdf", str(pdf), "--csv", str(table))
    assert (code, err) == (0, "")
    assert json.loads(out)["clearance"] in ("proceed", "adjust")
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert table.read_text("utf-8-sig").startswith("what,part,dose,how often,minutes a session,")


def test_a_stop_is_an_answer_and_its_pdf_is_the_note(capsys, tmp_path):
    pdf = tmp_path / "note.pdf"
    code, out, _ = answer(capsys, "plan", path_of("stop-cauda-equina"), "--pdf", str(pdf))
    plan = json.loads(out)
    assert code == 0
    assert plan["clearance"] == "emergency"
    assert plan["massage"] is None
    assert plan["complementary"] == plan["self_care"] == []
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_a_plan_after_another_is_of_the_same_client_one_version_on(capsys, tmp_path, intake_file):
    first = json.loads(answer(capsys, "plan", path_of("low-back-nothing-flagged"))[1])
    before = tmp_path / "before.json"
    before.write_text(json.dumps(first))
    later = intake_file(on="2026-12-07")
    code, out, err = answer(capsys, "plan", later, "--after", str(before))
    plan = json.loads(out)
    assert (code, err) == (0, "")
    assert (plan["client_id"], plan["version"]) == (first["client_id"], 1)
    assert json.loads(answer(capsys, "plan", later)[1])["client_id"] != first["client_id"]


def test_a_plan_of_another_client_or_of_a_later_day_cannot_be_followed(
    capsys, tmp_path, intake_file
):
    before = tmp_path / "before.json"
    named = {"label": "A.R.", "age": 44, "id": "one"}
    before.write_text(answer(capsys, "plan", intake_file(client=named))[1])
    other = intake_file(client={**named, "id": "two"})
    code, _, err = answer(capsys, "plan", other, "--after", str(before))
    assert (code, err) == (2, "after: is a plan of another client\n")
    early = intake_file(client=named, on="2026-11-20")
    code, _, err = answer(capsys, "plan", early, "--after", str(before))
    assert code == 2
    assert "after: is of 23 November 2026" in err


def test_a_calendar_rings_only_where_an_alarm_was_asked_for(capsys, tmp_path, intake_file):
    ics = tmp_path / "plan.ics"
    wishes = {**json.loads(sample_text("low-back-nothing-flagged"))["preferences"], "time": "09:30"}
    call = ("plan", intake_file(preferences=wishes), "--ics", str(ics))
    answer(capsys, *call)
    assert b"VALARM" not in ics.read_bytes()
    answer(capsys, *call, "--alarm", "45")
    assert b"TRIGGER:-PT45M" in ics.read_bytes()
    for wrong in ("0", "soon", "1441"):
        code, _, err = answer(capsys, *call, "--alarm", wrong)
        assert code == 2
        assert f"'{wrong}' is not a number of minutes from 1 to 1440" in err


def test_what_is_no_plan_cannot_be_followed(capsys, tmp_path, intake_file):
    before = tmp_path / "before.json"
    before.write_text("{}")
    code, out, err = answer(capsys, "plan", intake_file(), "--after", str(before))
    assert (code, out) == (2, "")
    assert "clearance: is missing" in err


@pytest.mark.parametrize("kind", ["csv", "ics", "fhir"])
@pytest.mark.parametrize("name", sorted(STOPPED))
def test_under_a_stop_or_hold_no_plan_leaves_in_any_other_form(name, kind, capsys, tmp_path):
    out_file = tmp_path / "out"
    code, _, err = answer(capsys, "plan", path_of(name), f"--{kind}", str(out_file))
    assert code == 2
    assert err.strip()
    assert not out_file.exists()


@pytest.mark.parametrize("kind", ["pdf", "csv", "ics", "fhir"])
def test_with_questions_open_nothing_leaves(kind, capsys, intake_file, tmp_path):
    out_file = tmp_path / "out"
    code, _, err = answer(capsys, "plan", intake_file(answers={}), f"--{kind}", str(out_file))
    assert code == 2
    assert err.strip()
    assert not out_file.exists()


def test_a_hold_has_its_note_whatever_else_is_still_open(capsys, intake_file, tmp_path):
    out_file = tmp_path / "note.pdf"
    held = intake_file(answers={"p-aneurysm": "yes", "p-aneurysm:burst": "no"})
    code, out, _ = answer(capsys, "plan", held, "--pdf", str(out_file))
    assert (code, json.loads(out)["clearance"]) == (0, "hold")
    assert out_file.read_bytes().startswith(b"%PDF-")


def test_with_questions_open_the_plan_is_a_draft_that_names_them(capsys, intake_file):
    code, out, _ = answer(capsys, "plan", intake_file(answers={}))
    plan = json.loads(out)
    assert (code, plan["clearance"], plan["draft"]) == (0, "ask", True)
    assert "rf-cauda-equina" in plan["unanswered"]


def test_questions_are_those_the_plan_waits_for(capsys, intake_file):
    path = intake_file(answers={})
    _, asked, _ = answer(capsys, "questions", path)
    _, planned, _ = answer(capsys, "plan", path)
    assert [one["id"] for one in json.loads(asked)] == json.loads(planned)["unanswered"]
    assert all(one["question"] and one["group"] for one in json.loads(asked))


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("not json", "is not JSON"),
        ('{"format": 1}', "client: is missing"),
        ('{"format": 2, "on": "x"}', "format: "),
    ],
)
def test_bad_input_is_told_with_its_place(content, told, capsys, tmp_path):
    path = tmp_path / "bad.json"
    path.write_text(content)
    code, out, err = answer(capsys, "plan", str(path))
    assert (code, out) == (2, "")
    assert told in err


def test_every_problem_has_its_own_line(capsys, intake_file):
    path = intake_file(severity={"average": 15}, locale="XX", answers={"rf-x": "no"})
    code, _, err = answer(capsys, "plan", path)
    assert code == 2
    assert {line.split(":")[0] for line in err.splitlines()} == {
        "severity.average",
        "locale",
        "answers.rf-x",
    }


def test_a_file_that_is_not_there_is_a_sentence(capsys, tmp_path):
    code, _, err = answer(capsys, "plan", str(tmp_path / "none.json"))
    assert code == 2
    assert "none.json: cannot be read" in err


def test_a_folder_instead_of_a_file_is_a_sentence(capsys, tmp_path):
    code, _, err = answer(capsys, "questions", str(tmp_path))
    assert code == 2
    assert "cannot be read" in err


def test_a_pdf_that_cannot_be_written_is_a_sentence(capsys, tmp_path):
    target = str(tmp_path / "no-folder" / "plan.pdf")
    code, _, err = answer(capsys, "plan", path_of("three-sources"), "--pdf", target)
    assert code == 2
    assert "cannot be written" in err


@pytest.mark.parametrize("arguments", [[], ["plan"], ["fly"], ["schema", "cat"]])
def test_an_unknown_call_is_a_sentence(arguments, capsys):
    code, out, err = answer(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.startswith("command: ")


@pytest.mark.parametrize("kind", ["intake", "plan"])
def test_a_schema_names_every_field_of_a_sample(kind, capsys):
    code, out, _ = answer(capsys, "schema", kind)
    fields = set(json.loads(out)["properties"])
    text = SAMPLES["three-sources"].read_text()
    if kind == "plan":
        _, text, _ = answer(capsys, "plan", path_of("three-sources"))
    assert code == 0
    assert set(json.loads(text)) <= fields


def test_a_reader_that_has_seen_enough_is_no_fault():
    reads, writes = os.pipe()
    os.close(reads)
    with os.fdopen(writes, "wb") as closed:
        call = [sys.executable, "-m", "planner", "plan", path_of("three-sources")]
        ended = subprocess.run(call, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (ended.returncode, ended.stderr) == (0, b"")


@pytest.mark.parametrize("name", sorted(STOPPED))
def test_the_note_of_a_stop_or_hold_is_text_too(name, capsys, tmp_path):
    note = tmp_path / "note.txt"
    code, _, err = answer(capsys, "plan", path_of(name), "--note", str(note))
    assert (code, err) == (0, "")
    assert "It is not a diagnosis." in note.read_text()


@pytest.mark.parametrize("name", ["knee-anticoagulant", *sorted(STOPPED)[:2]])
def test_a_note_whose_file_ends_in_pdf_is_paper(name, capsys, tmp_path):
    note = tmp_path / "note.pdf"
    assert answer(capsys, "plan", path_of(name), "--note", str(note))[0] == 0
    assert note.read_bytes().startswith(b"%PDF")


def test_a_diary_at_a_glance_is_printed_and_none_where_no_day_tells_of_pain(tmp_path, capsys):
    path = tmp_path / "diary.csv"
    lines = (f"2026-01-{day:02d},{6 - day // 16}" for day in range(1, 32))
    path.write_text("\n".join(["Date,Pain (0-10)", *lines]))
    assert run(["diary", str(path), "--summary", "--started", "2026-01-16"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["logged"], found["before"]["average"], found["lately"]["average"]) == (31, 6, 5)
    path.write_text("Date,Pain (0-10)\n2026-01-01,\n")
    assert run(["diary", str(path), "--summary"]) == 0
    assert json.loads(capsys.readouterr().out) is None
    assert run(["schema", "diary-summary"]) == 0
