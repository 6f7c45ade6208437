"""One client gathered from the records, and taken in where what it holds is missing."""

import secrets

from records import tables as t
from records.clients import timeline
from records.diaries import keep, listed, read
from records.errors import ParcelError
from records.parcel import PackedClient, PackedVisit
from records.rows import Facts, Revision, Taken
from records.scope import Desk
from records.trail import Verb
from records.visits import (
    ID_BYTES,
    TOKEN_BYTES,
    add_client,
    add_revision,
    add_visit,
    bodies,
    label_of,
    move_visit,
    tell_client,
)

CHANGED_ON_BOTH = (
    "holds a visit that was changed both there and here: nothing was taken in. Delete or keep the"
    " client here, or take in the other machine's file into records without this client"
)


def gather(desk: Desk, client: str) -> PackedClient:
    """All that is kept of one client; the first visit is the earliest."""
    row = desk.client(client)
    visits = tuple(
        PackedVisit(
            one.token,
            Facts(label_of(desk, row), one.on, one.review_on),
            one.begun_at,
            tuple(bodies(desk, one.token)),
        )
        for one in reversed(timeline(desk, client))
    )
    diaries = tuple((one.name, read(desk, one.id)) for one in reversed(listed(desk, client)))
    desk.note(Verb.EXPORTED, client)
    return PackedClient(client, label_of(desk, row), visits, diaries)


def take_in(desk: Desk, received: PackedClient) -> Taken:
    """Add what these records lack; a client of somebody else comes in as a new one."""
    is_known = desk.sees(received.id)
    is_free = desk.is_free(t.Client.id, received.id)
    client = received.id if is_known or is_free else secrets.token_urlsafe(ID_BYTES)
    if is_known:
        desk.hold(client)
    else:
        add_client(desk, client, received.visits[0].facts)
    known = {one.token for one in timeline(desk, client)}
    added = [_take_visit(desk, client, visit, visit.token in known) for visit in received.visits]
    before = len(listed(desk, client))
    for name, data in received.diaries:
        keep(desk, client, name, data)
    diaries = len(listed(desk, client)) - before
    desk.note(Verb.TOOK_IN, client)
    new_visits = sum(visit.token not in known for visit in received.visits)
    return Taken(client, not is_known, new_visits, sum(added), diaries)


def _take_visit(desk: Desk, client: str, visit: PackedVisit, is_known: bool) -> int:
    """Add the revisions that are missing here; how many."""
    stored = tuple(bodies(desk, visit.token)) if is_known else ()
    missing = _missing(stored, visit.revisions)
    token = visit.token
    if missing and not is_known:
        if not desk.is_free(t.Visit.token, token):
            token = secrets.token_urlsafe(TOKEN_BYTES)
        add_visit(desk, client, token, visit.facts, visit.begun_at)
    for revision in missing:
        add_revision(desk, token, revision)
    if missing:
        move_visit(desk, token, missing[-1], visit.facts)
        tell_client(desk, client, token, visit.facts)
    return len(missing)


def _missing(stored: tuple[Revision, ...], received: tuple[Revision, ...]) -> tuple[Revision, ...]:
    """The received revisions after the stored ones; raises ParcelError where both went on."""
    shared = min(len(stored), len(received))
    both = zip(stored[:shared], received[:shared], strict=True)
    if any(one.body != other.body for one, other in both):
        raise ParcelError("file", CHANGED_ON_BOTH)
    return received[shared:]
