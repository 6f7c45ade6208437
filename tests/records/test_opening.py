"""A database made ready: private, durable, of this version, whatever it was before."""

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import text

from records import Settings
from records.errors import NotOurs, TooNew
from records.storage.database import Database
from records.storage.opening import MIGRATIONS
from records.storage.tables import SCHEMA, Base
from records.storage.text_codec import folded, pressed
from tests.records.conftest import KINDS, KNOWLEDGE, NewPlace, Open, body, rows, summary

ROOT = Path(__file__).parents[2]


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def test_the_file_and_its_folder_are_for_this_user_only(new_place: NewPlace, opened: Open):
    file = new_place("sqlite")
    opened(file).of("ann").begin(body(), summary(), KNOWLEDGE)
    assert file.path is not None
    assert mode(file.path.parent) == 0o700
    assert {mode(path) for path in file.path.parent.iterdir()} == {0o600}


COUNTED = """
import sqlite3, sys
records = sqlite3.connect(sys.argv[1])
print(records.execute("SELECT count(*) FROM revision").fetchone()[0])
records.close()
"""


def counted_by_another_program(file: Settings) -> int:
    run = [sys.executable, "-c", COUNTED, str(file.path)]
    return int(subprocess.run(run, capture_output=True, check=True).stdout)


def test_a_program_that_closes_the_records_beside_an_open_one_takes_its_log_not_away(
    file: Settings, opened: Open
):
    ann = opened(file).of("ann")
    at = ann.begin(body(pain=1), summary(), KNOWLEDGE)
    opened(file)  # as two pages do that are the first of a server at the same moment
    assert counted_by_another_program(file) == 1
    ann.save(at.token, 1, body(pain=2), summary(), KNOWLEDGE)
    assert counted_by_another_program(file) == 2


def test_a_file_that_was_open_to_others_is_closed_to_them(file: Settings, opened: Open):
    opened(file).close()
    assert file.path is not None
    file.path.chmod(0o644)
    opened(file)
    assert mode(file.path) == 0o600


def test_what_is_saved_is_on_the_disk(file: Settings, opened: Open):
    store = opened(file)
    told = [rows(store, f"PRAGMA {one}")[0][0] for one in ("journal_mode", "synchronous")]
    assert told == ["wal", 2]  # 2 is FULL: the log is flushed at every commit
    assert rows(store, "PRAGMA secure_delete") == [(1,)]
    assert rows(store, "PRAGMA foreign_keys") == [(1,)]


@pytest.mark.parametrize("kind", KINDS)
def test_the_migrations_make_the_tables_that_the_program_names(
    kind: str, new_place: NewPlace, opened: Open
):
    store = opened(new_place(kind))
    for table in Base.metadata.tables.values():
        names = ", ".join(column.name for column in table.columns)
        assert rows(store, f"SELECT {names} FROM {table.name}") == []
    assert rows(store, "SELECT version_num FROM alembic_version") == [(SCHEMA,)]


def to_first_version(settings: Settings) -> None:
    """A database as the first version left it, with a visit in it."""
    database = Database(settings)
    steps = Config()
    steps.set_main_option("script_location", str(MIGRATIONS))
    if settings.path:
        settings.path.parent.mkdir()
    with database.writing() as connection:
        steps.attributes["connection"] = connection
        command.upgrade(steps, "0001")
        for query in OLD_ROWS:
            connection.execute(text(query), OLD_VALUES)
    database.close()


OLD_VALUES = {
    "label": b"A.B.",
    "folded": folded("A.B."),
    "at": datetime(2026, 1, 5, 9, tzinfo=UTC).isoformat(sep=" "),
    "body": pressed(body(pain=4)),
}
OLD_ROWS = (
    "INSERT INTO client VALUES ('client-of-old', 'ann', :label, :folded, NULL, 'token-of-old',"
    " '2026-01-05', NULL, :at)",
    "INSERT INTO visit VALUES ('token-of-old', 'client-of-old', 1, '2026-01-05', NULL, :at, :at)",
    "INSERT INTO revision VALUES ('token-of-old', 1, :at, '2026.1', NULL, :body)",
)


@pytest.mark.parametrize("kind", KINDS)
def test_an_older_database_comes_to_this_version_with_all_it_holds(
    kind: str, new_place: NewPlace, opened: Open
):
    place = new_place(kind)
    to_first_version(place)
    ann = opened(place).of("ann")
    assert ann.clients("a.b").lines[0].label == "A.B."
    assert ann.open("token-of-old").newest.body == body(pain=4)
    assert ann.save("token-of-old", 1, body(pain=5), summary(), KNOWLEDGE).revision == 2
    assert [one.verb for one in ann.trail()] == ["changed", "opened"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_newer_database_is_refused_and_left_as_it_is(
    kind: str, new_place: NewPlace, opened: Open
):
    place = new_place(kind)
    store = opened(place)
    store.of("ann").begin(body(pain=1), summary(), KNOWLEDGE)
    with store.database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(TooNew, match=r"schema 9999, this one knows .* install that version"):
        opened(place)
    assert rows(store, "SELECT version_num FROM alembic_version") == [("9999",)]
    assert rows(store, "SELECT count(*) FROM revision") == [(1,)]


def test_another_program_s_file_is_refused_and_left_as_it_is(tmp_path: Path, opened: Open):
    path = tmp_path / "photos.db"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE holiday (photo)")
        other.commit()
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="is not a file of this program: move it away"):
        opened(Settings.at(path))
    assert path.read_bytes() == before


OPEN = """
import sys
from datetime import date
from sqlalchemy.engine import make_url
from records import VisitSummary, Settings, open_store
records = open_store(Settings(make_url(sys.argv[1]), busy_seconds=30)).of("ann")
records.begin("{}", VisitSummary("A.B.", date(2026, 11, 23)), "1")
"""


@pytest.mark.parametrize(
    ("kind", "version"), [("sqlite", "new"), ("sqlite", "old"), ("postgresql", "new")]
)
def test_programs_that_start_at_the_same_moment_migrate_once(
    kind: str, version: str, new_place: NewPlace, opened: Open
):
    place = new_place(kind)
    if version == "old":
        to_first_version(place)
    address = place.url.render_as_string(hide_password=False)
    started = [
        subprocess.Popen([sys.executable, "-c", OPEN, address], stderr=subprocess.PIPE, cwd=ROOT)
        for _ in range(2)
    ]
    told = [one.communicate(timeout=60)[1].decode() for one in started]
    assert [one.returncode for one in started] == [0, 0], told
    store = opened(place)
    assert rows(store, "SELECT version_num FROM alembic_version") == [(SCHEMA,)]
    assert rows(store, "SELECT count(*) FROM client") == [(2 + (version == "old"),)]
