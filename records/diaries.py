"""The diary files of a client, as they were handed in."""

import secrets
from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, select

from records import tables as t
from records.rows import DiaryLine
from records.scope import Desk, Found
from records.trail import Verb
from records.visits import ID_BYTES
from records.words import from_bytes, to_bytes

LISTED: tuple[Any, ...] = (t.Diary.id, t.Diary.name, t.Diary.size, t.Diary.kept_at, t.Diary.key_id)


def keep(desk: Desk, client: str, name: str, data: bytes) -> DiaryLine:
    """Keep a diary file; the same bytes a second time add nothing."""
    desk.hold(client)
    digests = desk.sealer.digests(data)
    row = t.Diary
    same = select(*LISTED).where(row.client == client, row.digest.in_(digests))
    found = desk.connection.execute(same).first()
    return _line(desk, found) if found else _add(desk, client, name, data, digests[0])


def _add(desk: Desk, client: str, name: str, data: bytes, digest: str) -> DiaryLine:
    diary = secrets.token_urlsafe(ID_BYTES)
    desk.connection.execute(
        insert(t.Diary).values(
            id=diary,
            client=client,
            digest=digest,
            kept_at=desk.now,
            size=len(data),
            key_id=desk.sealer.current,
            name=desk.sealer.seal(to_bytes(name), "diary", diary, "name"),
            data=desk.sealer.seal(data, "diary", diary, "data"),
        )
    )
    desk.note(Verb.KEPT_DIARY, client, diary)
    return DiaryLine(diary, name, len(data), desk.now)


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
