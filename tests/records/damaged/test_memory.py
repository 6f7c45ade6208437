"""What is handed in fills no memory: each case in a process of its own, whose peak is read.

A therapist's computer has a few hundred megabytes to spare; one file could take 1,900 of them.
"""

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from records import Records, Settings, Store
from records.command import run
from tests.records.conftest import KNOWLEDGE, body, summary

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux says what was held")

MEGABYTE = 2**20
HUGE = 400 * MEGABYTE  # of blanks, which a zip makes small
MOST = 60  # megabytes more than before
FILE = 20 * MEGABYTE
FILES = 16


def a_store(path: Path) -> Records:
    return Store(Settings.at(path)).of("local")


def a_client(records: Records) -> str:
    return records.begin(body(pain=1), summary("A.B."), KNOWLEDGE).client


def with_blanks(packed: bytes, name: str) -> bytes:
    """The client's zip, in which one file is hundreds of megabytes of blanks."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(packed)) as archive,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out,
    ):
        for one in archive.namelist():
            if one != name:
                out.writestr(one, archive.read(one))
        with out.open(name, "w", force_zip64=True) as entry:
            for _ in range(HUGE // MEGABYTE):
                entry.write(b" " * MEGABYTE)
    return written.getvalue()


def a_clients_file(folder: Path, name: str) -> Path:
    records = a_store(folder / "there.db")
    client = a_client(records)
    records.keep_diary(client, "diary.csv", b"Date,Pain\n")
    path = folder / "client.zip"
    path.write_bytes(with_blanks(records.export(client), name))
    return path


def a_backup_with_a_huge_text(folder: Path) -> Path:
    """One text of 400 MB, pressed to less than one, in a backup of one visit."""
    store = Store(Settings.at(folder / "there.db"))
    a_client(store.of("local"))
    path = folder / "all.db"
    store.backup_to(path)
    press = zlib.compressobj()
    pressed = b"".join([press.compress(b" " * MEGABYTE) for _ in range(HUGE // MEGABYTE)])
    with closing(sqlite3.connect(path)) as database, database:
        for (name,) in database.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE revision SET body = ?", (pressed + press.flush(),))
    return path


def a_backup_with_many_files(folder: Path) -> Path:
    store = Store(Settings.at(folder / "there.db"))
    records = store.of("local")
    client = a_client(records)
    for number in range(FILES):
        records.keep_diary(client, f"{number}.csv", bytes([number]) * FILE)
    path = folder / "all.db"
    store.backup_to(path)
    return path


def held(command: str, path: Path, records: Path) -> tuple[int, str, int]:
    """How a command ends, what it says, and the megabytes it took beyond what it began with."""
    called = [sys.executable, "-m", "tests.records.damaged.test_memory", command, str(path)]
    there = {**os.environ, "PAIN_PLAN_DATABASE": f"sqlite:///{records}"}
    done = subprocess.run(called, capture_output=True, text=True, check=False, env=there)
    told = json.loads(done.stdout.splitlines()[-1])
    return told["code"], done.stderr, told["grown"]


Make = Callable[[Path], Path]
REFUSED: dict[str, tuple[str, Make]] = {
    "a diary of blanks": ("take-in", lambda folder: a_clients_file(folder, "diaries/01")),
    "a text of blanks": ("take-in", lambda folder: a_clients_file(folder, "visits/01/0001.json")),
    "a list of blanks": ("take-in", lambda folder: a_clients_file(folder, "manifest.json")),
    "a backup with a huge text": ("restore", a_backup_with_a_huge_text),
}


@pytest.mark.slow
@pytest.mark.parametrize("case", REFUSED)
def test_what_would_fill_the_memory_is_refused_before_it_does(case: str, tmp_path: Path) -> None:
    command, make = REFUSED[case]
    a_store(tmp_path / "here.db")
    code, said, grown = held(command, make(tmp_path), tmp_path / "here.db")
    assert (code, "Traceback" in said) == (2, False), said
    assert grown < MOST


@pytest.mark.slow
def test_a_backup_with_many_files_is_brought_back_a_file_at_a_time(tmp_path: Path) -> None:
    path = a_backup_with_many_files(tmp_path)
    a_store(tmp_path / "here.db")
    code, said, grown = held("restore", path, tmp_path / "here.db")
    assert code == 0, said
    assert grown < FILES * FILE // MEGABYTE // 2  # a few files at a time


def _peak() -> int:
    """The most memory this process has held, in MB; what its parent held does not count."""
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return int(next(one for one in lines if one.startswith("VmHWM")).split()[1]) // 1024


if __name__ == "__main__":
    before = _peak()
    code = run(sys.argv[1:])
    sys.stdout.write(json.dumps({"code": code, "grown": _peak() - before}))
