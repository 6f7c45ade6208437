"""The whole of the records in one SQLite file, whatever database they are in.

The rows are carried over as they are, sealed ones sealed. So a backup of a file can be brought
back into a server, which is how a clinic that outgrows one machine moves.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, insert, select

from planner.model.phrase import tell
from records.errors import BackupError
from records.settings import Settings, data_folder
from records.storage import tables as t
from records.storage.audit import Verb, note
from records.storage.database import Database
from records.storage.opening import make_ready, require_whole

# What hangs on a row comes after it.
ROWS = (t.Client, t.LabelPart, t.Visit, t.Revision, t.Diary, t.Setting, t.Share, t.Key)
CARRIED = tuple(map(t.table, ROWS))


def write(database: Database, path: Path, by: str, now: datetime) -> None:
    """Everything as it is at one moment, also while others write; for this user only."""
    with workplace(path.parent) as folder:
        made = folder / path.name
        copy_to(made, database)
        with database.writing() as connection:
            note(connection, now, by, Verb.BACKED_UP)
        made.replace(path)


def copy_to(path: Path, database: Database) -> None:
    """Every row in a new file, without a log beside it."""
    with closing(Database(Settings.at(path))) as copy:
        make_ready(copy)
        with database.reading() as source, copy.writing() as target:
            carry(source, target)
            carry_trail(source, target)
        _in_one_file(copy)


def folder_of(settings: Settings) -> Path:
    """Where files are kept beside the records."""
    if settings.path:
        return settings.path.parent
    data_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    return data_folder()


@contextmanager
def workplace(folder: Path) -> Iterator[Path]:
    """A folder for this user only, gone afterwards."""
    try:
        with tempfile.TemporaryDirectory(dir=folder, prefix=".backup-") as made:
            yield Path(made)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise BackupError(
            str(folder), tell("cannot be written ({reason}): name another folder", reason=reason)
        ) from error


def carry(source: Connection, target: Connection) -> None:
    """Every row but those of the trail."""
    for table in CARRIED:
        few = source.execution_options(yield_per=t.at_once(table))
        rows = few.execute(select(table)).mappings()
        for some in rows.partitions():
            target.execute(insert(table), [dict(row) for row in some])


def carry_trail(source: Connection, target: Connection) -> None:
    """The lines in their order; the target numbers them itself."""
    trail = t.table(t.Trail)
    columns = [column for column in trail.c if column is not trail.c.id]
    query = select(*columns).order_by(trail.c.id)
    rows = source.execution_options(yield_per=t.FEW_ROWS).execute(query).mappings()
    for some in rows.partitions():
        target.execute(insert(trail), [dict(row) for row in some])


def _in_one_file(copy: Database) -> None:
    """Without a log beside it; raises Corrupted."""
    with copy.outside() as cursor:
        cursor.execute("PRAGMA journal_mode = DELETE")
        require_whole(cursor, "quick_check", copy.place)
