"""A database made ready: its file for this user only, whole, ours, and of this version."""

import errno
import os
import sqlite3
from pathlib import Path
from threading import Lock
from time import monotonic, sleep

from sqlalchemy import Connection, inspect, text

from planner.model.phrase import tell
from records.errors import Corrupted, NotOurs, TooNew
from records.storage.database import Database
from records.storage.database_errors import AWAY, DAMAGED, FOREIGN, FULL, READ_ONLY, as_sentences
from records.storage.tables import SCHEMA

OURS = 0x5061506C  # "PaPl", written by the first migration
MIGRATIONS = Path(__file__).parent / "migrations"
ONE_AT_A_TIME = 5_061_506  # the advisory lock of a migration
QUICK_BYTES = 100_000_000  # larger files are checked whole by `python -m records check` only
NARROW = ("client", "visit", "share", "key", "setting")
RETRY_SECONDS = 0.02
_ONE_MAKES_IT = Lock()
BY_ERRNO = {
    errno.EACCES: READ_ONLY,
    errno.EPERM: READ_ONLY,
    errno.EROFS: READ_ONLY,
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
}


def make_ready(database: Database) -> None:
    """Create, check and migrate; raises CannotOpen or CannotSave, with nothing changed."""
    path = database.settings.path
    if path:
        _for_this_user_only(path)
        with as_sentences(database.place):
            _check_file(path, database)
            _write_ahead(path, database.settings.busy_seconds)
    migrate(database)


def _for_this_user_only(path: Path) -> None:
    """Make the file and its folder where they are missing, closed to every other user."""
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _ONE_MAKES_IT:
            _make(path)
        path.chmod(0o600)
    except OSError as error:
        fault = BY_ERRNO.get(error.errno or 0, AWAY)
        raise fault.kind(str(path), fault.says) from error


def _make(path: Path) -> None:
    """An empty file where there is none.

    One that is there is never opened past SQLite: closing it would end every lock that this process
    has on it, and the next program that closes the records would take the log away from under it.
    """
    try:
        # SQLite gives its journal files the mode of this one.
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        this_user = os.access in os.supports_effective_ids
        if not os.access(path, os.R_OK | os.W_OK, effective_ids=this_user):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES)) from None


def _check_file(path: Path, database: Database) -> None:
    with database.outside() as cursor:
        tables = cursor.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        ours = cursor.execute("PRAGMA application_id").fetchone()[0] == OURS
        if tables and not ours:
            raise NotOurs(database.place, FOREIGN.says)
        if path.stat().st_size <= QUICK_BYTES:
            require_whole(cursor, "quick_check", database.place)
        else:
            for table in NARROW:
                require_whole(cursor, f"quick_check({table})", database.place)


def require_whole(cursor: sqlite3.Cursor, check: str, place: str) -> None:
    """Run SQLite's own check; raises Corrupted."""
    found = cursor.execute(f"PRAGMA {check}").fetchone()
    if found is None or found[0] != "ok":
        raise Corrupted(place, DAMAGED.says)


def _write_ahead(path: Path, patience: float) -> None:
    """Turn the write-ahead log on, once a file; others may be starting at the same moment."""
    until = monotonic() + patience
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
    try:
        while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            try:
                connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError:
                if monotonic() > until:
                    raise
                sleep(RETRY_SECONDS)
    finally:
        connection.close()


def migrate(database: Database) -> None:
    """Bring an older database to this version; raises TooNew for a newer one."""
    with database.reading() as connection:
        if schema_of(connection) == SCHEMA:
            return
    with database.writing() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})"))
        found = schema_of(connection)
        if found != SCHEMA:
            _upgrade(connection, found, database.place)


def schema_of(connection: Connection) -> str | None:
    """The version a database is of; None when it is new."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection, found: str | None, place: str) -> None:
    # Alembic costs a tenth of a second, and is needed on the first day and after an update only.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    steps = Config()
    steps.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {step.revision for step in ScriptDirectory.from_config(steps).walk_revisions()}
    if found is not None and found not in known:
        raise TooNew(
            place,
            tell(
                "was written by a newer version of this program (schema {found}, this one knows"
                " {known}): install that version. Nothing was changed.",
                found=found,
                known=SCHEMA,
            ),
        )
    steps.attributes["connection"] = connection
    command.upgrade(steps, SCHEMA)
