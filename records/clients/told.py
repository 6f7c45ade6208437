"""What a list says of a client, and what a search finds it by."""

from typing import Any

from sqlalchemy import delete, insert, select, update

from records.clients.scope import Found, OwnerScope
from records.rows import VISIT, VisitSummary
from records.storage import tables as t
from records.storage.row_sums import add_sum
from records.storage.text_codec import ends, folded, from_bytes, in_words, starts, to_bytes


def add_client(scope: OwnerScope, client: str, summary: VisitSummary) -> None:
    """Add the row of a client that has no visit yet."""
    row = {"id": client, "owner": scope.owner, "latest": "", "touched_at": scope.now}
    label = _label(scope, client, summary.label)
    facts = {**label, **_days(summary), "about": _about(scope, client, summary)}
    scope.connection.execute(insert(t.Client).values(**row, **facts))
    add_sum(scope.connection, t.table(t.Client), client)
    _add_parts(scope, scope.owner, client, _parts(summary))


def tell_client(scope: OwnerScope, client: str, token: str, summary: VisitSummary) -> None:
    """The client's line in a list follows the visit with the latest day, whichever was saved."""
    latest = _latest(scope, client)
    days = {"latest": latest.token, "last_on": latest.on_day, "review_on": latest.review_on}
    told = _told(scope, client, summary) if latest.token == token else {}
    scope.connection.execute(
        update(t.Client).where(t.Client.id == client).values(touched_at=scope.now, **days, **told)
    )
    add_sum(scope.connection, t.table(t.Client), client)
    if told and _is_found_otherwise(scope, latest, summary):
        scope.connection.execute(delete(t.LabelPart).where(t.LabelPart.client == client))
        _add_parts(scope, latest.owner, client, _parts(summary))


def tell_beside(scope: OwnerScope, client: str, summary: VisitSummary) -> None:
    """The client's line in a list says this from now on, though no visit was saved."""
    scope.hold(client)
    tell_client(scope, client, scope.client(client).latest, summary)


def _told(scope: OwnerScope, client: str, summary: VisitSummary) -> dict[str, Any]:
    """What the list says of a client beside the days of its visits."""
    label = _label(scope, client, summary.label)
    return {**label, "next_on": summary.next_on, "about": _about(scope, client, summary)}


def _is_found_otherwise(scope: OwnerScope, before: Found, summary: VisitSummary) -> bool:
    """Whether a search finds the client by something else than until now; sealed, by nothing."""
    if scope.sealer.current:
        return before.folded is not None
    words = _words(from_bytes(before.about or b""))
    return (before.folded, words) != (folded(summary.label), in_words(summary.words))


def _latest(scope: OwnerScope, client: str) -> Found:
    """The visit with the latest day, beside what is stored of its client."""
    row, whose = t.Visit, t.Client
    stored = (row.token, row.on_day, row.review_on, whose.owner, whose.folded, whose.about)
    columns: tuple[Any, ...] = stored
    query = select(*columns).join(whose).where(row.client == client, row.kind == VISIT)
    by_day = query.order_by(row.on_day.desc(), row.begun_at.desc()).limit(1)
    return scope.connection.execute(by_day).one()  # the visit just saved is one of them


def _parts(summary: VisitSummary) -> set[str]:
    """What a search can begin with to find this."""
    return {*ends(folded(summary.label)), *starts(in_words(summary.words))}


def _add_parts(scope: OwnerScope, owner: str, client: str, parts: set[str]) -> None:
    rows = [{"owner": owner, "client": client, "part": part} for part in sorted(parts)]
    if rows and not scope.sealer.current:
        scope.connection.execute(insert(t.LabelPart), rows)


def _days(summary: VisitSummary) -> dict[str, object]:
    return {"last_on": summary.on, "review_on": summary.review_on, "next_on": summary.next_on}


def _about(scope: OwnerScope, client: str, summary: VisitSummary) -> bytes | None:
    """What a list says and what a search finds, stored as one."""
    words = in_words(summary.words)
    said = f"{summary.about}\n{words}" if words else summary.about
    return scope.sealer.seal(to_bytes(said), "client", client, "about") if said else None


def _label(scope: OwnerScope, client: str, label: str) -> dict[str, Any]:
    sealer = scope.sealer
    return {
        "label": sealer.seal(to_bytes(label), "client", client, "label"),
        "folded": None if sealer.current else folded(label),
        "key_id": sealer.current,
    }


def label_of(scope: OwnerScope, client: Found) -> str:
    """A client's label, opened."""
    stored = scope.sealer.open(client.label, client.key_id, "client", client.id, "label")
    return from_bytes(stored)


def about_of(scope: OwnerScope, client: Found) -> str:
    """What a list says of a client beside the label, opened; empty where nothing was told."""
    return _stored_about(scope, client).partition("\n")[0]


def words_of(scope: OwnerScope, client: Found) -> str:
    """What a search finds beside the label, opened."""
    return _words(_stored_about(scope, client))


def _stored_about(scope: OwnerScope, client: Found) -> str:
    if client.about is None:
        return ""
    return from_bytes(scope.sealer.open(client.about, client.key_id, "client", client.id, "about"))


def _words(about: str) -> str:
    return about.partition("\n")[2]
