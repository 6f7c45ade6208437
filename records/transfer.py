"""One client gathered from the records, and taken in where what it holds is missing."""

import hashlib

from records import tables as t
from records.archive import PackedClient, PackedDiary, PackedVisit
from records.audit import Verb
from records.clients import timeline
from records.diaries import keep, listed, read
from records.errors import ParcelError
from records.rows import Facts, Revision, Taken
from records.scope import Desk
from records.visits import (
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
    """All that is kept of one client; visits and diaries from the earliest on."""
    label = label_of(desk, desk.client(client))
    visits = tuple(
        PackedVisit(
            one.token,
            Facts(label, one.on, one.review_on),
            one.begun_at,
            tuple(bodies(desk, one.token)),
        )
        for one in reversed(timeline(desk, client))
    )
    diaries = tuple(
        PackedDiary(one.name, one.kept_at, read(desk, one.id))
        for one in reversed(listed(desk, client))
    )
    desk.note(Verb.EXPORTED, client)
    return PackedClient(client, label, visits, diaries)


def take_in(desk: Desk, received: PackedClient) -> Taken:
    """Add what these records lack; a client of somebody else comes in as another one."""
    client = _client_here(desk, received.id)
    is_new = not desk.sees(client)
    if is_new:
        add_client(desk, client, received.visits[0].facts)
    desk.hold(client)
    known = {one.token for one in timeline(desk, client)}
    added = [_take_visit(desk, client, visit, known) for visit in received.visits]
    new_visits = len(timeline(desk, client)) - len(known)
    before = len(listed(desk, client))
    for diary in received.diaries:
        keep(desk, client, diary.name, diary.data, diary.kept_at)
    diaries = len(listed(desk, client)) - before
    desk.note(Verb.TOOK_IN, client)
    return Taken(client, is_new, new_visits, sum(added), diaries)


def _client_here(desk: Desk, wanted: str) -> str:
    """The client's own identity, or the next one that is not somebody else's."""
    while not (desk.sees(wanted) or desk.is_free(t.Client.id, wanted)):
        wanted = _another(desk.owner, wanted)
    return wanted


def _visit_here(desk: Desk, client: str, wanted: str, known: set[str]) -> str:
    """The visit's own token, or the next one that is not another client's."""
    while not (wanted in known or desk.is_free(t.Visit.token, wanted)):
        wanted = _another(client, wanted)
    return wanted


def _another(whose: str, identity: str) -> str:
    """The same every time, so that taking a file in twice adds nothing the second time."""
    return hashlib.sha256(f"{whose}/{identity}".encode()).hexdigest()[: 2 * TOKEN_BYTES]


def _take_visit(desk: Desk, client: str, visit: PackedVisit, known: set[str]) -> int:
    """Add the revisions that are missing here; how many."""
    token = _visit_here(desk, client, visit.token, known)
    stored = tuple(bodies(desk, token)) if token in known else ()
    missing = _missing(stored, visit.revisions)
    if not stored:
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
