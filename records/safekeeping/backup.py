"""The whole of the records in one SQLite file, and back, whatever database they are in.

The rows are carried over as they are, sealed ones sealed. So a backup of a file can be brought
back into a server, which is how a clinic that outgrows one machine moves.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, delete, insert, select, text

from planner.model.phrase import tell
from records.errors import BackupError, Corrupted, NotOurs, RecordsError
from records.safekeeping.rotation import require_keys
from records.settings import Settings, data_folder
from records.storage import tables as t
from records.storage.audit import Verb, note
from records.storage.database import Database
from records.storage.database_errors import FOREIGN
from records.storage.opening import make_ready, require_whole, schema_of
from records.storage.sealing import Sealer

AT_ONCE = 200  # rows
# What hangs on a row comes after it.
CARRIED = tuple(map(t.table, (t.Client, t.LabelPart, t.Visit, t.Revision, t.Diary, t.Share, t.Key)))
BESIDE_A_FILE = ("", "-wal", "-shm", "-journal")  # what belongs to a SQLite file
SAYS: dict[type[RecordsError], str] = {
    Corrupted: tell("is damaged: choose another backup."),
    NotOurs: tell("is not a backup of this program: choose a file that a backup made."),
}


def write(database: Database, path: Path, by: str, now: datetime) -> None:
    """Everything as it is at one moment, also while others write; for this user only."""
    with _workplace(path.parent) as folder:
        made = folder / path.name
        with closing(Database(Settings.at(made))) as copy:
            make_ready(copy)
            with database.reading() as source, copy.writing() as target:
                _carry(source, target)
                _carry_trail(source, target)
            _in_one_file(copy)
        with database.writing() as connection:
            note(connection, now, by, Verb.BACKED_UP)
        made.replace(path)


def put_back(database: Database, path: Path, by: str, now: datetime) -> Path:
    """Replace what is there by a backup; returns the file that what was there went to.

    A trail that was begun here goes on. Raises BackupError, with nothing changed, when the file is
    no backup that could be opened.
    """
    with usable(path, database.settings, now) as backup:
        has_trail = _has_trail(database)
        kept = beside(database.settings, "before", now)
        write(database, kept, by, now)
        with backup.reading() as source, database.writing() as target:
            _hold_everything(target)
            for table in reversed(CARRIED):
                target.execute(delete(table))
            _carry(source, target)
            if not has_trail:
                _carry_trail(source, target)
            note(target, now, by, Verb.BROUGHT_BACK)
    return kept


def set_aside(settings: Settings, now: datetime) -> Path:
    """Move a damaged file and what belongs to it out of the way, and keep it."""
    assert settings.path is not None  # a server's database is not set aside
    kept = beside(settings, "damaged", now)
    for part in BESIDE_A_FILE:
        there = settings.path.with_name(settings.path.name + part)
        if there.exists():
            there.rename(kept.with_name(kept.name + part))
    return kept


@contextmanager
def usable(path: Path, settings: Settings, now: datetime) -> Iterator[Database]:
    """A backup, opened as a copy that is brought to this version; raises BackupError."""
    with _workplace(_folder(settings)) as folder:
        copy = Settings.at(folder / "backup.db", settings.keys)
        _fetch(path, folder / "backup.db")
        with closing(Database(copy)) as backup:
            try:
                _require_rows(backup)
                make_ready(backup)
                with backup.outside() as cursor:
                    require_whole(cursor, "integrity_check", backup.place)
                require_keys(backup, Sealer(settings.keys), now)
            except RecordsError as error:
                what = SAYS.get(type(error), error.problems[0].what)
                told = tell("{what} The records are as they were.", what=what)
                raise BackupError(str(path), told) from error
            yield backup


def _require_rows(backup: Database) -> None:
    """An empty file can be made ready, and would bring nothing back."""
    with backup.reading() as connection:
        if schema_of(connection) is None:
            raise NotOurs(backup.place, FOREIGN.says)


def beside(settings: Settings, why: str, now: datetime) -> Path:
    """A new name for a file that is kept beside the records."""
    path = settings.path or data_folder() / "records.db"
    return _folder(settings) / f"{path.stem}-{why}-{now:%Y%m%d-%H%M%S-%f}.db"


def _folder(settings: Settings) -> Path:
    if settings.path:
        return settings.path.parent
    data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    return data_folder()


@contextmanager
def _workplace(folder: Path) -> Iterator[Path]:
    """A folder for this user only, gone afterwards."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as made:
            yield Path(made)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BackupError(
            str(folder), tell("cannot be written ({reason}): name another folder", reason=reason)
        ) from error


def _fetch(path: Path, copy: Path) -> None:
    try:
        for part in BESIDE_A_FILE:
            there = path.with_name(path.name + part)
            if not part or there.exists():
                shutil.copyfile(there, copy.with_name(copy.name + part))
    except OSError as error:
        what = tell("cannot be read: {reason}", reason=error.strerror)
        raise BackupError(str(path), what) from error


def _carry(source: Connection, target: Connection) -> None:
    for table in CARRIED:
        rows = source.execution_options(yield_per=AT_ONCE).execute(select(table)).mappings()
        for some in rows.partitions():
            target.execute(insert(table), [dict(row) for row in some])


def _carry_trail(source: Connection, target: Connection) -> None:
    """The lines in their order; the target numbers them itself."""
    trail = t.table(t.Trail)
    columns = [column for column in trail.c if column is not trail.c.id]
    query = select(*columns).order_by(trail.c.id)
    rows = source.execution_options(yield_per=AT_ONCE).execute(query).mappings()
    for some in rows.partitions():
        target.execute(insert(trail), [dict(row) for row in some])


def _has_trail(database: Database) -> bool:
    with database.reading() as connection:
        return connection.execute(select(t.Trail.id).limit(1)).first() is not None


def _hold_everything(connection: Connection) -> None:
    """Keep other writers away until the transaction ends; a SQLite file has only one anyway."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in CARRIED)
        connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))


def _in_one_file(copy: Database) -> None:
    with copy.outside() as cursor:
        cursor.execute("PRAGMA journal_mode = DELETE")
        require_whole(cursor, "quick_check", copy.place)
