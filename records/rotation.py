"""Keys: refuse to begin without the ones that are needed, and seal everything with a new one."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, delete, insert, or_, select, update

from records import tables as t
from records.database import Database
from records.errors import SettingsError, WrongKey
from records.scope import Found
from records.sealing import NEEDED, Sealer
from records.settings import KEY, LOCAL
from records.trail import Verb


class _Column(NamedTuple):
    """What of a table is sealed, and the row each value is bound to."""

    table: type[t.Base]
    identity: tuple[str, ...]
    sealed: tuple[str, ...]
    bound: Callable[[Found, str], tuple[object, ...]]


SEALED = (
    _Column(t.Client, ("id",), ("label",), lambda row, name: ("client", row.id, name)),
    _Column(
        t.Revision,
        ("visit", "number"),
        ("body",),
        lambda row, name: ("revision", row.visit, row.number, name),
    ),
    _Column(t.Diary, ("id",), ("name", "data"), lambda row, name: ("diary", row.id, name)),
)


def require_keys(database: Database, sealer: Sealer) -> None:
    """Raise WrongKey, and show nothing, when rows are sealed with a key that was not given."""
    with database.reading() as connection:
        used = set(connection.execute(select(t.Key.id)).scalars())
    if not all(map(sealer.knows, used)):
        raise WrongKey(database.place, NEEDED)
    if sealer.current and sealer.current not in used:
        with database.writing() as connection:
            _remember(connection, sealer.current)


def _remember(connection: Connection, key: str, now: datetime | None = None) -> None:
    known = connection.execute(select(t.Key.id).where(t.Key.id == key)).first()
    if known is None:
        since = now or datetime.now().astimezone()
        connection.execute(insert(t.Key).values(id=key, since=since))


def rotate(database: Database, sealer: Sealer, now: datetime) -> int:
    """Seal every row with the first key, in one transaction; how many rows were sealed anew."""
    if sealer.current is None:
        raise SettingsError(KEY, "is not set: there is no key to seal the records with")
    with database.writing() as connection:
        sealed = sum(_seal_table(connection, sealer, column) for column in SEALED)
        connection.execute(delete(t.Key).where(t.Key.id != sealer.current))
        _remember(connection, sealer.current, now)
        connection.execute(
            insert(t.Trail).values(
                at=now, who=LOCAL, verb=Verb.RESEALED.value, client="", part=sealer.current
            )
        )
    return sealed


def _seal_table(connection: Connection, sealer: Sealer, column: _Column) -> int:
    rows = _otherwise_sealed(connection, sealer, column)
    for identity in rows:
        row = _row(connection, column, identity)
        new = {name: _anew(sealer, column, row, name) for name in column.sealed}
        if column.table is t.Client:
            new["folded"] = None
        if column.table is t.Diary:
            new["digest"] = sealer.digests(_plain(sealer, column, row, "data"))[0]
        here = _is_row(column, identity)
        connection.execute(update(column.table).where(*here).values(key_id=sealer.current, **new))
    return len(rows)


def _otherwise_sealed(connection: Connection, sealer: Sealer, column: _Column) -> Sequence[Found]:
    """Which rows are plain, or sealed with an earlier key: only what tells them apart."""
    key = column.table.key_id  # type: ignore[attr-defined]
    identity = [getattr(column.table, name) for name in column.identity]
    query = select(*identity).where(or_(key.is_(None), key != sealer.current))
    return connection.execute(query).all()


def _row(connection: Connection, column: _Column, identity: Found) -> Found:
    names = (*column.identity, "key_id", *column.sealed)
    columns = [getattr(column.table, name) for name in names]
    return connection.execute(select(*columns).where(*_is_row(column, identity))).one()


def _is_row(column: _Column, identity: Found) -> list[ColumnElement[bool]]:
    return [
        getattr(column.table, name) == value
        for name, value in zip(column.identity, identity, strict=True)
    ]


def _plain(sealer: Sealer, column: _Column, row: Found, name: str) -> bytes:
    return sealer.open(getattr(row, name), row.key_id, *column.bound(row, name))


def _anew(sealer: Sealer, column: _Column, row: Found, name: str) -> object:
    return sealer.seal(_plain(sealer, column, row, name), *column.bound(row, name))
