"""The tables. What is sealed at rest is bytes here; a row without a key id is stored plain.

`sum` notices what decayed of a row beside its text (row_sums); None in a row of before the sums.
"""

from datetime import date, datetime
from typing import cast

from sqlalchemy import ForeignKey, Index, Table, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from records.storage.column_types import Bytes, Day, Number, Text, UtcTime

SCHEMA = "0005"  # the newest migration
FEW_ROWS = 20  # of texts: each is small when it was written here, and was not when it was not


class Base(DeclarativeBase):
    """What all tables share."""

    type_annotation_map = {str: Text, int: Number, bytes: Bytes, date: Day, datetime: UtcTime}


class Client(Base):
    """A client, whose owner is the owner of everything that hangs on it.

    `folded` is the label as a search reads it, absent when labels are sealed. `latest`, `last_on`,
    `review_on`, `next_on` (the next planned day) and `about` (what a list says beside the label,
    sealed with it) are those of the visit with the latest day.
    """

    __tablename__ = "client"
    __table_args__ = (
        Index("client_newest", "owner", "touched_at", "id", "folded"),
        Index("client_next", "owner", "next_on"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    owner: Mapped[str]
    label: Mapped[bytes]
    folded: Mapped[str | None]
    key_id: Mapped[str | None]
    latest: Mapped[str]
    last_on: Mapped[date]
    review_on: Mapped[date | None]
    touched_at: Mapped[datetime]
    next_on: Mapped[date | None]
    about: Mapped[bytes | None]
    sum: Mapped[str | None]


class LabelPart(Base):
    """Every end of a client's folded label: to hold a word is to have an end that begins with it.

    A label that is sealed has none.
    """

    __tablename__ = "label_part"
    __table_args__ = (Index("label_part_of_client", "client"),)

    owner: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    client: Mapped[str] = mapped_column(ForeignKey("client.id"), primary_key=True)


class Visit(Base):
    """A visit, or what else happens to a client on a day; `kind` says which.

    `revision` is the number of its newest revision.
    """

    __tablename__ = "visit"
    __table_args__ = (Index("visit_of_client", "client", "on_day", "begun_at"),)

    token: Mapped[str] = mapped_column(primary_key=True)
    client: Mapped[str] = mapped_column(ForeignKey("client.id"))
    revision: Mapped[int]
    on_day: Mapped[date]
    review_on: Mapped[date | None]
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    kind: Mapped[str]
    sum: Mapped[str | None]


class Revision(Base):
    """One version of a visit, never changed."""

    __tablename__ = "revision"

    visit: Mapped[str] = mapped_column(ForeignKey("visit.token"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    saved_at: Mapped[datetime]
    knowledge: Mapped[str]
    key_id: Mapped[str | None]
    body: Mapped[bytes]
    sum: Mapped[str | None]


class Diary(Base):
    """A diary, or another file of a client; `kind` says which.

    `digest` tells the same bytes again, and is keyed when they are sealed.
    """

    __tablename__ = "diary"
    __table_args__ = (UniqueConstraint("client", "digest", name="diary_once"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    client: Mapped[str] = mapped_column(ForeignKey("client.id"))
    digest: Mapped[str]
    kept_at: Mapped[datetime]
    size: Mapped[int]
    key_id: Mapped[str | None]
    name: Mapped[bytes]
    data: Mapped[bytes]
    kind: Mapped[str]
    sum: Mapped[str | None]


class Setting(Base):
    """What an owner set once and every visit goes by; the owner "" is everybody."""

    __tablename__ = "setting"

    owner: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    revision: Mapped[int]
    saved_at: Mapped[datetime]
    key_id: Mapped[str | None]
    body: Mapped[bytes]
    sum: Mapped[str | None]


class Share(Base):
    """Another owner who may read and change a client."""

    __tablename__ = "share"
    __table_args__ = (Index("share_with", "with_owner"),)

    client: Mapped[str] = mapped_column(ForeignKey("client.id"), primary_key=True)
    with_owner: Mapped[str] = mapped_column(primary_key=True)
    sum: Mapped[str | None]


class Key(Base):
    """A key that rows are sealed with: its id, never the key."""

    __tablename__ = "key"

    id: Mapped[str] = mapped_column(primary_key=True)
    since: Mapped[datetime]


class Trail(Base):
    """Who did what and when; a trigger refuses to change or delete a row."""

    __tablename__ = "trail"
    __table_args__ = (
        Index("trail_of_client", "client"),
        Index("trail_by", "who"),
        {"sqlite_autoincrement": True},
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[datetime]
    who: Mapped[str]
    verb: Mapped[str]
    client: Mapped[str]
    part: Mapped[str]


def table(of: type[Base]) -> Table:
    """The table itself, for what treats all tables alike."""
    return cast(Table, of.__table__)


def at_once(of: Table) -> int:
    """How many rows are held in memory at a time where all are read; a file can be large."""
    return 1 if of is Diary.__table__ else FEW_ROWS
