"""A therapist's own list of clients, newest first; one client's visits; and shares."""

from collections.abc import Iterator
from itertools import islice
from operator import attrgetter

from sqlalchemy import CompoundSelect, Select, delete, insert, select, union_all

from records import tables as t
from records.audit import Verb
from records.rows import ClientLine, Page, TrailLine, VisitLine
from records.scope import Desk, Found
from records.text_codec import folded
from records.visits import label_of

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
)


def page(desk: Desk, search: str, number: int, size: int) -> Page:
    """One page of the clients whose label holds `search`."""
    begin = (number - 1) * size
    found = _sealed(desk, search) if search and desk.sealer.current else _plain(desk, search)
    lines = tuple(_line(desk, row) for row in islice(found, begin, begin + size + 1))
    return Page(lines[:size], number, more=len(lines) > size)


def _plain(desk: Desk, search: str) -> Iterator[Found]:
    """The rows the database finds.

    A few are looked up; where many hold the word, the newest are walked and soon fill a page.
    """
    own, shared = desk.clients(*SHOWN)
    word = folded(search)
    if not word:
        return iter(desk.connection.execute(_newest_first(own, shared)))
    holds = t.Client.folded.contains(word, autoescape=True)
    few = desk.labelled(word, FEW, *SHOWN)
    if few is None:
        walked = _newest_first(own.where(holds), shared.where(holds))
        return iter(desk.connection.execute(walked))
    queries = (few, shared.where(holds))
    rows = {row.id: row for query in queries for row in desk.connection.execute(query)}
    return iter(sorted(rows.values(), key=attrgetter("touched_at", "id"), reverse=True))


def _sealed(desk: Desk, search: str) -> Iterator[Found]:
    """Sealed labels cannot be searched by the database: each of this owner's is opened in turn."""
    wanted = folded(search)
    for row in desk.connection.execute(_newest_first(*desk.clients(*SHOWN))):
        if wanted in folded(label_of(desk, row)):
            yield row


def _newest_first(own: Select[Found], shared: Select[Found]) -> CompoundSelect[Found]:
    every = union_all(own, shared)
    columns = every.selected_columns
    return every.order_by(columns.touched_at.desc(), columns.id.desc())


def line(desk: Desk, client: str) -> ClientLine:
    """One client as the list shows it."""
    return _line(desk, desk.client(client))


def _line(desk: Desk, row: Found) -> ClientLine:
    return ClientLine(
        id=row.id,
        label=label_of(desk, row),
        last_visit=row.last_on,
        review_on=row.review_on,
        latest=row.latest,
        saved_at=row.touched_at,
        owner=row.owner,
    )


def timeline(desk: Desk, client: str) -> tuple[VisitLine, ...]:
    """A client's visits, latest day first."""
    desk.client(client)
    row = t.Visit
    query = select(
        row.token, row.on_day, row.review_on, row.begun_at, row.saved_at, row.revision
    ).where(row.client == client)
    found = desk.connection.execute(query.order_by(row.on_day.desc(), row.begun_at.desc()))
    return tuple(VisitLine(*visit) for visit in found)


def share(desk: Desk, client: str, with_owner: str) -> None:
    """Let another owner read and change a client; nothing happens when they may already."""
    desk.own_client(client)
    desk.hold(client)
    if with_owner in (desk.owner, *shared_with(desk, client)):
        return
    desk.connection.execute(insert(t.Share).values(client=client, with_owner=with_owner))
    desk.note(Verb.SHARED, client, with_owner)


def unshare(desk: Desk, client: str, with_owner: str) -> None:
    """Take a share back."""
    desk.own_client(client)
    row = t.Share
    gone = delete(row).where(row.client == client, row.with_owner == with_owner)
    if desk.connection.execute(gone).rowcount:
        desk.note(Verb.UNSHARED, client, with_owner)


def shared_with(desk: Desk, client: str) -> tuple[str, ...]:
    """The other owners who may read and change a client."""
    desk.client(client)
    row = t.Share
    query = select(row.with_owner).where(row.client == client).order_by(row.with_owner)
    return tuple(desk.connection.execute(query).scalars())


def trail(desk: Desk, client: str | None, most: int) -> tuple[TrailLine, ...]:
    """What was done, newest first: to one client by anybody, or by this owner to any."""
    row = t.Trail
    query = select(row.at, row.who, row.verb, row.client, row.part)
    if client is None:
        query = query.where(row.who == desk.owner)
    else:
        desk.client(client)
        query = query.where(row.client == client)
    found = desk.connection.execute(query.order_by(row.id.desc()).limit(most))
    return tuple(TrailLine(*one) for one in found)
