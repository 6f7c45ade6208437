"""One database and its transactions: a read sees one moment, a write is all or nothing."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from records.settings import Settings
from records.storage.database_errors import as_sentences

WRITES = "writes"


class Database:
    """The connections to one database."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.place = settings.place
        self.engine = _sqlite(settings) if settings.path else _postgresql(settings)
        one_moment = {} if settings.path else {"isolation_level": "REPEATABLE READ"}
        self.looking = self.engine.execution_options(**one_moment)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only looks."""
        with as_sentences(self.place), self.looking.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; on the disk when the block ends, or not at all."""
        with as_sentences(self.place), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection

    @contextmanager
    def outside(self) -> Iterator[Any]:
        """A cursor outside any transaction, for what cannot be done within one."""
        with as_sentences(self.place):
            raw = self.engine.raw_connection()
            try:
                yield raw.cursor()
            finally:
                raw.close()

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _sqlite(settings: Settings) -> Engine:
    wait = {"timeout": settings.busy_seconds}
    engine = create_engine(settings.url, connect_args=wait, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def durable(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None  # transactions begin where this program says
        for pragma in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A write takes its lock at once: taking it halfway could fail without waiting.
        writes = connection.get_execution_options().get(WRITES)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql(settings: Settings) -> Engine:
    wait = f"-c lock_timeout={int(settings.busy_seconds * 1000)} -c timezone=UTC"
    return create_engine(
        settings.url,
        connect_args={"options": wait, "connect_timeout": max(2, int(settings.busy_seconds))},
        pool_pre_ping=True,
        hide_parameters=True,  # an error must not carry what a client said into a log
    )
