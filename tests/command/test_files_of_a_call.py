"""What a call reads and leaves: regular files of some size, all of them or none, nothing else."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from planner.command import run
from tests.conftest import SAMPLES

INTAKE = SAMPLES["knee-anticoagulant"]
NOBODY = 65534


@pytest.fixture
def told(capsys):
    """Exit code and standard error of a call that printed an answer or a sentence."""

    def call(*words):
        code = run([str(one) for one in words])
        out, err = capsys.readouterr()
        assert (code, bool(out), bool(err)) in ((0, True, False), (2, False, True)), err
        return code, err

    return call


def holding(folder):
    """What is in a folder, so that nothing half written stays unseen."""
    return {one.name: one.read_bytes() for one in folder.iterdir() if one.is_file()}


READERS = [
    ("plan", "{}"),
    ("questions", "{}"),
    ("practice", "{}"),
    ("visit", "plan", "{}"),
    ("diary", "{}"),
    ("review", "{}", INTAKE),
    ("review", INTAKE, "{}"),
    ("plan", INTAKE, "--practice", "{}"),
    ("plan", INTAKE, "--after", "{}"),
]


@pytest.mark.parametrize("words", READERS, ids=str)
def test_a_device_a_pipe_and_a_folder_are_sentences_at_once(words, told, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for odd in (Path("/dev/zero"), tmp_path / "pipe", tmp_path):
        code, err = told(*(odd if one == "{}" else one for one in words))
        assert code == 2
        assert f"{odd}: cannot be read: it is no file of its own" in err


@pytest.mark.parametrize("words", READERS, ids=str)
def test_a_file_beyond_all_size_is_refused_before_it_is_read(words, told, tmp_path):
    huge = tmp_path / "huge"
    with huge.open("wb") as file:
        file.truncate(2**40)  # a hole: no room on the disk, and more than any memory
    code, err = told(*(huge if one == "{}" else one for one in words))
    assert code == 2
    assert "is larger than" in err and " MB, the most such a file may have" in err


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_an_intake_is_read_in_whatever_encoding_tells_itself(encoding, capsys, tmp_path):
    said = json.loads(INTAKE.read_bytes())
    said["client"]["label"] = "Zoë"
    (tmp_path / "intake.json").write_bytes(json.dumps(said, ensure_ascii=False).encode(encoding))
    assert run(["plan", str(tmp_path / "intake.json")]) == 0
    assert json.loads(capsys.readouterr().out)["client"] == "Zoë"


def test_a_file_in_an_old_encoding_is_told_what_to_do(told, tmp_path):
    text = INTAKE.read_text().replace('"label": "', '"label": "Zo\xeb ')
    (tmp_path / "intake.json").write_bytes(text.encode("cp1252"))
    code, err = told("plan", tmp_path / "intake.json")
    assert (code, err) == (2, "intake: is no text in UTF-8; save it as UTF-8\n")


@pytest.mark.parametrize("day", ["0001-01-01", "1899-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_at_the_ends_of_the_calendar_is_a_sentence(day, told, tmp_path):
    path = tmp_path / "intake.json"
    path.write_text(json.dumps({**json.loads(INTAKE.read_bytes()), "on": day}))
    code, err = told("plan", path)
    assert (code, err) == (2, f"on: {day} is not a day from 1900 to 2199\n")
    code, err = told("visit", "next", INTAKE, "--on", day)
    assert code == 2 and f"argument --on: {day} is not a day from 1900 to 2199" in err


@pytest.mark.parametrize("day", ["1900-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_have_their_plan(day, told, tmp_path):
    said = json.loads(SAMPLES["low-back-nothing-flagged"].read_bytes())
    path = tmp_path / "intake.json"
    path.write_text(json.dumps({**said, "on": day}))
    for kind in ("csv", "ics", "fhir", "xlsx", "note"):
        assert told("plan", path, f"--{kind}", tmp_path / kind)[0] == 0


@pytest.mark.parametrize(("place", "bad"), [("currency", "yes"), ("price", -1), ("visits", 1.5)])
def test_a_plan_with_a_bad_value_names_the_field(place, bad, capsys, told, tmp_path):
    run(["plan", str(INTAKE)])
    plan = json.loads(capsys.readouterr().out)
    plan["load"][place] = bad
    (tmp_path / "plan.json").write_text(json.dumps(plan))
    (tmp_path / "diary.csv").write_text("date,pain\n2026-11-24,5\n")
    code, err = told("review", tmp_path / "plan.json", tmp_path / "diary.csv")
    assert code == 2
    assert err.startswith(f"plan.load.{place}: ")


def test_what_is_left_is_for_this_user_only(told, tmp_path):
    there = tmp_path / "plan.csv"
    there.write_text("of before")
    there.chmod(0o644)
    assert told("plan", INTAKE, "--csv", there, "--ics", tmp_path / "plan.ics")[0] == 0
    assert {one.stat().st_mode & 0o777 for one in tmp_path.iterdir()} == {0o600}
    assert there.read_text() != "of before"


def test_one_place_for_two_files_is_refused_before_anything_is_written(told, tmp_path):
    (tmp_path / "below").mkdir()
    for other in ("plan.csv", "below/../plan.csv"):
        code, err = told("plan", INTAKE, "--csv", tmp_path / "plan.csv", "--ics", tmp_path / other)
        assert code == 2 and "is named for two files" in err
        assert holding(tmp_path) == {}


def test_what_a_call_reads_it_does_not_write_over(told, tmp_path):
    intake = tmp_path / "intake.json"
    intake.write_bytes(INTAKE.read_bytes())
    (tmp_path / "by-another-name.json").hardlink_to(intake)
    before = holding(tmp_path)
    for name in ("intake.json", "by-another-name.json"):
        code, err = told("plan", intake, "--fhir", tmp_path / name, "--csv", tmp_path / "plan.csv")
        assert code == 2 and f"{name}: is read by this call" in err
        assert holding(tmp_path) == before


def test_a_logo_beside_a_practice_is_read_too(told, tmp_path):
    from tests.practices import DRAWN, oak_street

    (tmp_path / "logo.svg").write_bytes(DRAWN)
    (tmp_path / "practice.json").write_text(oak_street(logo="logo.svg").model_dump_json())
    before = holding(tmp_path)
    code, err = told(
        "plan", INTAKE, "--practice", tmp_path / "practice.json", "--csv", tmp_path / "logo.svg"
    )
    assert code == 2 and "logo.svg: is read by this call" in err
    assert holding(tmp_path) == before


def test_no_link_is_followed_and_nothing_but_a_file_is_replaced(told, tmp_path):
    (tmp_path / "precious").write_text("precious")
    (tmp_path / "link").symlink_to(tmp_path / "precious")
    (tmp_path / "into-nothing").symlink_to(tmp_path / "nothing")
    os.mkfifo(tmp_path / "pipe")
    for name, what in [("link", "link"), ("into-nothing", "link"), ("pipe", "no file"), ("", "no")]:
        code, err = told("plan", INTAKE, "--csv", tmp_path / name, "--ics", tmp_path / "plan.ics")
        assert code == 2 and f"cannot be written: it is {'a ' * (what == 'link')}{what}" in err
        assert not (tmp_path / "plan.ics").exists() and not (tmp_path / "nothing").exists()
    assert (tmp_path / "precious").read_text() == "precious"


def test_where_one_document_is_refused_none_is_left(told, tmp_path):
    stop = SAMPLES["stop-cauda-equina"]
    words = ("--pdf", tmp_path / "letter.pdf", "--client-pdf", tmp_path / "handout.pdf")
    assert told("plan", stop, *words)[0] == 2
    assert holding(tmp_path) == {}


# In a process of its own: what only a whole program shows.


def shell(command, **also):
    """A command line of a shell, `planner` standing for the program."""
    program = f"{sys.executable} -m planner"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command.replace("PLANNER", program)],
        capture_output=True, text=True, timeout=60, check=False, **also,
    )  # fmt: skip


def test_a_full_disk_behind_standard_output_is_a_sentence(tmp_path):
    done = shell(f"PLANNER plan {INTAKE} --csv {tmp_path}/plan.csv >/dev/full")
    assert done.returncode == 2
    assert done.stderr == "standard output: cannot be written: No space left on device\n"
    assert holding(tmp_path) == {}


def test_a_closed_standard_output_is_a_sentence_and_a_full_error_output_an_exit_code():
    done = shell(f"PLANNER plan {INTAKE} >&-")
    assert (done.returncode, done.stderr) == (
        2,
        "standard output: cannot be written: it is closed\n",
    )
    assert shell("PLANNER plan nothing.json 2>/dev/full").returncode == 2


def test_a_reader_that_has_seen_enough_is_no_fault():
    done = shell(f"PLANNER plan {INTAKE} | head -1")
    assert (done.returncode, done.stdout, done.stderr) == (0, "{\n", "")


def test_letters_that_a_stream_has_not_are_escaped(tmp_path):
    said = json.loads(INTAKE.read_bytes())
    said["client"]["label"] = "Zoë 🦵"
    (tmp_path / "intake.json").write_text(json.dumps(said))
    ascii_only = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    done = shell(f"PLANNER plan {tmp_path}/intake.json", env=ascii_only)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.isascii()
    assert json.loads(done.stdout)["client"] == "Zoë 🦵"


def test_a_word_that_is_no_text_is_a_sentence():
    done = shell(f"PLANNER visit say {INTAKE} $'client/label=\\xff'")
    assert (done.returncode, done.stderr) == (2, "said: is no text in UTF-8\n")


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can be else")
def test_what_somebody_else_may_not_read_or_write_is_a_sentence():
    folder = Path(tempfile.mkdtemp())  # pytest's own folder is closed to others
    folder.chmod(0o755)
    try:
        closed = folder / "intake.json"
        closed.write_bytes(INTAKE.read_bytes())
        closed.chmod(0o600)
        done = _as_nobody("plan", closed)
        assert done == (2, f"{closed}: cannot be read: Permission denied\n")
        closed.chmod(0o644)
        done = _as_nobody("plan", closed, "--csv", folder / "plan.csv")
        assert done == (2, f"{folder / 'plan.csv'}: cannot be written: Permission denied\n")
        assert holding(folder) == {"intake.json": INTAKE.read_bytes()}
    finally:
        for one in folder.iterdir():
            one.unlink()
        folder.rmdir()


def _as_nobody(*words):
    """A call in a process that gives up being root once everything is loaded."""
    code = (
        "import os, sys, tempfile; from planner.command import run;"
        f"run(['plan', '{INTAKE}', '--csv', tempfile.mkdtemp() + '/plan.csv']);"
        f"os.setgid({NOBODY}); os.setuid({NOBODY}); sys.exit(run(sys.argv[1:]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, words)],
        capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode, done.stderr
