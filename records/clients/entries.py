"""What happens to a client beside visits, such as a session: kept, changed and listed like one."""

import secrets
from datetime import date

from planner.model.phrase import tell
from records.clients.listing import timeline
from records.clients.scope import OwnerScope
from records.clients.visits import (
    TOKEN_BYTES,
    Begun,
    add_revision,
    add_visit,
    kept,
    move_visit,
    newest,
)
from records.errors import Conflict, NotFound
from records.rows import VISIT, Entered, Entry, Revision, Saved
from records.storage.audit import Verb


def enter(
    scope: OwnerScope, client: str, entry: Entry, knowledge: str, *, once_a_day: bool = False
) -> Saved:
    """Keep what happened; the client's line in a list stays what the last visit says."""
    scope.hold(client)
    if once_a_day:
        _refuse_a_second(scope, client, entry)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    add_visit(scope, Begun(client, token, entry.kind, scope.now), entry.on)
    add_revision(scope, token, Revision(1, scope.now, knowledge, entry.body))
    scope.note(Verb.ENTERED, client, token)
    return Saved(client, token, 1, scope.now)


def _refuse_a_second(scope: OwnerScope, client: str, entry: Entry) -> None:
    for one in timeline(scope, client, entry.kind):
        if one.on == entry.on:
            raise Conflict(kept(scope, one.token, one.revisions), entry.body, 0)


def change(scope: OwnerScope, token: str, added: Revision, on: date) -> Saved:
    """Add a revision; raises Conflict when it was not made from the newest one."""
    row = scope.held_visit(token)
    if row.kind == VISIT:
        raise NotFound("entry", tell("is a visit, and is changed as one"))
    last = newest(scope, row)
    if (last.body, row.on_day) == (added.body, on):
        return Saved(row.client, token, last.number, last.saved_at)
    if last.number != added.number - 1:
        raise Conflict(last, added.body, added.number - 1)
    add_revision(scope, token, added)
    move_visit(scope, token, added, on)
    scope.note(Verb.CHANGED, row.client, token)
    return Saved(row.client, token, added.number, added.saved_at)


def entered(scope: OwnerScope, client: str, kind: str | None = None) -> tuple[Entered, ...]:
    """What happened to a client beside visits, with its newest text; latest day first."""
    lines = (one for one in timeline(scope, client, kind) if one.kind != VISIT)
    return tuple(
        Entered(one.token, one.on, one.kind, one.begun_at, kept(scope, one.token, one.revisions))
        for one in lines
    )
