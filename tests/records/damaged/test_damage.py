"""Damaged records and damaged backups: brought back whole, or refused with a sentence."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random

import pytest

from records import Saved, Settings, Store
from records.clients.listing import CANNOT_BE_READ
from records.command import run
from records.errors import (
    BackupError,
    CannotSave,
    Conflict,
    DamagedRows,
    NotFound,
    Unreachable,
)
from records.safekeeping.checking import check
from tests.records.conftest import KNOWLEDGE, Open, body, summary
from tests.records.test_backup import content, fill

WRONG: dict[str, str] = {
    "a body that is none": "UPDATE revision SET body = x'0102'",
    "a version that is missing": "DELETE FROM revision WHERE number = 1",
    "a number of versions that were never kept": "UPDATE visit SET revision = 999999",
    "a label that is no text": "UPDATE client SET label = x'ff41' WHERE rowid = 1",
    "another label": "UPDATE client SET label = CAST('Ax' AS BLOB) WHERE rowid = 1",
    "a day that is none": "UPDATE client SET last_on = '2026-1-23x' WHERE rowid = 1",
    "another day": "UPDATE visit SET on_day = '2025-01-01'",
    "a moment that is none": "UPDATE revision SET saved_at = 'yesterday'",
    "another name": "UPDATE diary SET name = CAST('other.csv' AS BLOB)",
    "somebody else it is shared with": "UPDATE share SET with_owner = 'eve'",
}


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute(statement)
        raw.commit()


@pytest.fixture
def backed_up(file: Settings, opened: Open, tmp_path: Path) -> tuple[Store, Path]:
    """Records with everything in them, and a backup of them."""
    store = opened(file)
    fill(store)
    store.backup_to(tmp_path / "backup.db")
    return store, tmp_path / "backup.db"


@pytest.mark.parametrize("what", WRONG)
def test_a_backup_with_a_row_that_decayed_is_refused_and_changes_nothing(
    backed_up: tuple[Store, Path], what: str
):
    store, made = backed_up
    before = content(store)
    changed(made, WRONG[what])
    with pytest.raises(BackupError, match="is damaged: choose another backup"):
        store.restore_from(made)
    assert content(store) == before


@pytest.mark.parametrize("what", WRONG)
def test_a_check_names_each_row_that_decayed(backed_up: tuple[Store, Path], what: str):
    store, _ = backed_up
    assert store.database.settings.path
    changed(store.database.settings.path, WRONG[what])
    with pytest.raises(DamagedRows) as refused:
        check(store.database, store.sealer)
    table = WRONG[what].split()[2 if WRONG[what].startswith("DELETE") else 1]
    named = {problem.place.split()[0] for problem in refused.value.problems}
    assert named <= {table, "visit"} and named


@pytest.mark.parametrize("what", ["a label that is no text", "another label", "a day that is none"])
def test_one_row_that_decayed_is_one_line_of_the_list(backed_up: tuple[Store, Path], what: str):
    store, _ = backed_up
    ann = store.of("ann")
    ann.begin(body(pain=5), summary("Good"), KNOWLEDGE)
    assert store.database.settings.path
    changed(store.database.settings.path, WRONG[what])
    lines = ann.clients().lines
    assert {line.label for line in lines} == {"Good", CANNOT_BE_READ} and len(lines) == 2
    found = [line.label for line in ann.clients("good").lines]
    assert [label for label in found if label != CANNOT_BE_READ] == ["Good"]


def begun(store: Store) -> Saved:
    return store.of("ann").begin(body(pain=1), summary(), KNOWLEDGE)


def save(store: Store, at: Saved, pain: int) -> Saved:
    return store.of("ann").save(at.token, at.revision, body(pain=pain), summary(), KNOWLEDGE)


def test_an_open_program_follows_a_restore_of_its_damaged_file(
    file: Settings, opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store = opened(file)
    at = begun(store)
    store.backup_to(tmp_path / "backup.db")
    at = save(store, at, 2)
    assert file.path
    monkeypatch.setenv("PAIN_PLAN_DATABASE", f"sqlite:///{file.path}")
    with file.path.open("r+b") as damaged:
        damaged.write(bytes(4096))
    assert run(["restore", str(tmp_path / "backup.db")]) == 0
    with pytest.raises(Conflict):
        save(store, at, 3)
    first = store.of("ann").open(at.token)
    assert first.newest.body == body(pain=1)
    now = store.of("ann").save(at.token, 1, body(pain=3), summary(), KNOWLEDGE)
    with closing(Store(file)) as again:
        assert again.of("ann").revision(at.token, now.revision).body == body(pain=3)


def test_a_file_that_was_deleted_or_moved_is_said_and_nothing_is_begun_in_its_place(
    file: Settings, opened: Open, tmp_path: Path
):
    store = opened(file)
    at = begun(store)
    store.close()
    assert file.path
    file.path.rename(tmp_path / "away.db")
    for _ in range(2):
        with pytest.raises(Unreachable, match=r"is no longer there.*is not kept"):
            save(store, at, 2)
        with pytest.raises(Unreachable):
            store.of("ann").clients()
    assert not file.path.exists()
    (tmp_path / "away.db").rename(file.path)
    assert save(store, at, 2).revision == 2


def test_a_file_that_another_took_the_place_of_is_the_one_that_is_read(
    file: Settings, ready: Path, opened: Open
):
    store = opened(file)
    at = begun(store)
    assert file.path
    shutil.copyfile(ready, file.path.with_name("other.db"))
    file.path.with_name("other.db").replace(file.path)
    with pytest.raises(NotFound):
        save(store, at, 2)
    assert begun(store).revision == 1


def test_a_file_taken_away_while_it_is_written_is_not_said_to_be_kept(file: Settings, opened: Open):
    store = opened(file)
    begun(store)
    assert file.path
    with pytest.raises(CannotSave, match="is not kept"), store.database.writing():
        file.path.rename(file.path.with_name("away.db"))


def damaged(random: Random, whole: bytes) -> bytes:
    """A file as a disk, a stick or a broken copy leaves it."""
    at = random.randrange(len(whole))
    used = [place for place in range(0, len(whole), 7) if whole[place]]
    kinds: list[Callable[[], bytes]] = [
        lambda: _with(whole, at, bytes([random.randrange(256)])),
        lambda: _with(whole, random.choice(used), bytes([random.randrange(256)])),
        lambda: _with(whole, random.choice(used), random.randbytes(16)),
        lambda: _with(whole, at // 4096 * 4096, bytes(4096)),
        lambda: whole[:at],
    ]
    return random.choice(kinds)()


def _with(whole: bytes, at: int, new: bytes) -> bytes:
    return (whole[:at] + new + whole[at + len(new) :])[: len(whole)]


def said(store: Store) -> dict[str, list[list[object]]]:
    """Every row but those a search is quicker by, which are made from the others."""
    return {name: found for name, found in content(store).items() if name != "label_part"}


def folder_with(tmp_path: Path, number: int) -> Path:
    folder = tmp_path / str(number)
    folder.mkdir()
    return folder


def test_a_schema_that_is_no_text_gives_way_to_a_backup(
    backed_up: tuple[Store, Path], monkeypatch: pytest.MonkeyPatch
):
    store, made = backed_up
    path = store.database.settings.path
    before = said(store)
    store.close()
    assert path
    whole = path.read_bytes()
    at = whole.index(b"CREATE TABLE client")
    path.write_bytes(_with(whole, at + 9, b"\xf7"))
    monkeypatch.setenv("PAIN_PLAN_DATABASE", f"sqlite:///{path}")
    assert run(["check"]) == 2
    assert run(["restore", str(made)]) == 0
    with closing(Store(store.database.settings)) as again:
        assert said(again) == before


@pytest.mark.slow
def test_300_damaged_files_are_brought_back_from_a_good_backup(
    backed_up: tuple[Store, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    store, made = backed_up
    before = said(store)
    store.close()
    assert store.database.settings.path
    whole = made.read_bytes()
    for number in range(300):
        path = folder_with(tmp_path, number) / "records.db"
        path.write_bytes(damaged(Random(number), whole))
        monkeypatch.setenv("PAIN_PLAN_DATABASE", f"sqlite:///{path}")
        assert run(["check"]) in (0, 2)
        assert run(["clients", "--owner", "ann"]) in (0, 2)
        assert run(["restore", str(made)]) == 0, number
        with closing(Store(Settings.at(path))) as again:
            assert said(again) == before, number
        shutil.rmtree(path.parent)


@pytest.mark.slow
def test_300_damaged_backups_are_refused_or_bring_back_what_they_held(
    backed_up: tuple[Store, Path], tmp_path: Path
):
    store, made = backed_up
    held = said(store)
    later = store.of("ann").begin(body(pain=5), summary("After the backup"), KNOWLEDGE)
    here = said(store)
    whole, brought_back = made.read_bytes(), 0
    store.backup_to(tmp_path / "here.db")
    for number in range(300):
        made.write_bytes(damaged(Random(number), whole))
        with closing(Store(Settings.at(folder_with(tmp_path, number) / "records.db", ()))) as one:
            one.restore_from(tmp_path / "here.db")
            try:
                one.restore_from(made)
            except BackupError as error:
                assert "The records are as they were" in str(error)
                assert said(one) == here
            else:
                brought_back += 1
                assert said(one) == held, number
                with pytest.raises(NotFound):
                    one.of("ann").open(later.token)
        shutil.rmtree(tmp_path / str(number))
    assert 0 < brought_back < 300
