"""Keys: refuse to begin without the ones that are needed, and seal everything with a new one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    RowMapping,
    Table,
    delete,
    insert,
    or_,
    select,
    update,
)

from planner.model.phrase import tell
from records.clients.scope import Found
from records.errors import SettingsError, WrongKey
from records.settings import KEY
from records.storage import tables as t
from records.storage.audit import Verb, note
from records.storage.database import Database
from records.storage.row_sums import add_sum
from records.storage.sealing import NEEDED, Sealer

AT_ONCE = 100  # rows a transaction, so that a save never waits long
CLIENTS, DIARIES = t.table(t.Client), t.table(t.Diary)
SEALED = {  # what of each table is sealed; every value is bound to its row's primary key
    CLIENTS: ("label", "about"),
    t.table(t.Revision): ("body",),
    DIARIES: ("name", "data"),
    t.table(t.Setting): ("body",),
}


def require_keys(database: Database, sealer: Sealer, now: datetime) -> None:
    """Raise WrongKey, and show nothing, when rows are sealed with a key that was not given."""
    with database.reading() as connection:
        told = set(connection.execute(select(t.Key.id)).scalars())
        missing = {key for key in told if not sealer.knows(key)}
        if any(_is_used(connection, key) for key in missing):
            raise WrongKey(database.place, NEEDED)
    if missing or sealer.current not in {None, *told}:
        with database.writing() as connection:
            _tell_keys(connection, sealer, now)


def _tell_keys(connection: Connection, sealer: Sealer, now: datetime) -> None:
    """The list of keys is those that rows are sealed with, and the one that seals from now on."""
    told = set(connection.execute(select(t.Key.id)).scalars())
    unused = [key for key in told - {sealer.current} if not _is_used(connection, key)]
    connection.execute(delete(t.Key).where(t.Key.id.in_(unused)))
    if sealer.current not in {None, *told}:
        connection.execute(insert(t.Key).values(id=sealer.current, since=now))


def _is_used(connection: Connection, key: str) -> bool:
    return any(
        connection.execute(select(table.c.key_id).where(table.c.key_id == key).limit(1)).first()
        for table in SEALED
    )


def rotate(database: Database, sealer: Sealer, by: str, now: datetime) -> int:
    """Seal every row with the first key, a few at a time; how many rows were sealed anew.

    Broken off halfway it has lost nothing: both keys are still told, and it can be run again.
    """
    if sealer.current is None:
        raise SettingsError(KEY, tell("is not set: there is no key to seal the records with"))
    sealed = sum(_seal_table(database, sealer, table) for table in SEALED)
    with database.writing() as connection:
        _tell_keys(connection, sealer, now)
        note(connection, now, by, Verb.RESEALED, part=sealer.current)
    return sealed


def _seal_table(database: Database, sealer: Sealer, table: Table) -> int:
    with database.reading() as connection:
        waiting = _otherwise_sealed(connection, sealer, table)
    for begin in range(0, len(waiting), AT_ONCE):
        with database.writing() as connection:
            for identity in waiting[begin : begin + AT_ONCE]:
                _seal_row(connection, sealer, table, identity)
    return len(waiting)


def _otherwise_sealed(connection: Connection, sealer: Sealer, table: Table) -> Sequence[Any]:
    """The primary keys of rows that are plain, or sealed with an earlier key."""
    key = table.c.key_id
    query = select(*table.primary_key).where(or_(key.is_(None), key != sealer.current))
    return connection.execute(query).all()


def _seal_row(connection: Connection, sealer: Sealer, table: Table, identity: Found) -> None:
    here = _is_row(table, identity)
    row = connection.execute(select(table).where(*here).with_for_update()).mappings().first()
    if row is None:
        return  # deleted in the meantime
    plain = opened(sealer, table, row)
    new: dict[str, Any] = {
        name: sealer.seal(value, *_bound(table, row, name)) for name, value in plain.items()
    }
    if table is CLIENTS:
        new["folded"] = None
        connection.execute(delete(t.LabelPart).where(t.LabelPart.client == row["id"]))
    if table is DIARIES:
        new["digest"] = sealer.digests(plain["data"])[0]
    connection.execute(update(table).where(*here).values(key_id=sealer.current, **new))
    add_sum(connection, table, *identity)


def opened(sealer: Sealer, table: Table, row: RowMapping) -> dict[str, bytes]:
    """What is sealed of a row, opened."""
    return {
        name: sealer.open(row[name], row["key_id"], *_bound(table, row, name))
        for name in SEALED[table]
        if row[name] is not None
    }


def _bound(table: Table, row: RowMapping, name: str) -> tuple[object, ...]:
    return (table.name, *(row[column.name] for column in table.primary_key), name)


def _is_row(table: Table, identity: Found) -> list[ColumnElement[bool]]:
    columns: Sequence[Column[Any]] = list(table.primary_key)
    return [column == value for column, value in zip(columns, identity, strict=True)]
