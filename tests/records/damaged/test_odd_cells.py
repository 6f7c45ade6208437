"""Any cell of any table with an odd value in it: each command works, or says a sentence."""

import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest
from sqlalchemy import select

from planner.model.errors import PlannerError
from records import Entry, Settings, Store
from records.storage import tables as t
from records.storage.row_sums import SUMMED, sum_of
from tests.records.conftest import ON, body, summary
from tests.records.test_backup import fill

ODD: tuple[Any, ...] = (
    None, "", "odd", "\x00", 0, -1, 2**62, 1.5, b"", b"\xff\xfe", b"x" * 3000,
    "0001-01-01", "9999-12-31", "2026-02-30", "2026-11-23x", "9999-12-31 23:59:59.000000",
    "0001-01-01 00:00:00.000000", *(zlib.compress(text) for text in (
        b"", b"[]", b"5", b"{}", b'"x"', b"null", b"\xff", b"[" * 100_000, b'{"format": 1}',
        b'{"format": 1, "on": "9999-12-31"}', b'{"format": 1, "on": 5, "client": []}',
    )), zlib.compress(b" " * 3_000_000),
)  # fmt: skip
TABLES = [table for table in t.Base.metadata.sorted_tables if table.name not in ("key", "trail")]


def filled(path: Path) -> bytes:
    """A file with everything in it."""
    with closing(Store(Settings.at(path))) as store:
        fill(store)
        ann = store.of("ann")
        line = ann.clients().lines[0]
        ann.enter(line.id, Entry("session", ON, body(done=1)), "1")
        ann.put_setting("therapist", 0, body(name="Ann"))
        store.backup_to(path.with_name("whole.db"))
    return path.with_name("whole.db").read_bytes()


def edit(path: Path, random: Random) -> str:
    """Another value in one cell, and the row's sum as it then is, or as it was; what was done."""
    table = random.choice(TABLES)
    column, odd = random.choice(list(table.c)), random.choice(ODD)
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA foreign_keys = OFF")
        rowid = "rowid" if table.name != "label_part" else "part"
        (row,) = random.choice(raw.execute(f"SELECT {rowid} FROM {table.name}").fetchall())
        try:
            raw.execute(f"UPDATE {table.name} SET {column.name} = ? WHERE {rowid} = ?", (odd, row))
        except sqlite3.IntegrityError:
            return ""
        raw.commit()
    if random.random() < 0.7 and table in SUMMED:
        _sum_anew(path, table.name)
    return f"{table.name}.{column.name} = {odd!r:.80}"


def _sum_anew(path: Path, name: str) -> None:
    """The sums of a table over what it says now, where that can be read at all."""
    table = next(one for one in SUMMED if one.name == name)
    with closing(Store(Settings.at(path))) as store:
        try:
            with store.database.reading() as connection:
                found = connection.execute(select(table)).mappings().all()
        except PlannerError:
            return
    with closing(sqlite3.connect(path)) as raw:
        for row in found:
            key = list(table.primary_key)
            here = " AND ".join(f"{column.name} = ?" for column in key)
            values = [row[column.name] for column in key]
            raw.execute(f"UPDATE {name} SET sum = ? WHERE {here}", (sum_of(table, row), *values))
        raw.commit()


def acts(store: Store, whole: Path, folder: Path) -> list[Callable[[], object]]:
    """All that is done with records; what one finds, the next uses."""
    from records.safekeeping.checking import check

    ann = store.of("ann")

    def of_each(do: Callable[[str], object]) -> Callable[[], object]:
        return lambda: [do(one.id) for one in ann.every_client() if one.id]

    def of_each_visit(do: Callable[[str], object]) -> Callable[[], object]:
        return of_each(lambda client: [do(one.token) for one in ann.timeline(client)])

    return [
        lambda: check(store.database, store.sealer),
        ann.clients,
        lambda: ann.clients("äb"),
        of_each(ann.client),
        of_each(ann.entries),
        of_each(ann.files),
        of_each(lambda client: [ann.diary(one.id) for one in ann.files(client)]),
        of_each(ann.shared_with),
        of_each(ann.trail),
        of_each(lambda client: ann.open(ann.client(client).latest)),
        of_each_visit(ann.open),
        of_each_visit(ann.revisions),
        of_each_visit(lambda token: ann.save(token, 2, body(pain=7), summary("Äb"), "1")),
        of_each_visit(lambda token: ann.restore(token, 1, 3, summary("Äb"), "1")),
        of_each(lambda client: ann.tell_beside(client, summary("Äb"))),
        of_each(lambda client: ann.new_visit(client, body(), summary("Äb"), "1")),
        lambda: [ann.setting(name) for name in ann.settings()],
        lambda: [ann.setting(name, shared=True) for name in ann.settings(shared=True)],
        lambda: ann.put_setting("therapist", 1, body(name="Ann B.")),
        of_each(lambda client: ann.take_in(ann.export(client))),
        lambda: store.backup_to(folder / "backup.db"),
        lambda: store.restore_from(folder / "backup.db"),
        lambda: store.restore_from(folder / "odd.db"),
        of_each(ann.delete_client),
        lambda: store.restore_from(whole),
    ]


def walk(tmp_path: Path, whole: bytes, number: int) -> None:
    """One edit, then everything that is done with records, each by itself."""
    folder = tmp_path / str(number)
    folder.mkdir()
    path, kept = folder / "records.db", folder / "whole.db"
    path.write_bytes(whole)
    kept.write_bytes(whole)
    done = edit(path, Random(number))
    shutil.copyfile(path, folder / "odd.db")
    try:
        with closing(Store(Settings.at(path), lambda: datetime(2026, 12, 1, tzinfo=UTC))) as store:
            for place, act in enumerate(acts(store, kept, folder)):
                said(act, f"{number}, act {place}: {done}")
            store.restore_from(kept)
            assert date(2026, 11, 30) in {one.last_visit for one in store.of("ann").every_client()}
    except PlannerError as error:
        assert str(error)
    shutil.rmtree(folder)


def said(act: Callable[[], object], what: str) -> None:
    try:
        act()
    except PlannerError as error:
        assert error.problems and all(one.what for one in error.problems), what
    except Exception as error:
        raise AssertionError(what) from error


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return filled(tmp_path_factory.mktemp("whole") / "records.db")


@pytest.mark.parametrize("some", range(2))
def test_an_odd_cell_is_a_sentence_or_nothing(tmp_path: Path, whole: bytes, some: int):
    for number in range(some * 3, some * 3 + 3):
        walk(tmp_path, whole, number)


@pytest.mark.slow
@pytest.mark.parametrize("some", range(6))
def test_300_odd_cells_are_sentences_or_nothing(tmp_path: Path, whole: bytes, some: int):
    for number in range(1000 + some * 50, 1050 + some * 50):
        walk(tmp_path, whole, number)
