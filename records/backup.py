"""The whole of a SQLite database in one file, and back; a server has its own tools for both."""

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import insert

from records import tables as t
from records.database import Database
from records.errors import BackupError, RecordsError
from records.faults import as_sentences
from records.opening import make_ready
from records.rotation import require_keys
from records.sealing import Sealer
from records.settings import LOCAL, Settings
from records.trail import Verb

ONLY_SQLITE = "is a server's database: use its own tools, such as pg_dump and pg_restore"


def whole(database: Database) -> bytes:
    """Everything as it is at one moment, also while others write."""
    path = _file_of(database)
    with _beside(path, "backup") as made:
        with as_sentences(database.place):
            _copy(path, made)
        _note(database, Verb.BACKED_UP)
        return made.read_bytes()


def put_back(database: Database, content: bytes) -> Path:
    """Put a backup in the place of what is there; returns the file that keeps what was there.

    Raises BackupError, with nothing changed, when it is no backup that could be opened.
    """
    path = _file_of(database)
    with _beside(path, "restore") as made:
        made.write_bytes(content)
        _require_usable(made, database.settings)
        kept = path.with_name(f"{path.stem}-before-{datetime.now():%Y%m%d-%H%M%S-%f}{path.suffix}")
        kept.touch(mode=0o600)
        with as_sentences(database.place):
            _copy(path, kept)
            _copy(made, path)
    _note(database, Verb.BROUGHT_BACK)
    return kept


def _file_of(database: Database) -> Path:
    path = database.settings.path
    if path is None:
        raise BackupError(database.place, ONLY_SQLITE)
    return path


@contextmanager
def _beside(path: Path, why: str) -> Iterator[Path]:
    """An empty file for this user only, on the same disk, gone afterwards."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{why}-", suffix=".db", dir=path.parent)
    except OSError as error:
        raise BackupError(str(path.parent), f"cannot be written: {error.strerror}") from error
    os.close(handle)
    made = Path(name)
    try:
        yield made
    finally:
        for leftover in path.parent.glob(f"{made.name}*"):
            leftover.unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> None:
    """SQLite's own online copy: whole, and in one step for whoever reads the target."""
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        here.backup(there)


def _require_usable(made: Path, settings: Settings) -> None:
    candidate = Database(Settings.at(made, settings.keys))
    try:
        make_ready(candidate)
        require_keys(candidate, Sealer(settings.keys))
        with candidate.outside() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except RecordsError as error:
        what = error.problems[0].what
        raise BackupError("backup", f"cannot be used: it {what} Nothing was changed.") from error
    finally:
        candidate.close()


def _note(database: Database, verb: Verb) -> None:
    now = datetime.now().astimezone()
    with database.writing() as connection:
        line = {"at": now, "who": LOCAL, "verb": verb.value, "client": "", "part": ""}
        connection.execute(insert(t.Trail).values(**line))
