"""Visits as numbered revisions: only ever added to, and never over somebody else's change."""

import secrets
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from records import tables as t
from records.audit import Verb
from records.database_errors import DAMAGED
from records.errors import Conflict, Corrupted, NotFound
from records.rows import Facts, Opened, Revision, RevisionLine, Saved
from records.scope import Desk, Found
from records.text_codec import ends, folded, from_bytes, pressed, to_bytes, unpressed

TOKEN_BYTES = 24
ID_BYTES = 16


def begin(desk: Desk, body: str, facts: Facts, knowledge: str) -> Saved:
    """A first visit, and with it a new client."""
    client = secrets.token_hex(ID_BYTES)
    add_client(desk, client, facts)
    return new_visit(desk, client, body, facts, knowledge)


def add_client(desk: Desk, client: str, facts: Facts) -> None:
    """Add the row of a client that has no visit yet."""
    row = {"id": client, "owner": desk.owner, "latest": "", "touched_at": desk.now}
    label = _label(desk, client, facts.label)
    desk.connection.execute(insert(t.Client).values(**row, **label, **_days(facts)))
    _add_parts(desk, desk.owner, client, label["folded"])


def new_visit(desk: Desk, client: str, body: str, facts: Facts, knowledge: str) -> Saved:
    """Another visit of a client."""
    desk.hold(client)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    first = Revision(1, desk.now, knowledge, body)
    add_visit(desk, client, token, facts, first.saved_at)
    add_revision(desk, token, first)
    tell_client(desk, client, token, facts)
    desk.note(Verb.BEGAN, client, token)
    return Saved(client, token, 1, desk.now)


def add_visit(desk: Desk, client: str, token: str, facts: Facts, begun_at: datetime) -> None:
    """Add the row of a visit whose first revision follows."""
    times = {"begun_at": begun_at, "saved_at": begun_at}
    days = {"on_day": facts.on, "review_on": facts.review_on}
    desk.connection.execute(
        insert(t.Visit).values(token=token, client=client, revision=1, **days, **times)
    )


def add_revision(desk: Desk, token: str, revision: Revision) -> None:
    """Add one revision, sealed to its place."""
    body = desk.sealer.seal(pressed(revision.body), "revision", token, revision.number, "body")
    desk.connection.execute(
        insert(t.Revision).values(
            visit=token,
            number=revision.number,
            saved_at=revision.saved_at,
            knowledge=revision.knowledge,
            key_id=desk.sealer.current,
            body=body,
        )
    )


def open_visit(desk: Desk, token: str) -> Opened:
    """A visit with its newest revision."""
    visit = desk.visit(token)
    client = desk.client(visit.client)
    desk.note(Verb.OPENED, visit.client, token)
    label = label_of(desk, client)
    return Opened(visit.client, token, label, visit.on_day, _newest(desk, visit))


def save(
    desk: Desk, token: str, seen: int, body: str, facts: Facts, knowledge: str, verb: Verb
) -> Saved:
    """Add a revision; raises Conflict when `seen` is not the newest one."""
    visit = desk.held_visit(token)
    newest = _newest(desk, visit)
    if newest.body == body:
        return Saved(visit.client, token, newest.number, newest.saved_at, wrote=False)
    if newest.number != seen:
        raise Conflict(newest, body, seen)
    added = Revision(seen + 1, desk.now, knowledge, body)
    add_revision(desk, token, added)
    move_visit(desk, token, added, facts)
    tell_client(desk, visit.client, token, facts)
    desk.note(verb, visit.client, token)
    return Saved(visit.client, token, seen + 1, desk.now)


def move_visit(desk: Desk, token: str, newest: Revision, facts: Facts) -> None:
    """Make a revision the newest of its visit."""
    at = {"revision": newest.number, "saved_at": newest.saved_at}
    days = {"on_day": facts.on, "review_on": facts.review_on}
    desk.connection.execute(update(t.Visit).where(t.Visit.token == token).values(**at, **days))


def restore(desk: Desk, token: str, number: int, seen: int, facts: Facts, knowledge: str) -> Saved:
    """Add an earlier revision's body as the newest one."""
    body = revision(desk, token, number).body
    return save(desk, token, seen, body, facts, knowledge, Verb.RESTORED)


def revisions(desk: Desk, token: str) -> tuple[RevisionLine, ...]:
    """Every revision of a visit, newest first, without the bodies."""
    row = t.Revision
    desk.visit(token)
    query = select(row.number, row.saved_at, row.knowledge).where(row.visit == token)
    found = desk.connection.execute(query.order_by(row.number.desc()))
    return tuple(RevisionLine(*line) for line in found)


def revision(desk: Desk, token: str, number: int) -> Revision:
    """One revision of a visit; raises NotFound."""
    if not 1 <= number <= desk.visit(token).revision:
        raise NotFound("revision", f"this visit has no revision {number}")
    return _revision(desk, token, number)


def bodies(desk: Desk, token: str) -> Iterator[Revision]:
    """Every revision of a visit, oldest first."""
    for number in range(1, desk.visit(token).revision + 1):
        yield _revision(desk, token, number)


def _revision(desk: Desk, token: str, number: int) -> Revision:
    row = t.Revision
    query = select(row.saved_at, row.knowledge, row.key_id, row.body)
    found = desk.connection.execute(query.where(row.visit == token, row.number == number)).first()
    if found is None:
        raise Corrupted("records", DAMAGED.says)
    body = desk.sealer.open(found.body, found.key_id, "revision", token, number, "body")
    return Revision(number, found.saved_at, found.knowledge, _text(body))


def _text(stored: bytes) -> str:
    try:
        return unpressed(stored)
    except ValueError as error:
        raise Corrupted("records", DAMAGED.says) from error


def _newest(desk: Desk, visit: Found) -> Revision:
    return _revision(desk, visit.token, visit.revision)


def tell_client(desk: Desk, client: str, token: str, facts: Facts) -> None:
    """The client's line in a list follows the visit with the latest day, whichever was saved."""
    latest = _latest(desk, client)
    said = _label(desk, client, facts.label) if latest.token == token else {}
    days = {"latest": latest.token, "last_on": latest.on_day, "review_on": latest.review_on}
    desk.connection.execute(
        update(t.Client).where(t.Client.id == client).values(touched_at=desk.now, **days, **said)
    )
    if said and said["folded"] != latest.folded:
        desk.connection.execute(delete(t.LabelPart).where(t.LabelPart.client == client))
        _add_parts(desk, latest.owner, client, said["folded"])


def _latest(desk: Desk, client: str) -> Found:
    """The visit with the latest day, beside what is stored of its client."""
    row, whose = t.Visit, t.Client
    columns: tuple[Any, ...] = (row.token, row.on_day, row.review_on, whose.owner, whose.folded)
    query = select(*columns).join(whose).where(row.client == client)
    by_day = query.order_by(row.on_day.desc(), row.begun_at.desc()).limit(1)
    return desk.connection.execute(by_day).one()  # the visit just saved is one of them


def _add_parts(desk: Desk, owner: str, client: str, label: str | None) -> None:
    rows = [{"owner": owner, "client": client, "part": end} for end in ends(label or "")]
    if rows:
        desk.connection.execute(insert(t.LabelPart), rows)


def _days(facts: Facts) -> dict[str, object]:
    return {"last_on": facts.on, "review_on": facts.review_on}


def _label(desk: Desk, client: str, label: str) -> dict[str, Any]:
    sealer = desk.sealer
    return {
        "label": sealer.seal(to_bytes(label), "client", client, "label"),
        "folded": None if sealer.current else folded(label),
        "key_id": sealer.current,
    }


def label_of(desk: Desk, client: Found) -> str:
    """A client's label, opened."""
    stored = desk.sealer.open(client.label, client.key_id, "client", client.id, "label")
    return from_bytes(stored)
