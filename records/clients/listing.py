"""A therapist's own list of clients, newest first; one client's visits; and shares."""

from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from sqlalchemy import CompoundSelect, Select, delete, insert, select, union_all

from records.clients.scope import Found, OwnerScope
from records.clients.visits import about_of, label_of
from records.rows import VISIT, ClientLine, Page, TrailLine, VisitLine
from records.storage import tables as t
from records.storage.audit import Verb
from records.storage.text_codec import folded

FEW = 200  # clients
SHOWN = (
    t.Client.id,
    t.Client.owner,
    t.Client.label,
    t.Client.key_id,
    t.Client.latest,
    t.Client.last_on,
    t.Client.review_on,
    t.Client.touched_at,
    t.Client.next_on,
    t.Client.about,
)


def page(scope: OwnerScope, search: str, number: int, size: int) -> Page:
    """One page of the clients whose label holds `search`."""
    begin = (number - 1) * size
    found = _sealed(scope, search) if search and scope.sealer.current else _plain(scope, search)
    lines = tuple(_line(scope, row) for row in islice(found, begin, begin + size + 1))
    return Page(lines[:size], number, more=len(lines) > size)


def _plain(scope: OwnerScope, search: str) -> Iterator[Found]:
    """The rows the database finds.

    A few are looked up; where many hold the word, the newest are walked and soon fill a page.
    """
    own, shared = scope.clients(*SHOWN)
    word = folded(search)
    if not word:
        return iter(scope.connection.execute(_newest_first(own, shared)))
    holds = t.Client.folded.contains(word, autoescape=True)
    few = scope.labelled(word, FEW, *SHOWN)
    if few is None:
        walked = _newest_first(own.where(holds), shared.where(holds))
        return iter(scope.connection.execute(walked))
    queries = (few, shared.where(holds))
    rows = {row.id: row for query in queries for row in scope.connection.execute(query)}
    return iter(sorted(rows.values(), key=attrgetter("touched_at", "id"), reverse=True))


def _sealed(scope: OwnerScope, search: str) -> Iterator[Found]:
    """Sealed labels cannot be searched by the database: each of this owner's is opened in turn."""
    wanted = folded(search)
    for row in scope.connection.execute(_newest_first(*scope.clients(*SHOWN))):
        if wanted in folded(label_of(scope, row)):
            yield row


def _newest_first(own: Select[Found], shared: Select[Found]) -> CompoundSelect[Found]:
    every = union_all(own, shared)
    columns = every.selected_columns
    return every.order_by(columns.touched_at.desc(), columns.id.desc())


def line(scope: OwnerScope, client: str) -> ClientLine:
    """One client as the list shows it."""
    return _line(scope, scope.client(client))


def _line(scope: OwnerScope, row: Found) -> ClientLine:
    return ClientLine(
        id=row.id,
        label=label_of(scope, row),
        last_visit=row.last_on,
        review_on=row.review_on,
        latest=row.latest,
        saved_at=row.touched_at,
        owner=row.owner,
        next_on=row.next_on,
        about=about_of(scope, row),
    )


def timeline(scope: OwnerScope, client: str, kind: str | None = VISIT) -> tuple[VisitLine, ...]:
    """A client's visits, or what else happened, of one kind or of every; latest day first."""
    scope.client(client)
    row = t.Visit
    query = select(
        row.token, row.on_day, row.review_on, row.begun_at, row.saved_at, row.revision, row.kind
    ).where(row.client == client)
    if kind is not None:
        query = query.where(row.kind == kind)
    found = scope.connection.execute(query.order_by(row.on_day.desc(), row.begun_at.desc()))
    return tuple(VisitLine(*visit) for visit in found)


def share(scope: OwnerScope, client: str, with_owner: str) -> None:
    """Let another owner read and change a client; nothing happens when they may already."""
    scope.own_client(client)
    scope.hold(client)
    if with_owner in (scope.owner, *shared_with(scope, client)):
        return
    scope.connection.execute(insert(t.Share).values(client=client, with_owner=with_owner))
    scope.note(Verb.SHARED, client, with_owner)


def unshare(scope: OwnerScope, client: str, with_owner: str) -> None:
    """Take a share back."""
    scope.own_client(client)
    row = t.Share
    gone = delete(row).where(row.client == client, row.with_owner == with_owner)
    if scope.connection.execute(gone).rowcount:
        scope.note(Verb.UNSHARED, client, with_owner)


def shared_with(scope: OwnerScope, client: str) -> tuple[str, ...]:
    """The other owners who may read and change a client."""
    scope.client(client)
    row = t.Share
    query = select(row.with_owner).where(row.client == client).order_by(row.with_owner)
    return tuple(scope.connection.execute(query).scalars())


def trail(scope: OwnerScope, client: str | None, most: int) -> tuple[TrailLine, ...]:
    """What was done, newest first: to one client by anybody, or by this owner to any."""
    row = t.Trail
    query = select(row.at, row.who, row.verb, row.client, row.part)
    if client is None:
        query = query.where(row.who == scope.owner)
    else:
        scope.client(client)
        query = query.where(row.client == client)
    found = scope.connection.execute(query.order_by(row.id.desc()).limit(most))
    return tuple(TrailLine(*one) for one in found)
