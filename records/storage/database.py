"""One database and its transactions: a read sees one moment, a write is all or nothing."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event

from planner.model.phrase import tell
from records.errors import CannotSave, Unreachable
from records.settings import Settings
from records.storage.database_errors import as_sentences

WRITES = "writes"
GONE = tell(
    "is no longer there: it was moved or deleted while the program was open. Put it back; what was"
    " kept until then is in it. What you said just now is not kept"
)
TAKEN_AWAY = tell(
    "was moved, deleted or replaced while this was being saved: it is not kept. Say it once more"
)
FileId = tuple[int, int]  # device and inode


class Database:
    """The connections to one database.

    A file that another one took the place of is opened anew, once `on_another_file` found it
    usable: what is written to a file that was moved away would be lost without a word.
    """

    on_another_file: Callable[[], None] = staticmethod(lambda: None)

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self._file: FileId | None = None
        self._log: FileId | None = None  # what was written to that file and is not yet in it
        self.place = settings.place
        self.engine = _sqlite(settings) if settings.path else _postgresql(settings)
        one_moment = {} if settings.path else {"isolation_level": "REPEATABLE READ"}
        self.looking = self.engine.execution_options(**one_moment)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only looks."""
        self._follow_the_file()
        with as_sentences(self.place), self.looking.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; on the disk when the block ends, or not at all."""
        self._follow_the_file()
        with as_sentences(self.place), self.engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin():
                yield connection
        if self._file not in (None, _identity(self.settings.path)):
            raise CannotSave(self.place, TAKEN_AWAY)
        self._log = _identity(self._log_path)

    @contextmanager
    def outside(self) -> Iterator[Any]:
        """A cursor outside any transaction, for what cannot be done within one."""
        self._follow_the_file()
        with as_sentences(self.place):
            raw = self.engine.raw_connection()
            try:
                yield raw.cursor()
            finally:
                raw.close()

    def _follow_the_file(self) -> None:
        """Turn to the file that is at the place now; raises Unreachable when there is none."""
        there = _identity(self.settings.path)
        if there == self._file:
            return
        before, self._file = self._file, there
        if before is None:
            return
        self.engine.dispose()
        if there is None:
            self._file = before
            raise Unreachable(self.place, GONE)
        self._put_the_log_aside()
        self.on_another_file()

    @property
    def _log_path(self) -> Path | None:
        path = self.settings.path
        return path and path.with_name(f"{path.name}-wal")

    def _put_the_log_aside(self) -> None:
        """The log of the file that is gone would be played into the one that is there now."""
        log = self._log_path
        if log and self._log and _identity(log) == self._log:
            log.rename(log.with_name(f"{log.name}-of-before"))

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def _identity(path: Path | None) -> FileId | None:
    """What tells a file from another one of the same name; None for a server, or no file."""
    try:
        found = path.stat() if path else None
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if found else None


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
