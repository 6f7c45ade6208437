"""A whole check: SQLite's own, then every row opened as a reader would."""

from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, RowMapping, Table, func, select

from planner.model.errors import Problem
from planner.model.phrase import tell
from records.clients.diaries import is_same_file
from records.errors import Corrupted, DamagedRows, Tampered
from records.safekeeping.rotation import DIARIES, SEALED, opened
from records.storage import tables as t
from records.storage.database import Database
from records.storage.database_errors import DAMAGED, NOT_AS_WRITTEN
from records.storage.opening import require_whole
from records.storage.row_sums import SUMMED, is_as_written
from records.storage.sealing import Sealer
from records.storage.text_codec import from_bytes, unpressed

COUNTED = tuple(map(t.table, (t.Client, t.Visit, t.Revision, t.Diary, t.Trail)))
READ = tuple(dict.fromkeys((*SEALED, *SUMMED, t.table(t.Trail), t.table(t.Share))))
TEXTS = ("label", "about", "name")  # the sealed columns that are texts; a body is pressed too
NOT_AS_IT_WAS = tell("cannot be read as it was written")
HAS_GAPS = tell("lacks some of its versions")


def check(database: Database, sealer: Sealer) -> dict[str, int]:
    """How many rows of each table, all of them readable.

    Raises Corrupted where the file is damaged, DamagedRows with every row that is.
    """
    if database.settings.path:
        _check_file(database)
    with database.reading() as connection:
        bad = [*_unreadable(connection, sealer), *_with_gaps(connection)]
        if bad:
            raise DamagedRows(bad)
        counts = {table.name: select(func.count()).select_from(table) for table in COUNTED}
        return {name: connection.execute(count).scalar_one() for name, count in counts.items()}


def _check_file(database: Database) -> None:
    with database.outside() as cursor:
        require_whole(cursor, "integrity_check", database.place)
        if cursor.execute("PRAGMA foreign_key_check").fetchone():
            raise Corrupted(database.place, DAMAGED.says)


def _unreadable(connection: Connection, sealer: Sealer) -> Iterator[Problem]:
    """Every row that is not as it was written: read in one go, one by one where that breaks."""
    for table in READ:
        rows = connection.execution_options(yield_per=t.at_once(table)).execute(select(table))
        try:
            faults = [_fault(sealer, table, row) for row in rows.mappings()]
        except NOT_AS_WRITTEN:
            faults = list(_one_by_one(connection, sealer, table))
        yield from filter(None, faults)


def _one_by_one(connection: Connection, sealer: Sealer, table: Table) -> Iterator[Problem | None]:
    for key in connection.execute(select(*table.primary_key)).all():
        here = [column == value for column, value in zip(table.primary_key, key, strict=True)]
        try:
            row = connection.execute(select(table).where(*here)).mappings().one()
            yield _fault(sealer, table, row)
        except NOT_AS_WRITTEN:
            yield Problem(_named(table, key), NOT_AS_IT_WAS)


def _fault(sealer: Sealer, table: Table, row: RowMapping) -> Problem | None:
    """What is wrong with a row; None where it is as it was written."""
    name = _named(table, [row[column.name] for column in table.primary_key])
    try:
        for column, stored in opened(sealer, table, row).items() if table in SEALED else ():
            _require_text(column, stored)
    except Tampered as error:
        return Problem(name, error.problems[0].what)
    except NOT_AS_WRITTEN:
        return Problem(name, NOT_AS_IT_WAS)
    return None if _is_whole(sealer, table, row) else Problem(name, NOT_AS_IT_WAS)


def _is_whole(sealer: Sealer, table: Table, row: RowMapping) -> bool:
    if table is DIARIES and not is_same_file(sealer, row):
        return False
    return table not in SUMMED or is_as_written(table, row)


def _require_text(name: str, stored: bytes) -> None:
    if name == "body":
        unpressed(stored)
    elif name in TEXTS:
        from_bytes(stored)


def _with_gaps(connection: Connection) -> Iterator[Problem]:
    """The visits that have not every version up to their newest."""
    row, visit = t.Revision, t.Visit
    there = select(func.count()).where(row.visit == visit.token).scalar_subquery()
    newest = select(func.max(row.number)).where(row.visit == visit.token).scalar_subquery()
    gaps = select(visit.token).where((visit.revision != there) | (visit.revision != newest))
    for found in connection.execute(gaps):
        yield Problem(_named(t.table(visit), found), HAS_GAPS)


def _named(table: Table, key: Iterable[object]) -> str:
    return f"{table.name} {'/'.join(map(str, key))}"
