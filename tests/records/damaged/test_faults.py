"""A file that cannot be used: a sentence each time, and what was saved before is still there."""

import os
import resource
import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from records import Records, RecordsError, Saved, Settings, Store
from records.errors import (
    CannotSave,
    Corrupted,
    DiskFull,
    Locked,
    NotOurs,
    ReadOnly,
    Tampered,
    Unreachable,
)
from records.safekeeping.checking import check
from records.storage import opening
from tests.records.conftest import KNOWLEDGE, Open, body, summary

NOBODY = 65534
PAGE = 4096
UNTOUCHED = "Nothing was changed; what was saved before is still there."


def begin(store: Store) -> Saved:
    return store.of("ann").begin(body(pain=1), summary(), KNOWLEDGE)


def save(store: Store, at: Saved, pain: int, filler: str = "") -> Saved:
    text = body(pain=pain, filler=filler)
    return store.of("ann").save(at.token, at.revision, text, summary(), KNOWLEDGE)


def pains(store: Store, at: Saved) -> list[str]:
    ann = store.of("ann")
    return [ann.revision(at.token, one.number).body for one in ann.revisions(at.token)]


def noise(size: int = 300_000) -> str:
    """A text that cannot be made smaller."""
    return os.urandom(size // 2).hex()


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A disk of one megabyte."""
    folder = Path(tempfile.mkdtemp())
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        folder.rmdir()
        pytest.skip("a small disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


def test_a_full_disk_is_said_and_loses_nothing(small_disk: Path, opened: Open):
    store = opened(Settings.at(small_disk / "records.db"))
    at = save(store, begin(store), 2)
    before = pains(store, at)
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file:
        while file.write(bytes(PAGE)) == PAGE and shutil.disk_usage(small_disk).free:
            pass
    with pytest.raises(DiskFull, match=f"no room is left on the disk.*{UNTOUCHED}"):
        save(store, at, 3)
    assert pains(store, at) == before
    filler.unlink()
    assert save(store, at, 3).revision == 3
    assert check(store.database, store.sealer)["revision"] == 3


def test_a_disk_that_becomes_read_only_is_said_and_loses_nothing(small_disk: Path, opened: Open):
    store = opened(Settings.at(small_disk / "records.db"))
    at = begin(store)
    store.close()
    remount = ["mount", "-o", "remount,ro", str(small_disk)]
    subprocess.run(remount, check=True)
    with pytest.raises((ReadOnly, Unreachable)):
        save(store, at, 2)
    with pytest.raises(ReadOnly, match="may only be read"):
        opened(Settings.at(small_disk / "records.db"))
    subprocess.run([*remount[:2], "remount,rw", str(small_disk)], check=True)
    assert save(store, at, 2).revision == 2


@contextmanager
def files_no_larger_than(size: int) -> Iterator[None]:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_no_more_is_said_and_loses_nothing(file: Settings, opened: Open):
    store = opened(file)
    at = begin(store)
    before = pains(store, at)
    with files_no_larger_than(100_000), pytest.raises(CannotSave, match=UNTOUCHED):
        save(store, at, 2, noise())
    assert pains(store, at) == before
    assert save(store, at, 2).revision == 2


def test_a_file_at_its_largest_is_said_and_loses_nothing(file: Settings, opened: Open):
    store = opened(file)
    at = begin(store)
    store.close()

    @event.listens_for(store.database.engine, "connect")
    def limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 30")

    before = pains(store, at)
    with pytest.raises(DiskFull, match=UNTOUCHED):
        save(store, at, 2, noise())
    assert pains(store, at) == before


@pytest.fixture
def ordinary_user() -> Iterator[Path]:
    """A folder of a user who, unlike root, may not write what is closed to them."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    yield folder
    if is_root:
        os.seteuid(0)
    shutil.rmtree(folder)


def test_a_read_only_file_is_said_and_left_as_it_is(ordinary_user: Path, opened: Open):
    path = ordinary_user / "records.db"
    store = opened(Settings.at(path))
    at = begin(store)
    before = pains(store, at)
    store.close()
    path.chmod(0o400)
    with pytest.raises(ReadOnly, match=f"give this user the right to write.*{UNTOUCHED}"):
        opened(Settings.at(path))
    path.chmod(0o600)
    assert pains(opened(Settings.at(path)), at) == before


def test_a_folder_that_may_not_be_made_is_a_sentence(ordinary_user: Path, opened: Open):
    ordinary_user.chmod(0o500)
    with pytest.raises(ReadOnly, match="may only be read"):
        opened(Settings.at(ordinary_user / "new" / "records.db"))
    ordinary_user.chmod(0o700)


def test_a_file_where_a_folder_should_be_is_a_sentence(tmp_path: Path, opened: Open):
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "records.db", tmp_path):
        with pytest.raises(Unreachable, match="cannot be opened"):
            opened(Settings.at(path))


def test_a_connection_that_may_only_read_is_said(file: Settings, opened: Open):
    store = opened(file)
    at = begin(store)
    with store.database.outside() as cursor:
        cursor.execute("PRAGMA query_only = ON")
    with pytest.raises(ReadOnly, match=UNTOUCHED):
        save(store, at, 2)


def test_a_file_that_another_program_holds_is_said_and_loses_nothing(file: Settings, opened: Open):
    store = opened(file)
    at = begin(store)
    before = pains(store, at)
    assert file.path
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Locked, match=f"held by another program.*{UNTOUCHED}"):
            save(store, at, 2)
        assert pains(store, at) == before
        other.execute("ROLLBACK")
    assert save(store, at, 2).revision == 2


def test_a_file_that_is_held_whole_is_said_at_the_start(file: Settings, opened: Open):
    opened(file).close()
    assert file.path
    with closing(sqlite3.connect(file.path, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked):
            opened(file)


@pytest.fixture
def filled(file: Settings, opened: Open) -> Path:
    """A closed file with clients, visits and diaries on many pages."""
    store = opened(file)
    ann = store.of("ann")
    for number in range(5):
        at = ann.begin(
            body(pain=number, filler=noise(8000)), summary(f"Client {number}"), KNOWLEDGE
        )
        ann.save(at.token, 1, body(pain=number + 1), summary(f"Client {number}"), KNOWLEDGE)
        ann.keep_diary(at.client, "diary.csv", os.urandom(3000))
    store.close()
    assert file.path
    return file.path


def read_everything(records: Records) -> list[object]:
    lines = records.clients().lines
    visits = [visit for line in lines for visit in records.timeline(line.id)]
    revisions = [
        records.revision(visit.token, one.number)
        for visit in visits
        for one in records.revisions(visit.token)
    ]
    diaries = [records.diary(one.id) for line in lines for one in records.diaries(line.id)]
    return [lines, visits, revisions, diaries]


def overwrite(path: Path, page: int) -> None:
    with path.open("r+b") as file:
        file.seek(page * PAGE)
        file.write(b"\x5a" * PAGE)


@pytest.mark.parametrize("checked", ["at the start", "when it is read"])
def test_a_damaged_page_is_said_wherever_it_is(
    filled: Path, opened: Open, checked: str, monkeypatch: pytest.MonkeyPatch
):
    if checked == "when it is read":
        monkeypatch.setattr(opening, "QUICK_BYTES", 0)
    whole = filled.read_bytes()
    store = opened(Settings.at(filled))
    expected = read_everything(store.of("ann"))
    store.close()
    damaged = 0
    for page in range(len(whole) // PAGE):
        filled.write_bytes(whole)
        overwrite(filled, page)
        try:
            with closing(Store(Settings.at(filled))) as broken:
                assert read_everything(broken.of("ann")) == expected
        except RecordsError as error:
            damaged += 1
            assert isinstance(error, Corrupted | NotOurs | Tampered), error
    assert damaged > len(whole) // PAGE // 2


def test_a_file_cut_short_is_said(filled: Path, opened: Open):
    with filled.open("r+b") as file:
        file.truncate(5 * PAGE + 100)
    with pytest.raises(Corrupted, match="bring back the last backup with `python -m records"):
        opened(Settings.at(filled))


def test_a_text_in_place_of_the_file_is_said_and_left_alone(tmp_path: Path, opened: Open):
    path = tmp_path / "records.db"
    path.write_text("name,pain\n" * 100)
    with pytest.raises(NotOurs, match="not a file of this program"):
        opened(Settings.at(path))
    assert path.read_text() == "name,pain\n" * 100


def test_a_bit_that_changed_in_a_plain_text_is_noticed(filled: Path, opened: Open):
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute(
            "UPDATE revision SET body ="
            " CAST(substr(body, 1, 11) || x'00' || substr(body, 13) AS BLOB)"
        )
        raw.commit()
    ann = opened(Settings.at(filled)).of("ann")
    with pytest.raises(Corrupted, match="is damaged"):
        ann.open(ann.clients().lines[0].latest)


def test_a_revision_that_is_missing_is_noticed(filled: Path, opened: Open):
    with closing(sqlite3.connect(filled)) as raw:
        raw.execute("DELETE FROM revision WHERE number = 2")
        raw.commit()
    ann = opened(Settings.at(filled)).of("ann")
    with pytest.raises(Corrupted, match="is damaged"):
        ann.open(ann.clients().lines[0].latest)
