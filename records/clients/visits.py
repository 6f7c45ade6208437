"""Visits as numbered revisions: only ever added to, and never over somebody else's change."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import insert, select, update

from planner.model.phrase import tell
from records.clients.scope import Found, OwnerScope
from records.clients.told import add_client, label_of, tell_client
from records.errors import Conflict, Corrupted, NotFound
from records.rows import VISIT, Opened, Revision, RevisionLine, Saved, VisitSummary
from records.storage import tables as t
from records.storage.audit import Verb
from records.storage.database_errors import DAMAGED
from records.storage.row_sums import add_sum, is_as_written
from records.storage.text_codec import pressed, unpressed

REVISIONS = t.table(t.Revision)
TOKEN_BYTES = 24
ID_BYTES = 16


def new_id() -> str:
    """An id for a client who is new to the records: it says nothing of them."""
    return secrets.token_hex(ID_BYTES)


def begin(
    scope: OwnerScope, body: str, summary: VisitSummary, knowledge: str, wanted: str
) -> Saved:
    """A first visit, and with it a new client: of the id that is wanted, where it is free."""
    client = wanted if wanted and scope.is_free(t.Client.id, wanted) else new_id()
    add_client(scope, client, summary)
    return new_visit(scope, client, body, summary, knowledge)


def new_visit(
    scope: OwnerScope, client: str, body: str, summary: VisitSummary, knowledge: str
) -> Saved:
    """Another visit of a client."""
    scope.hold(client)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    first = Revision(1, scope.now, knowledge, body)
    begun = Begun(client, token, VISIT, first.saved_at)
    add_visit(scope, begun, summary.on, summary.review_on)
    add_revision(scope, token, first)
    tell_client(scope, client, token, summary)
    scope.note(Verb.BEGAN, client, token)
    return Saved(client, token, 1, scope.now)


@dataclass(frozen=True)
class Begun:
    """The row of a visit, or of what else happened, before it has a text."""

    client: str
    token: str
    kind: str
    at: datetime


def add_visit(scope: OwnerScope, begun: Begun, on: date, review_on: date | None = None) -> None:
    """Add the row of a visit whose first revision follows."""
    times = {"begun_at": begun.at, "saved_at": begun.at}
    days = {"on_day": on, "review_on": review_on}
    row = {"token": begun.token, "client": begun.client, "kind": begun.kind, "revision": 1}
    scope.connection.execute(insert(t.Visit).values(**row, **days, **times))
    add_sum(scope.connection, t.table(t.Visit), begun.token)


def add_revision(scope: OwnerScope, token: str, revision: Revision) -> None:
    """Add one revision, sealed to its place."""
    body = scope.sealer.seal(pressed(revision.body), "revision", token, revision.number, "body")
    scope.connection.execute(
        insert(t.Revision).values(
            visit=token,
            number=revision.number,
            saved_at=revision.saved_at,
            knowledge=revision.knowledge,
            key_id=scope.sealer.current,
            body=body,
        )
    )
    add_sum(scope.connection, t.table(t.Revision), token, revision.number)


def open_visit(scope: OwnerScope, token: str) -> Opened:
    """A visit with its newest revision."""
    visit = scope.visit(token)
    client = scope.client(visit.client)
    scope.note(Verb.OPENED, visit.client, token)
    label = label_of(scope, client)
    return Opened(visit.client, token, label, visit.on_day, newest(scope, visit))


def save(
    scope: OwnerScope, token: str, added: Revision, summary: VisitSummary, verb: Verb
) -> Saved:
    """Add a revision; raises Conflict when it was not made from the newest one."""
    visit = scope.held_visit(token)
    last = newest(scope, visit)
    if last.body == added.body:
        return Saved(visit.client, token, last.number, last.saved_at)
    if last.number != added.number - 1:
        raise Conflict(last, added.body, added.number - 1)
    add_revision(scope, token, added)
    move_visit(scope, token, added, summary.on, summary.review_on)
    tell_client(scope, visit.client, token, summary)
    scope.note(verb, visit.client, token)
    return Saved(visit.client, token, added.number, added.saved_at)


def move_visit(
    scope: OwnerScope, token: str, newest: Revision, on: date, review_on: date | None = None
) -> None:
    """Make a revision the newest of its visit."""
    at = {"revision": newest.number, "saved_at": newest.saved_at}
    days = {"on_day": on, "review_on": review_on}
    scope.connection.execute(update(t.Visit).where(t.Visit.token == token).values(**at, **days))
    add_sum(scope.connection, t.table(t.Visit), token)


def restore(
    scope: OwnerScope, token: str, number: int, seen: int, summary: VisitSummary, knowledge: str
) -> Saved:
    """Add an earlier revision's body as the newest one."""
    body = revision(scope, token, number).body
    added = Revision(seen + 1, scope.now, knowledge, body)
    return save(scope, token, added, summary, Verb.RESTORED)


def revisions(scope: OwnerScope, token: str) -> tuple[RevisionLine, ...]:
    """Every revision of a visit, newest first, without the bodies."""
    row = t.Revision
    scope.visit(token)
    query = select(row.number, row.saved_at, row.knowledge).where(row.visit == token)
    found = scope.connection.execute(query.order_by(row.number.desc()))
    return tuple(RevisionLine(*line) for line in found)


def revision(scope: OwnerScope, token: str, number: int) -> Revision:
    """One revision of a visit; raises NotFound."""
    if not 1 <= number <= scope.visit(token).revision:
        raise NotFound("revision", tell("this visit has no revision {number}", number=number))
    return kept(scope, token, number)


def bodies(scope: OwnerScope, token: str) -> Iterator[Revision]:
    """Every revision of a visit, oldest first."""
    for number in range(1, scope.visit(token).revision + 1):
        yield kept(scope, token, number)


def kept(scope: OwnerScope, token: str, number: int) -> Revision:
    """A revision of a visit that was found to be this owner's to see."""
    row = t.Revision
    query = select(REVISIONS).where(row.visit == token, row.number == number)
    found = scope.connection.execute(query).first()
    if found is None or not is_as_written(REVISIONS, found._mapping):
        raise Corrupted("records", DAMAGED.says)
    body = scope.sealer.open(found.body, found.key_id, "revision", token, number, "body")
    return Revision(number, found.saved_at, found.knowledge, _text(body))


def _text(stored: bytes) -> str:
    try:
        return unpressed(stored)
    except ValueError as error:
        raise Corrupted("records", DAMAGED.says) from error


def newest(scope: OwnerScope, visit: Found) -> Revision:
    """The newest revision of a visit."""
    return kept(scope, visit.token, visit.revision)
