"""Whose rows are whose: every row is reached through an OwnerScope, which has one owner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Row,
    Select,
    and_,
    false,
    func,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from planner.model.phrase import tell
from records.errors import NotAllowed, NotFound
from records.storage import tables as t
from records.storage.audit import Verb, note
from records.storage.sealing import Sealer

WHERE_TO_LOOK = tell("is not among your records: it may be deleted, or belong to somebody else")
LAST_SIGN = "\U0010ffff"  # sorts after all others
Found = Row[Any]


@dataclass(frozen=True)
class OwnerScope:
    """One owner's work within one transaction."""

    connection: Connection
    owner: str
    sealer: Sealer
    now: datetime

    def client(self, client: str) -> Found:
        """A client this owner may see; raises NotFound."""
        return self._one(select(t.Client).where(_has(t.Client.id, client), self._seen()), "client")

    def own_client(self, client: str) -> Found:
        """A client this owner owns; raises NotAllowed when it is only shared with them."""
        found = self.client(client)
        if found.owner != self.owner:
            raise NotAllowed(
                "client",
                tell("is shared with you: only its owner may delete it or share it further"),
            )
        return found

    def hold(self, client: str) -> None:
        """Keep other writers from this client until the transaction ends."""
        visible = select(t.Client.id).where(_has(t.Client.id, client), self._seen())
        self._one(visible.with_for_update(), "client")

    def held_visit(self, token: str) -> Found:
        """A visit, as it is once other writers are kept from its client."""
        visible = select(t.Visit.token).join(t.Client).where(_has(t.Visit.token, token))
        self._one(visible.where(self._seen()).with_for_update(of=t.Client), "visit")
        return self.visit(token)

    def visit(self, token: str) -> Found:
        """A visit of a client this owner may see; raises NotFound."""
        visible = select(t.Visit).join(t.Client).where(_has(t.Visit.token, token), self._seen())
        return self._one(visible, "visit")

    def diary(self, diary: str) -> Found:
        """A diary of a client this owner may see; raises NotFound."""
        visible = select(t.Diary).join(t.Client).where(_has(t.Diary.id, diary), self._seen())
        return self._one(visible, "diary")

    def clients(self, *columns: InstrumentedAttribute[Any]) -> tuple[Select[Any], Select[Any]]:
        """Own clients and shared ones apart, so that an index serves each."""
        own = select(*columns).where(t.Client.owner == self.owner)
        shared = select(*columns).join(t.Share).where(t.Share.with_owner == self.owner)
        return own, shared

    def found_by(
        self, words: Iterable[str], most: int, *columns: InstrumentedAttribute[Any]
    ) -> Select[Any] | None:
        """Own clients that a search finds by one of these; None when they are many.

        Each word is looked up by itself: for one or the other SQLite walks over all there is.
        """
        row = t.LabelPart
        mine = select(row.client).where(row.owner == self.owner)
        held = union_all(*(mine.where(begins_with([word])) for word in words))
        some = held.limit(most + 1).subquery()
        found = self.connection.execute(select(func.count()).select_from(some)).scalar_one()
        return select(*columns).where(t.Client.id.in_(held)) if found <= most else None

    def sees(self, client: str) -> bool:
        """Whether this owner may see such a client."""
        seen = select(t.Client.id).where(_has(t.Client.id, client), self._seen())
        return self.connection.execute(seen).first() is not None

    def is_free(self, row: InstrumentedAttribute[str], identity: str) -> bool:
        """Whether nobody's row has this identity."""
        return self.connection.execute(select(row).where(row == identity)).first() is None

    def note(self, verb: Verb, client: str = "", part: str = "") -> None:
        """Add to the trail."""
        note(self.connection, self.now, self.owner, verb, client, part)

    def _seen(self) -> ColumnElement[bool]:
        shared = select(t.Share.client).where(t.Share.with_owner == self.owner)
        return or_(t.Client.owner == self.owner, t.Client.id.in_(shared))

    def _one(self, query: Select[Any], place: str) -> Found:
        found = self.connection.execute(query).first()
        if found is None:
            raise NotFound(place, WHERE_TO_LOOK)
        return found


def begins_with(words: Iterable[str]) -> ColumnElement[bool]:
    """Whether a part of what a client is found by begins with one of these."""
    part = t.LabelPart.part
    return or_(*(and_(part >= word, part < word + LAST_SIGN) for word in words))


def _has(column: InstrumentedAttribute[str], identity: str) -> ColumnElement[bool]:
    """Whether a row has this identity; an address can hold signs that no database takes."""
    return column == identity if identity.isascii() and identity.isprintable() else false()
