"""The care of the records from a shell: a sentence, exit 0 or 2, never a traceback."""

import base64
import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from records import Settings, Store
from records.command import run
from tests.records.conftest import KNOWLEDGE, body, summary


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The records that the environment names; there is one client in them."""
    path = tmp_path / "data" / "records.db"
    monkeypatch.setenv("PAIN_PLAN_DATABASE", f"sqlite:///{path}")
    monkeypatch.delenv("PAIN_PLAN_KEY", raising=False)
    with closing(Store(Settings.at(path))) as store:
        store.of("local").begin(body(format=1, on="2026-11-23"), summary("A.B."), KNOWLEDGE)
    return path


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]):
    def said(*arguments: str | Path) -> tuple[int, str, str]:
        code = run([str(one) for one in arguments])
        out, problems = capsys.readouterr()
        return code, out.strip(), problems.strip()

    return said


def test_a_new_key_is_another_each_time_and_can_be_used(path: Path, told, monkeypatch):
    (_, one, _), (_, two, _) = told("new-key"), told("new-key")
    assert one != two and len(base64.b64decode(one)) == 32
    monkeypatch.setenv("PAIN_PLAN_KEY", one)
    assert told("rotate") == (0, "2 rows are sealed with the first key now.", "")
    monkeypatch.setenv("PAIN_PLAN_KEY", f"{two},{one}")
    assert told("rotate")[0] == 0
    monkeypatch.setenv("PAIN_PLAN_KEY", one)
    code, out, problem = told("clients")
    assert (code, out) == (2, "")
    assert problem.startswith(f"{path}: is sealed with a key that was not given: set PAIN_PLAN_KEY")
    monkeypatch.setenv("PAIN_PLAN_KEY", two)
    assert told("clients", "a.b")[1].endswith("2026-11-23  A.B.")


def test_a_check_reads_every_row(path: Path, told):
    expected = "every row can be read (1 client, 1 visit, 1 revision, 0 diary, 1 trail)."
    assert told("check") == (0, f"{path}: {expected}", "")


def test_a_backup_is_brought_back(path: Path, told, tmp_path: Path):
    assert told("backup", tmp_path / "backup.db")[0] == 0
    client = told("clients")[1].split()[0]
    assert told("delete", client)[1].startswith(f"Client {client} deleted on ")
    assert told("clients")[1] == ""
    code, out, _ = told("restore", tmp_path / "backup.db")
    assert code == 0 and Path(out.removesuffix(".").split()[-1]).exists()
    assert client in told("clients")[1]
    lines = told("trail", "--owner", "the command line")[1].splitlines()
    assert [line.split("  ")[2] for line in lines] == ["brought-back", "backed-up", "backed-up"]


def test_a_damaged_file_gives_way_to_a_backup_and_is_kept(path: Path, told, tmp_path: Path):
    told("backup", tmp_path / "backup.db")
    damaged = path.read_bytes()[:5000]
    path.write_bytes(damaged)
    code, _, problem = told("check")
    assert code == 2 and "is damaged: bring back the last backup" in problem
    code, _, problem = told("restore", path)
    assert code == 2 and "choose another backup" in problem and path.read_bytes() == damaged
    code, out, _ = told("restore", tmp_path / "backup.db")
    kept = Path(out.removeprefix("Restored. What was there before is kept in ").removesuffix("."))
    assert code == 0 and kept.read_bytes() == damaged
    assert told("clients")[1].endswith("A.B.")


def test_a_client_goes_out_and_comes_in(path: Path, told, tmp_path: Path):
    client = told("clients")[1].split()[0]
    assert told("export", client, tmp_path / "client.zip")[0] == 0
    assert (tmp_path / "client.zip").stat().st_mode & 0o777 == 0o600
    told("delete", client)
    added = f"Client {client}. Added: visits 1, revisions 1, diaries 0."
    assert told("take-in", tmp_path / "client.zip") == (0, added, "")
    assert told("clients", "--owner", "ben") == (0, "", "")
    assert told("clean") == (0, "Clean.", "")


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "command: the following arguments are required: COMMAND"),
        (["burn"], "command: argument COMMAND: invalid choice"),
        (["export", "nobody", "x.zip"], "client: is not among your records"),
        (["delete", "nobody"], "client: is not among your records"),
        (["trail", "nobody"], "client: is not among your records"),
        (["take-in", "/nowhere.zip"], "/nowhere.zip: cannot be read: No such file"),
        (["restore", "/nowhere.db"], "/nowhere.db: cannot be read: No such file"),
        (["backup", "/nowhere/at/all.db"], "/nowhere/at: cannot be written"),
        (["rotate"], "PAIN_PLAN_KEY: is not set"),
        (["clients", "--owner", " "], "owner: is not a name"),
    ],
)
def test_what_cannot_be_done_is_a_sentence(path: Path, told, arguments: list[str], problem: str):
    code, out, found = told(*arguments)
    assert (code, out) == (2, "")
    assert found.startswith(problem)


# What leaves the records, and what comes in


def one_client(told):
    return told("clients")[1].split()[0]


@pytest.mark.parametrize("act", ["export", "backup"])
def test_no_file_that_leaves_replaces_the_records_or_follows_a_link(
    path: Path, told, tmp_path: Path, act: str
):
    words = [act, one_client(told)] if act == "export" else [act]
    before = path.read_bytes()
    (tmp_path / "link").symlink_to(path)
    (tmp_path / "by-another-name").hardlink_to(path)
    os.mkfifo(tmp_path / "pipe")
    for name, says in [
        (path, "is read by this call"),
        (tmp_path / "by-another-name", "is read by this call"),
        (tmp_path / "link", "cannot be written: it is a link"),
        (tmp_path / "pipe", "cannot be written: it is no file of its own"),
        (tmp_path, "cannot be written: it is no file of its own"),
    ]:
        code, out, problem = told(*words, name)
        assert (code, out) == (2, "") and problem.startswith(f"{name}: {says}")
    assert path.read_bytes() == before
    assert (tmp_path / "link").is_symlink()


def test_what_leaves_is_for_this_user_only_also_where_a_file_stood(path: Path, told, tmp_path):
    for name in ("client.zip", "backup.db"):
        (tmp_path / name).write_text("of before")
        (tmp_path / name).chmod(0o644)
    assert told("export", one_client(told), tmp_path / "client.zip")[0] == 0
    assert told("backup", tmp_path / "backup.db")[0] == 0
    for name in ("client.zip", "backup.db"):
        assert (tmp_path / name).stat().st_mode & 0o777 == 0o600
        assert (tmp_path / name).read_bytes() != b"of before"


@pytest.mark.parametrize("act", ["take-in", "restore"])
def test_what_comes_in_is_a_file_of_its_own(path: Path, told, tmp_path: Path, act: str):
    os.mkfifo(tmp_path / "pipe")
    for odd in ("/dev/zero", tmp_path / "pipe", tmp_path):
        code, _, problem = told(act, odd)
        assert (code, problem.split(", such")[0]) == (
            2, f"{odd}: cannot be read: it is no file of its own"
        )  # fmt: skip


def test_a_parcel_beyond_all_size_is_refused_unread(path: Path, told, tmp_path: Path):
    with (tmp_path / "huge.zip").open("wb") as file:
        file.truncate(400_000_000)
    code, _, problem = told("take-in", tmp_path / "huge.zip")
    assert code == 2 and "is larger than 100 MB" in problem


def test_half_a_letter_in_a_label_is_shown_as_what_it_is(path: Path):
    with closing(Store(Settings.at(path))) as store:
        store.of("local").begin(body(pain=4), summary("Zo\ud83d"), KNOWLEDGE)
    done = in_a_shell("clients")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Zo\\ud83d" in done.stdout


def test_a_full_disk_behind_standard_output_is_a_sentence(path: Path):
    done = in_a_shell("clients", "> /dev/full")
    says = "standard output: cannot be written: No space left on device\n"
    assert (done.returncode, done.stderr) == (2, says)


def in_a_shell(*words: str):
    """`python -m records` in a process of its own."""
    command = f"{sys.executable} -m records {' '.join(words)}"
    return subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False
    )
