"""One client gathered from the records, and taken in where what it holds is missing."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from planner.model.phrase import tell
from records.clients.diaries import keep, listed, read
from records.clients.listing import timeline
from records.clients.scope import OwnerScope
from records.clients.told import about_of, add_client, label_of, tell_client, words_of
from records.clients.visits import (
    TOKEN_BYTES,
    Begun,
    add_revision,
    add_visit,
    bodies,
    move_visit,
)
from records.errors import ArchiveError
from records.exchange.packed import PackedClient, PackedDiary, PackedVisit
from records.rows import VISIT, File, Revision, Taken, VisitSummary
from records.storage import tables as t
from records.storage.audit import Verb

CHANGED_ON_BOTH = tell(
    "holds a visit that was changed both there and here: nothing was taken in. Delete or keep the"
    " client here, or take in the other machine's file into records without this client"
)


def gather(scope: OwnerScope, client: str) -> PackedClient:
    """All that is kept of one client; visits and diaries from the earliest on."""
    row = scope.client(client)
    told = VisitSummary(
        label_of(scope, row), row.last_on, None, row.next_on, about_of(scope, row),
        words_of(scope, row),
    )  # fmt: skip
    visits = tuple(
        PackedVisit(
            one.token,
            replace(told, on=one.on, review_on=one.review_on),
            one.begun_at,
            partial(bodies, scope, one.token),
            one.kind,
        )
        for one in reversed(timeline(scope, client, kind=None))
    )
    scope.note(Verb.EXPORTED, client)
    return PackedClient(client, told, visits, partial(_files, scope, client))


def _files(scope: OwnerScope, client: str) -> Iterator[PackedDiary]:
    for one in reversed(listed(scope, client, kind=None)):
        yield PackedDiary(File(one.name, read(scope, one.id), one.kind), one.kept_at)


def take_in(scope: OwnerScope, received: PackedClient) -> Taken:
    """Add what these records lack; a client of somebody else comes in as another one."""
    client = _client_here(scope, received.id)
    if not scope.sees(client):
        add_client(scope, client, received.visits[0].summary)
    scope.hold(client)
    known = {one.token for one in timeline(scope, client, kind=None)}
    added = [_take_visit(scope, client, visit, known) for visit in received.visits]
    new_visits = len(timeline(scope, client, kind=None)) - len(known)
    before = len(listed(scope, client, kind=None))
    for diary in received.diaries():
        keep(scope, client, diary.file, diary.kept_at)
    diaries = len(listed(scope, client, kind=None)) - before
    scope.note(Verb.TOOK_IN, client)
    return Taken(client, new_visits, sum(added), diaries)


def _client_here(scope: OwnerScope, wanted: str) -> str:
    """The client's own identity, or the next one that is not somebody else's."""
    while not (scope.sees(wanted) or scope.is_free(t.Client.id, wanted)):
        wanted = _another(scope.owner, wanted)
    return wanted


def _visit_here(scope: OwnerScope, client: str, wanted: str, known: set[str]) -> str:
    """The visit's own token, or the next one that is not another client's."""
    while not (wanted in known or scope.is_free(t.Visit.token, wanted)):
        wanted = _another(client, wanted)
    return wanted


def _another(whose: str, identity: str) -> str:
    """The same every time, so that taking a file in twice adds nothing the second time."""
    return hashlib.sha256(f"{whose}/{identity}".encode()).hexdigest()[: 2 * TOKEN_BYTES]


def _take_visit(scope: OwnerScope, client: str, visit: PackedVisit, known: set[str]) -> int:
    """Add the revisions that are missing here; how many."""
    token = _visit_here(scope, client, visit.token, known)
    if token not in known:
        begun = Begun(client, token, visit.kind, visit.begun_at)
        add_visit(scope, begun, visit.summary.on, visit.summary.review_on)
    stored = bodies(scope, token) if token in known else iter(())
    added, newest = 0, None
    for newest in _missing(stored, visit.revisions()):
        add_revision(scope, token, newest)
        added += 1
    if newest:
        move_visit(scope, token, newest, visit.summary.on, visit.summary.review_on)
        if visit.kind == VISIT:
            tell_client(scope, client, token, visit.summary)
    return added


def _missing(stored: Iterator[Revision], received: Iterator[Revision]) -> Iterator[Revision]:
    """The received revisions after the stored ones; raises ArchiveError where both went on."""
    for here in stored:
        there = next(received, None)
        if there is None:
            return
        if there.body != here.body:
            raise ArchiveError("file", CHANGED_ON_BOTH)
    yield from received
