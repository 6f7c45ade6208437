"""In a shell: a session logged, a consent recorded, a note signed, and the log in the review."""

import json
from pathlib import Path

import pytest

from planner.command import run
from planner.knowledge import load
from tests.conftest import sample_text
from tests.visit.first_edition import WHOLE


@pytest.fixture
def shell(tmp_path, capsys):
    """A visit file, and what a command says of it: exit code, answer, faults; `keep` names it."""
    path = tmp_path / "visit.json"
    path.write_text(sample_text("knee-anticoagulant"))

    def do(what, *words, keep=""):
        code = run(["visit", what, str(path), *words])
        out, err = capsys.readouterr()
        if keep and code == 0:
            (tmp_path / keep).write_text(out)
        return code, json.loads(out) if out else None, err

    do.path, do.at = path, lambda name: str(tmp_path / name)
    return do


def test_a_session_is_as_planned_but_for_what_is_said(shell):
    said = ("swedish=firm", "after_last_time=better", "words=slept well", "home_days=5")
    code, made, _ = shell("session", *said, "--on", "2026-12-01", keep="s.json")
    assert code == 0 and made["words"] == "slept well" and made["on"] == "2026-12-01"
    assert {one["technique"]: one["pressure"] for one in made["done"]}["swedish"] == "firm"
    _, again, _ = shell("session", "words=", "nothing=yes", "--session", shell.at("s.json"))
    assert again["done"] == [] and "words" not in again


@pytest.mark.parametrize(
    "said", ["minutes=900", "swedish=harder", "nonsense=1", "before=4", "news=perhaps"]
)
def test_what_cannot_be_of_a_session_is_refused_with_its_place(shell, said):
    code, made, err = shell("session", said)
    assert (code, made) == (2, None)
    assert said.partition("=")[0] in err


def test_a_plan_of_the_first_edition_is_followed_too(shell):
    shell.path.write_text(WHOLE.replace('"for": "p-dvt-recent"', '"for": "p-dvt-recent"'))
    code, made, _ = shell("session", "--on", "2026-12-01")
    assert (code, made["plan"]) == (0, "2026-11-23")


def test_the_review_counts_what_the_log_holds(shell):
    for day in ("2026-12-01", "2026-12-08"):
        shell("session", "home_days=6", "--on", day, keep=f"{day}.json")
    log = [word for day in ("2026-12-01", "2026-12-08")
           for word in ("--session", shell.at(f"{day}.json"))]  # fmt: skip
    _, made, _ = shell("next", "--on", "2026-12-22")
    shell.path.write_text(json.dumps(made))
    short = [row for row, one in load().rows.items() if one.every_visit or one.at_review]
    _, made, _ = shell("answer", *(f"{row}=no" for row in short))
    shell.path.write_text(json.dumps(made))
    _, made, _ = shell("say", "severity/average=4")
    shell.path.write_text(json.dumps(made))
    code, note, _ = shell("note", *log, "--text", shell.at("note.txt"))
    assert (code, note["about"]) == (0, "review")
    told = Path(shell.at("note.txt")).read_text()
    assert "Sessions: 2 of " in told and "(counted)" in told and "Home care: " in told
    assert shell("decide", "accepted", *log)[0] == 0


def test_consent_is_told_point_by_point_and_taken_back(shell):
    points = ("nature", "benefits", "risks", "alternatives", "without", "stop")
    said = (*(f"{one}=yes" for one in points), "by=parent", "name=Ann K.")
    pdf = shell.at("c.pdf")
    code, made, _ = shell("consent", *said, "--on", "2026-11-26", "--pdf", pdf, keep="c.json")
    assert code == 0 and made["points"] == list(points)
    assert Path(pdf).read_bytes().startswith(b"%PDF")
    _, back, _ = shell("consent", "withdrawn=2026-12-01", "--consent", shell.at("c.json"))
    assert back["withdrawn"]["on"] == "2026-12-01" and back["by"] == "parent"
    code, _, err = shell("consent", "by=parent")
    assert code == 2 and "names nobody" in err


def test_a_note_is_changed_by_hand_signed_and_only_added_to(shell):
    shell("session", "--on", "2026-12-01", keep="s.json")
    session = ("--of-session", shell.at("s.json"))
    _, note, _ = shell("note", "objective=By hand.", *session, keep="n.json")
    assert note["parts"] == {"objective": "By hand."}
    note_of = (*session, "--note", shell.at("n.json"))
    sign = ("--sign", "L. Ortiz", "--licence", "LMT 12345", "--at", "2026-12-01T11:02:00+00:00")
    _, note, _ = shell("note", *note_of, *sign, keep="n.json")
    assert note["signature"]["by"] == "L. Ortiz" and len(note["parts"]) == 4
    code, _, err = shell("note", "plan=other", *note_of)
    assert code == 2 and "is signed" in err
    added = ("--add", "late entry", "--words", "Pillow used.", "--sign", "L. Ortiz", *sign[-2:])
    code, note, _ = shell("note", *note_of, *added, "--pdf", shell.at("n.pdf"))
    assert code == 0 and note["addenda"][0]["words"] == "Pillow used."
