"""A therapist's own list of clients, newest first; one client's visits; and shares."""

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import attrgetter
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, delete, insert, or_, select, union_all

from planner.model.phrase import tell
from records.clients.scope import Found, OwnerScope, begins_with
from records.clients.told import about_of, label_of, words_of
from records.rows import VISIT, ClientLine, Page, TrailLine, VisitLine
from records.storage import tables as t
from records.storage.audit import Verb
from records.storage.database_errors import NOT_AS_WRITTEN
from records.storage.row_sums import add_sum, is_as_written
from records.storage.text_codec import folded, wanted_words

CLIENTS = t.table(t.Client)
CANNOT_BE_READ = tell("Cannot be read: bring back a backup")
FEW = 200  # clients
SHOWN: tuple[Any, ...] = (
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
    t.Client.sum,
    select(t.Visit.begun_at).where(t.Visit.token == t.Client.latest).label("begun_at"),
)


def page(scope: OwnerScope, search: str, number: int, size: int) -> Page:
    """One page of the clients that a search finds."""
    begin = (number - 1) * size
    lines = tuple(_lines(scope, search, slice(begin, begin + size + 1)))
    return Page(lines[:size], number, more=len(lines) > size)


def every(scope: OwnerScope, search: str) -> tuple[ClientLine, ...]:
    """All the clients that a search finds, newest first."""
    return tuple(_lines(scope, search, slice(None)))


def _lines(scope: OwnerScope, search: str, which: slice) -> list[ClientLine]:
    """Some of the clients found; where a row decayed they are read one by one, and it is said."""
    try:
        found = islice(_found(scope, search), which.start, which.stop)
        return [_line_or_damaged(scope, row) for row in found]
    except NOT_AS_WRITTEN:
        return list(islice(_one_by_one(scope, search), which.start, which.stop))


def _one_by_one(scope: OwnerScope, search: str) -> Iterator[ClientLine]:
    """Each client by itself, and each that cannot be read, whatever is searched for."""
    order = (t.Client.touched_at, t.Client.id)
    ids = _newest_first(*scope.clients(*order))
    for client in scope.connection.execute(select(ids.subquery().c.id)).scalars().all():
        try:
            row = scope.connection.execute(select(*SHOWN).where(t.Client.id == client)).one()
            if not search or _is_found(scope, row, folded(search), wanted_words(search)):
                yield _line_or_damaged(scope, row)
        except NOT_AS_WRITTEN:
            yield _damaged(scope, client)


def _line_or_damaged(scope: OwnerScope, row: Found) -> ClientLine:
    if not is_as_written(CLIENTS, row._mapping):
        return _damaged(scope, row.id, row.latest)
    return _line(scope, row)


def _damaged(scope: OwnerScope, client: str, latest: str = "") -> ClientLine:
    """A line that says so; the visit, which has its own text, may still be opened."""
    now = scope.now
    return ClientLine(client, CANNOT_BE_READ, now.date(), None, latest, now, scope.owner)


def _found(scope: OwnerScope, search: str) -> Iterator[Found]:
    """By any part of the label, or by the beginning of a word told beside it."""
    return _sealed(scope, search) if search and scope.sealer.current else _plain(scope, search)


def _plain(scope: OwnerScope, search: str) -> Iterator[Found]:
    """The rows the database finds.

    A few are looked up; where many hold the word, the newest are walked and soon fill a page.
    """
    own, shared = scope.clients(*SHOWN)
    word = folded(search)
    if not word:
        return iter(scope.connection.execute(_newest_first(own, shared)))
    words = {word, wanted_words(search)} - {""}
    few = scope.found_by(words, FEW, *SHOWN)
    holds = _holds(word, words)
    if few is None:
        walked = _newest_first(own.where(holds), shared.where(holds))
        return iter(scope.connection.execute(walked))
    queries = (few, shared.where(holds))
    rows = {row.id: row for query in queries for row in scope.connection.execute(query)}
    return iter(sorted(rows.values(), key=attrgetter("touched_at", "id"), reverse=True))


def _holds(label: str, words: Iterable[str]) -> ColumnElement[bool]:
    """Whether a row is found by what its label holds, or by a word told beside it."""
    row = t.LabelPart
    told = select(row.client).where(row.client == t.Client.id, begins_with(words)).exists()
    return or_(t.Client.folded.contains(label, autoescape=True), told)


def _sealed(scope: OwnerScope, search: str) -> Iterator[Found]:
    """What is sealed the database cannot search: each of this owner's is opened in turn."""
    wanted, words = folded(search), wanted_words(search)
    for row in scope.connection.execute(_newest_first(*scope.clients(*SHOWN))):
        if _is_found(scope, row, wanted, words):
            yield row


def _is_found(scope: OwnerScope, row: Found, wanted: str, words: str) -> bool:
    """Whether the label holds what is wanted, or a word told beside it begins with it."""
    if wanted in folded(label_of(scope, row)):
        return True
    return bool(words) and f" {words}" in f" {words_of(scope, row)}"


def _newest_first(own: Select[Found], shared: Select[Found]) -> CompoundSelect[Found]:
    every = union_all(own, shared)
    columns = every.selected_columns
    return every.order_by(columns.touched_at.desc(), columns.id.desc())


def line(scope: OwnerScope, client: str) -> ClientLine:
    """One client as the list shows it."""
    scope.client(client)
    query = select(*SHOWN).where(t.Client.id == client)
    return _line_or_damaged(scope, scope.connection.execute(query).one())


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
        begun_at=row.begun_at,
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
    add_sum(scope.connection, t.table(t.Share), client, with_owner)
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
