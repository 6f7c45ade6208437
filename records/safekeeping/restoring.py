"""A backup put in the place of the records, in whatever state these are.

Nothing that is good is replaced by anything that was not read to its last row before.
"""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Table, delete, func, select, text

from planner.model.phrase import tell
from records.errors import (
    BackupError,
    CannotOpen,
    Corrupted,
    DamagedRows,
    NotOurs,
    RecordsError,
    Tampered,
    TooNew,
    Unreachable,
    WrongKey,
)
from records.limits import MOST_EVER_KEPT, MOST_TEXT
from records.safekeeping.backup import (
    CARRIED,
    carry,
    carry_trail,
    copy_to,
    folder_of,
    workplace,
    write,
)
from records.safekeeping.checking import check
from records.safekeeping.rotation import require_keys
from records.settings import Settings
from records.storage import tables as t
from records.storage.audit import Verb, note
from records.storage.database import Database
from records.storage.database_errors import DAMAGED, FOREIGN
from records.storage.opening import make_ready, schema_of
from records.storage.sealing import Sealer

SETTING = t.table(t.Setting)
BESIDE_A_FILE = ("", "-wal", "-shm", "-journal")  # what belongs to a SQLite file
NOT_DAMAGE = (TooNew, WrongKey, Unreachable)  # what no backup mends
IS_DAMAGED = tell("is damaged: choose another backup.")
SAYS: dict[type[RecordsError], str] = {
    Corrupted: IS_DAMAGED,
    DamagedRows: IS_DAMAGED,
    Tampered: IS_DAMAGED,
    NotOurs: tell("is not a backup of this program: choose a file that a backup made."),
}


def bring_back(database: Database, path: Path, by: str, now: datetime) -> Path:
    """Replace what is there by a backup; returns the file that what was there went to.

    A trail that was begun here goes on; a damaged file is moved aside as it is. Raises BackupError,
    with nothing changed, when the file is no backup of which every row can be read.
    """
    with usable(path, database.settings, now) as backup:
        try:
            return _instead(database, backup, by, now)
        except CannotOpen as error:
            if database.settings.path is None or isinstance(error, NOT_DAMAGE):
                raise
            database.close()
            return _in_a_new_file(database.settings, backup, by, now)


def _instead(database: Database, backup: Database, by: str, now: datetime) -> Path:
    """Other rows in the same database, all of them or none."""
    make_ready(database)
    require_keys(database, Sealer(database.settings.keys), now)
    has_trail = _has_trail(database)
    kept = _beside(database.settings, "before", now)
    write(database, kept, by, now)
    with backup.reading() as source, database.writing() as target:
        _hold_everything(target)
        for table in reversed(_replaced(source)):
            target.execute(delete(table))
        carry(source, target)
        if not has_trail:
            carry_trail(source, target)
        note(target, now, by, Verb.BROUGHT_BACK)
    return kept


def _in_a_new_file(settings: Settings, backup: Database, by: str, now: datetime) -> Path:
    """A new file in the place of the damaged one, made whole before that is touched."""
    assert settings.path is not None  # a server's database is not moved aside
    with workplace(settings.path.parent) as folder:
        made = folder / settings.path.name
        copy_to(made, backup)
        with closing(Database(Settings.at(made))) as new, new.writing() as target:
            note(target, now, by, Verb.BROUGHT_BACK)
        kept = _set_aside(settings.path, _beside(settings, "damaged", now))
        made.replace(settings.path)
    return kept


def _set_aside(path: Path, kept: Path) -> Path:
    """Move a damaged file and what belongs to it out of the way, and keep it."""
    for part in BESIDE_A_FILE:
        there = path.with_name(path.name + part)
        if there.exists():
            there.rename(kept.with_name(kept.name + part))
    return kept


@contextmanager
def usable(path: Path, settings: Settings, now: datetime) -> Iterator[Database]:
    """A backup, opened as a copy that is brought to this version; raises BackupError."""
    with workplace(folder_of(settings)) as folder:
        copy = Settings.at(folder / "backup.db", settings.keys)
        _fetch(path, folder / "backup.db")
        with closing(Database(copy)) as backup:
            try:
                _require_rows(backup)
                make_ready(backup)
                _require_modest(backup)
                require_keys(backup, Sealer(settings.keys), now)
                check(backup, Sealer(settings.keys))
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


def _require_modest(backup: Database) -> None:
    """Refuse, before it is read, a value larger than any that is ever kept."""
    with backup.reading() as connection:
        for table in (*CARRIED, t.table(t.Trail)):
            longest = select(*(func.max(func.length(column)) for column in table.c))
            found = connection.execute(longest).one()
            for column, length in zip(table.c, found, strict=True):
                if (length or 0) > _most(column):
                    raise Corrupted(backup.place, DAMAGED.says)


def _most(column: Column[Any]) -> int:
    return MOST_EVER_KEPT if column is t.table(t.Diary).c.data else MOST_TEXT


def _fetch(path: Path, copy: Path) -> None:
    try:
        for part in BESIDE_A_FILE:
            there = path.with_name(path.name + part)
            if not part or there.exists():
                shutil.copyfile(there, copy.with_name(copy.name + part))
    except OSError as error:
        what = tell("cannot be read: {reason}", reason=error.strerror)
        raise BackupError(str(path), what) from error


def _beside(settings: Settings, why: str, now: datetime) -> Path:
    """A new name for a file that is kept beside the records."""
    stem = settings.path.stem if settings.path else "records"
    return folder_of(settings) / f"{stem}-{why}-{now:%Y%m%d-%H%M%S-%f}.db"


def _replaced(backup: Connection) -> tuple[Table, ...]:
    """The tables that a backup replaces: a backup of before has nothing of what was set once."""
    has_settings = backup.execute(select(SETTING).limit(1)).first() is not None
    return tuple(table for table in CARRIED if has_settings or table is not SETTING)


def _has_trail(database: Database) -> bool:
    with database.reading() as connection:
        return connection.execute(select(t.Trail.id).limit(1)).first() is not None


def _hold_everything(connection: Connection) -> None:
    """Keep other writers away until the transaction ends; a SQLite file has only one anyway."""
    if connection.dialect.name == "postgresql":
        names = ", ".join(table.name for table in CARRIED)
        connection.execute(text(f"LOCK TABLE {names} IN EXCLUSIVE MODE"))
