"""A whole check: SQLite's own, then every row opened as a reader would."""

from typing import Any

from sqlalchemy import func, select

from records.errors import Corrupted
from records.safekeeping.rotation import SEALED, opened
from records.storage import tables as t
from records.storage.database import Database
from records.storage.database_errors import DAMAGED
from records.storage.opening import require_whole
from records.storage.sealing import Sealer
from records.storage.text_codec import unpressed

AT_ONCE = 100  # rows
COUNTED = tuple(map(t.table, (t.Client, t.Visit, t.Revision, t.Diary, t.Trail)))


def check(database: Database, sealer: Sealer) -> dict[str, int]:
    """How many rows of each table, all of them readable; raises Corrupted or Tampered."""
    if database.settings.path:
        _check_file(database)
    with database.reading() as connection:
        for table in SEALED:
            found = connection.execution_options(yield_per=AT_ONCE).execute(select(table))
            for row in found.mappings():
                _require_text(opened(sealer, table, row), database.place)
        counts = {table.name: select(func.count()).select_from(table) for table in COUNTED}
        return {name: connection.execute(count).scalar_one() for name, count in counts.items()}


def _check_file(database: Database) -> None:
    with database.outside() as cursor:
        require_whole(cursor, "integrity_check", database.place)
        if cursor.execute("PRAGMA foreign_key_check").fetchone():
            raise Corrupted(database.place, DAMAGED.says)


def _require_text(row: dict[str, Any], place: str) -> None:
    try:
        if "body" in row:
            unpressed(row["body"])
    except ValueError as error:
        raise Corrupted(place, DAMAGED.says) from error
