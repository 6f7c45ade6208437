"""What is handed to the records and handed back: small frozen values, no database behind them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from planner.model.phrase import Phrase, tell

VISIT, DIARY = "visit", "diary"  # the kinds that the records themselves know
HANDED_OUT = "handed-out"  # a paper as it left the screen


@dataclass(frozen=True)
class VisitSummary:
    """What a list of clients must know of a visit without reading its text.

    `about` is one line that the list says beside the label, as the caller likes to read it;
    `words` are what a search finds beside the label, by the beginning of each word.
    """

    label: str
    on: date
    review_on: date | None = None
    next_on: date | None = None
    about: str = ""
    words: str = ""


@dataclass(frozen=True)
class Revision:
    """One version of a visit, whole."""

    number: int
    saved_at: datetime
    knowledge: str
    body: str


@dataclass(frozen=True)
class RevisionLine:
    """One version of a visit in a list."""

    number: int
    saved_at: datetime
    knowledge: str


@dataclass(frozen=True)
class Saved:
    """Where a visit is now."""

    client: str
    token: str
    revision: int
    saved_at: datetime


@dataclass(frozen=True)
class Opened:
    """A visit with its newest revision."""

    client: str
    token: str
    label: str
    on: date
    newest: Revision


@dataclass(frozen=True)
class ClientLine:
    """One client in a list; `latest` is the visit with the latest day, begun at `begun_at`."""

    id: str
    label: str
    last_visit: date
    review_on: date | None
    latest: str
    saved_at: datetime
    owner: str
    next_on: date | None = None
    about: str = ""
    begun_at: datetime | None = None


@dataclass(frozen=True)
class Page:
    """One page of a list of clients, newest first; `number` counts from 1."""

    lines: tuple[ClientLine, ...]
    number: int
    more: bool


@dataclass(frozen=True)
class VisitLine:
    """One visit in a client's timeline."""

    token: str
    on: date
    review_on: date | None
    begun_at: datetime
    saved_at: datetime
    revisions: int
    kind: str = VISIT


@dataclass(frozen=True)
class Entry:
    """What happened to a client on a day beside a visit, before it is kept."""

    kind: str
    on: date
    body: str


@dataclass(frozen=True)
class Entered:
    """What happened to a client on a day beside a visit, with its newest text."""

    token: str
    on: date
    kind: str
    begun_at: datetime
    newest: Revision


@dataclass(frozen=True)
class Setting:
    """What was set once; `revision` 0 where nothing was yet."""

    revision: int
    body: str


@dataclass(frozen=True)
class File:
    """A file of a client, whole."""

    name: str
    data: bytes
    kind: str = DIARY


@dataclass(frozen=True)
class DiaryLine:
    """One diary, or another file of a client; `size` in bytes as it was handed in."""

    id: str
    name: str
    size: int
    kept_at: datetime
    kind: str = DIARY


@dataclass(frozen=True)
class TrailLine:
    """Who did what and when: ids and verbs only."""

    at: datetime
    who: str
    verb: str
    client: str
    part: str


@dataclass(frozen=True)
class Taken:
    """What taking in a client's file added."""

    client: str
    visits: int
    revisions: int
    diaries: int


@dataclass(frozen=True)
class Receipt:
    """Proof of a deletion, without a word of what was deleted.

    `cleaned` is False when another program kept the file busy, so that its free space could not
    be overwritten yet; `Store.clean` does it later.
    """

    client: str
    by: str
    at: datetime
    cleaned: bool
    rows: Mapping[str, int] = field(default_factory=dict)

    @property
    def says(self) -> Phrase:
        """The receipt as a person reads it."""
        told = {
            "client": self.client,
            "when": f"{self.at:%Y-%m-%d %H:%M} UTC",
            "by": self.by,
            "visits": self.rows.get("visit", 0),
            "versions": self.rows.get("revision", 0),
            "files": self.rows.get("diary", 0),
        }
        if self.cleaned:
            return tell(
                "Client {client} deleted on {when} by {by}: visits and sessions {visits}, their"
                " versions {versions}, files {files}."
                " Backups and exports made before still hold these records.",
                **told,
            )
        return tell(
            "Client {client} deleted on {when} by {by}: visits and sessions {visits}, their"
            " versions {versions}, files {files}."
            " The free space of the file is still to be overwritten."
            " Backups and exports made before still hold these records.",
            **told,
        )

    def __str__(self) -> str:
        """The same in the source language."""
        return str(self.says)
