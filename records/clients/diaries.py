"""The files of a client, diaries first of all, as they were handed in or out."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, insert, select

from planner.model.phrase import tell
from records.clients.scope import Found, OwnerScope
from records.clients.visits import ID_BYTES
from records.errors import CannotSave, Corrupted
from records.limits import MEGABYTE, MOST_FILE
from records.rows import DIARY, DiaryLine, File
from records.storage import tables as t
from records.storage.audit import Verb
from records.storage.database_errors import DAMAGED
from records.storage.row_sums import add_sum
from records.storage.sealing import Sealer
from records.storage.text_codec import from_bytes, to_bytes

TOO_LARGE = tell("is larger than {megabytes} MB: it is not kept", megabytes=MOST_FILE // MEGABYTE)
LISTED: tuple[Any, ...] = (
    t.Diary.id,
    t.Diary.name,
    t.Diary.size,
    t.Diary.kept_at,
    t.Diary.key_id,
    t.Diary.kind,
)


def keep(scope: OwnerScope, client: str, file: File, at: datetime | None = None) -> DiaryLine:
    """Keep a file, from now on or as it was; the same bytes a second time add nothing."""
    if len(file.data) > MOST_FILE:
        raise CannotSave(file.name, TOO_LARGE)
    scope.hold(client)
    digests = scope.sealer.digests(file.data)
    row = t.Diary
    same = select(*LISTED).where(row.client == client, row.digest.in_(digests))
    found = scope.connection.execute(same).first()
    if found:
        return _line(scope, found)
    line = DiaryLine(
        secrets.token_hex(ID_BYTES), file.name, len(file.data), at or scope.now, file.kind
    )
    _add(scope, client, line, file.data, digests[0])
    return line


def _add(scope: OwnerScope, client: str, line: DiaryLine, data: bytes, digest: str) -> None:
    scope.connection.execute(
        insert(t.Diary).values(
            id=line.id,
            client=client,
            digest=digest,
            kept_at=line.kept_at,
            kind=line.kind,
            size=line.size,
            key_id=scope.sealer.current,
            name=scope.sealer.seal(to_bytes(line.name), "diary", line.id, "name"),
            data=scope.sealer.seal(data, "diary", line.id, "data"),
        )
    )
    add_sum(scope.connection, t.table(t.Diary), line.id)
    scope.note(Verb.KEPT_DIARY, client, line.id)


def listed(scope: OwnerScope, client: str, kind: str | None = DIARY) -> tuple[DiaryLine, ...]:
    """The files of a client of one kind, or of every kind, newest first."""
    scope.client(client)
    row = t.Diary
    query = select(*LISTED).where(row.client == client)
    if kind is not None:
        query = query.where(row.kind == kind)
    found: Iterable[Found] = scope.connection.execute(query.order_by(row.kept_at.desc(), row.id))
    return tuple(_line(scope, one) for one in found)


def read(scope: OwnerScope, diary: str) -> bytes:
    """The bytes of a diary file."""
    found = scope.diary(diary)
    scope.note(Verb.OPENED_DIARY, found.client, diary)
    if not is_same_file(scope.sealer, found._mapping):
        raise Corrupted("records", DAMAGED.says)
    return _data(scope.sealer, found._mapping)


def is_same_file(sealer: Sealer, row: RowMapping) -> bool:
    """Whether the bytes of a file are those that were handed in."""
    return row["digest"] in sealer.digests(_data(sealer, row))


def _data(sealer: Sealer, row: RowMapping) -> bytes:
    return sealer.open(row["data"], row["key_id"], "diary", row["id"], "data")


def _line(scope: OwnerScope, row: Found) -> DiaryLine:
    name = scope.sealer.open(row.name, row.key_id, "diary", row.id, "name")
    return DiaryLine(row.id, from_bytes(name), row.size, row.kept_at, row.kind)
