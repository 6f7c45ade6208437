"""A backup is whole, private, and brought back as it was, from a file to a server and back."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from records import Records, Settings, Store
from records.errors import BackupError, NotFound
from records.storage.tables import Base
from tests.records.conftest import KINDS, KNOWLEDGE, ON, NewPlace, Open, body, rows, summary

TABLES = sorted(set(Base.metadata.tables) - {"trail"})


def fill(store: Store) -> None:
    """Two therapists, a share, several visits, revisions and diaries."""
    ann, ben = store.of("ann"), store.of("ben")
    at = ann.begin(body(pain=1), summary("Äb"), KNOWLEDGE)
    ann.save(at.token, 1, body(pain=2), summary("Äb", review_on=ON), KNOWLEDGE)
    ann.new_visit(at.client, body(pain=3), summary("Äb", ON + timedelta(7)), KNOWLEDGE)
    ann.keep_diary(at.client, "diary.csv", bytes(range(256)) * 50)
    ann.share(at.client, "ben")
    ben.begin(body(pain=9), summary("Ben's"), KNOWLEDGE)
    ann.put_setting("practice", 0, body(name="Harbour"), shared=True)


def content(store: Store) -> dict[str, list[list[object]]]:
    """Every row of every table but the trail, in an order of its own."""
    found = {}
    for table in TABLES:
        columns = ", ".join(column.name for column in Base.metadata.tables[table].columns)
        lines = [
            [_plain(value) for value in row]
            for row in rows(store, f"SELECT {columns} FROM {table}")
        ]
        found[table] = sorted(lines, key=str)
    return found


def _plain(value: object) -> object:
    """A value as either database gives it."""
    return bytes(value) if isinstance(value, bytes | memoryview) else str(value)[:19]


def trail(store: Store) -> list[tuple[object, ...]]:
    return rows(store, "SELECT who, verb, client, part FROM trail ORDER BY id")


@pytest.mark.parametrize("target", KINDS)
@pytest.mark.parametrize("source", KINDS)
def test_everything_moves_from_any_database_to_any(
    source: str, target: str, new_place: NewPlace, opened: Open, tmp_path: Path
):
    here, there = opened(new_place(source)), opened(new_place(target))
    fill(here)
    said = trail(here)
    here.backup_to(tmp_path / "backup.db")
    there.restore_from(tmp_path / "backup.db")
    assert content(there) == content(here)
    assert trail(there)[1:-1] == said  # between the lines that tell of the restore itself
    ann = there.of("ann")
    line = ann.clients().lines[0]
    assert ann.open(line.latest).newest.body == body(pain=3)
    assert ann.begin(body(), summary("Later"), KNOWLEDGE).revision == 1


def test_a_restore_replaces_what_is_there_and_keeps_it_beside(
    place: Settings, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("records.safekeeping.backup.data_folder", lambda: tmp_path / "kept")
    store = opened(place)
    fill(store)
    before = content(store)
    made = store.backup()
    ann = store.of("ann")
    later = ann.begin(body(pain=5), summary("After the backup"), KNOWLEDGE)
    kept = store.restore(made)
    assert content(store) == before
    with pytest.raises(NotFound):
        ann.open(later.token)
    assert [one[1] for one in trail(store)][-3:] == ["began", "backed-up", "brought-back"]
    store.restore_from(kept)
    assert ann.open(later.token).newest.body == body(pain=5)


def test_a_backup_is_one_file_for_this_user_only(file: Settings, opened: Open, tmp_path: Path):
    store = opened(file)
    fill(store)
    store.backup_to(tmp_path / "backup.db")
    assert (tmp_path / "backup.db").stat().st_mode & 0o777 == 0o600
    assert {path.name for path in tmp_path.iterdir() if "backup" in path.name} == {"backup.db"}
    with closing(sqlite3.connect(tmp_path / "backup.db")) as made:
        assert made.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_backup_is_of_one_moment_while_others_write(
    place: Settings, opened: Open, tmp_path: Path
):
    patient = Settings(place.url, busy_seconds=20)  # SQLite lets whoever asks next go first
    ann = opened(patient).of("ann")
    at = ann.begin(body(pain=0), summary(), KNOWLEDGE)
    stop = Event()

    def write() -> None:
        seen = 1
        while not stop.is_set():
            seen = ann.save(at.token, seen, body(pain=seen), summary(), KNOWLEDGE).revision

    writer = Thread(target=write)
    writer.start()
    try:
        store = opened(patient)
        store.backup_to(tmp_path / "backup.db")
    finally:
        stop.set()
        writer.join()
    with closing(sqlite3.connect(tmp_path / "backup.db")) as made:
        told = made.execute("SELECT revision FROM visit").fetchone()
        there = made.execute("SELECT count(*), max(number) FROM revision").fetchone()
        assert there == told * 2


def without_tables() -> bytes:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE gone (one)")
        made.execute("DROP TABLE gone")
        return made.serialize()


UNUSABLE: dict[str, Callable[[bytes], bytes]] = {
    "nothing at all": lambda made: b"",
    "an empty database": lambda made: without_tables(),
    "a text": lambda made: b"name,pain\nA.B.,4\n" * 100,
    "cut short": lambda made: made[: len(made) // 2],
    "a page overwritten": lambda made: made[:8192] + b"\xff" * 4096 + made[12288:],
    "the start overwritten": lambda made: b"\x00" * 200 + made[200:],
}


@pytest.mark.parametrize("kind", UNUSABLE)
def test_what_is_no_backup_is_refused_and_changes_nothing(file: Settings, opened: Open, kind: str):
    store = opened(file)
    fill(store)
    made, before, lines = store.backup(), content(store), trail(store)
    with pytest.raises(BackupError, match="records are as they were"):
        store.restore(UNUSABLE[kind](made))
    assert content(store) == before
    assert trail(store) == lines


def test_another_program_s_database_is_no_backup(file: Settings, opened: Open, tmp_path: Path):
    with closing(sqlite3.connect(tmp_path / "other.db")) as other:
        other.execute("CREATE TABLE holiday (photo)")
        other.commit()
    with pytest.raises(BackupError, match="not a backup of this program"):
        opened(file).restore_from(tmp_path / "other.db")


def test_the_live_file_itself_can_be_brought_back(
    new_place: NewPlace, opened: Open, tmp_path: Path
):
    """As somebody copies it who never heard of the backup: with its write-ahead log."""
    here, there = opened(new_place("sqlite")), opened(new_place("sqlite"))
    fill(here)
    assert here.database.settings.path
    there.restore_from(here.database.settings.path)
    assert content(there) == content(here)


def test_a_folder_that_cannot_be_written_is_a_sentence(file: Settings, opened: Open):
    with pytest.raises(BackupError, match=r"cannot be written .* name another folder"):
        opened(file).backup_to(Path("/nowhere/at/all/backup.db"))


def test_the_records_go_on_after_a_backup_and_a_restore(ann: Records, store: Store):
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    store.restore(store.backup())
    assert ann.save(at.token, 1, body(pain=2), summary(), KNOWLEDGE).revision == 2
