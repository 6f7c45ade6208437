"""The diary files of a client, as they were handed in."""

import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from records import tables as t
from records.audit import Verb
from records.rows import DiaryLine
from records.scope import Desk, Found
from records.text_codec import from_bytes, to_bytes
from records.visits import ID_BYTES

LISTED: tuple[Any, ...] = (t.Diary.id, t.Diary.name, t.Diary.size, t.Diary.kept_at, t.Diary.key_id)


def keep(desk: Desk, client: str, name: str, data: bytes, at: datetime | None = None) -> DiaryLine:
    """Keep a diary file, from now on or as it was; the same bytes a second time add nothing."""
    desk.hold(client)
    digests = desk.sealer.digests(data)
    row = t.Diary
    same = select(*LISTED).where(row.client == client, row.digest.in_(digests))
    found = desk.connection.execute(same).first()
    if found:
        return _line(desk, found)
    line = DiaryLine(secrets.token_hex(ID_BYTES), name, len(data), at or desk.now)
    _add(desk, client, line, data, digests[0])
    return line


def _add(desk: Desk, client: str, line: DiaryLine, data: bytes, digest: str) -> None:
    desk.connection.execute(
        insert(t.Diary).values(
            id=line.id,
            client=client,
            digest=digest,
            kept_at=line.kept_at,
            size=line.size,
            key_id=desk.sealer.current,
            name=desk.sealer.seal(to_bytes(line.name), "diary", line.id, "name"),
            data=desk.sealer.seal(data, "diary", line.id, "data"),
        )
    )
    desk.note(Verb.KEPT_DIARY, client, line.id)


def listed(desk: Desk, client: str) -> tuple[DiaryLine, ...]:
    """The diary files of a client, newest first."""
    desk.client(client)
    row = t.Diary
    query = select(*LISTED).where(row.client == client)
    found: Iterable[Found] = desk.connection.execute(query.order_by(row.kept_at.desc(), row.id))
    return tuple(_line(desk, one) for one in found)


def read(desk: Desk, diary: str) -> bytes:
    """The bytes of a diary file."""
    found = desk.diary(diary)
    desk.note(Verb.OPENED_DIARY, found.client, diary)
    return desk.sealer.open(found.data, found.key_id, "diary", diary, "data")


def _line(desk: Desk, row: Found) -> DiaryLine:
    name = desk.sealer.open(row.name, row.key_id, "diary", row.id, "name")
    return DiaryLine(row.id, from_bytes(name), row.size, row.kept_at)
