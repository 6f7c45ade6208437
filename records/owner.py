"""Everything one owner can do; each call is one transaction, on the disk when it returns."""

import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime

from planner.model.phrase import tell
from records.clients import deletion, diaries, entries, listing, set_once, told, visits
from records.clients.scope import OwnerScope
from records.errors import SettingsError
from records.exchange import transfer
from records.exchange.packing import pack
from records.exchange.unpacking import Reads, unpacked
from records.rows import (
    DIARY,
    ClientLine,
    DiaryLine,
    Entered,
    Entry,
    File,
    Opened,
    Page,
    Receipt,
    Revision,
    RevisionLine,
    Saved,
    Setting,
    Taken,
    TrailLine,
    VisitLine,
    VisitSummary,
)
from records.storage.audit import Verb
from records.storage.database import Database
from records.storage.sealing import Sealer

MOST_OWNER = 200  # characters


class Records:
    """The records of one owner, and those shared with them."""

    def __init__(
        self,
        database: Database,
        sealer: Sealer,
        owner: str,
        clock: Callable[[], datetime],
        reads: Reads,
    ) -> None:
        _require_owner(owner)
        self.owner = owner
        self._database = database
        self._sealer = sealer
        self._clock = clock
        self._reads = reads

    @contextmanager
    def _reading(self) -> Iterator[OwnerScope]:
        with self._database.reading() as connection:
            yield OwnerScope(connection, self.owner, self._sealer, self._clock())

    @contextmanager
    def _writing(self) -> Iterator[OwnerScope]:
        with self._database.writing() as connection:
            yield OwnerScope(connection, self.owner, self._sealer, self._clock())

    def begin(self, body: str, summary: VisitSummary, knowledge: str, client: str = "") -> Saved:
        """A new client with a first visit; their id is `client` where nobody has that."""
        with self._writing() as scope:
            return visits.begin(scope, body, summary, knowledge, client)

    def new_visit(self, client: str, body: str, summary: VisitSummary, knowledge: str) -> Saved:
        """Another visit of a client."""
        with self._writing() as scope:
            return visits.new_visit(scope, client, body, summary, knowledge)

    def open(self, token: str) -> Opened:
        """A visit with its newest revision; noted in the trail."""
        with self._writing() as scope:
            return visits.open_visit(scope, token)

    def save(
        self, token: str, seen_revision: int, body: str, summary: VisitSummary, knowledge: str
    ) -> Saved:
        """Add a revision, unless this text is the newest one already.

        Raises Conflict, with both versions, when a newer one than `seen_revision` is stored.
        """
        with self._writing() as scope:
            added = Revision(seen_revision + 1, scope.now, knowledge, body)
            return visits.save(scope, token, added, summary, Verb.CHANGED)

    def restore(
        self, token: str, number: int, seen_revision: int, summary: VisitSummary, knowledge: str
    ) -> Saved:
        """Undo to a revision: its text becomes the newest one, and nothing is removed."""
        with self._writing() as scope:
            return visits.restore(scope, token, number, seen_revision, summary, knowledge)

    def revisions(self, token: str) -> tuple[RevisionLine, ...]:
        """Every revision of a visit, newest first."""
        with self._reading() as scope:
            return visits.revisions(scope, token)

    def revision(self, token: str, number: int) -> Revision:
        """One revision of a visit."""
        with self._reading() as scope:
            return visits.revision(scope, token, number)

    def enter(
        self, client: str, entry: Entry, knowledge: str, *, once_a_day: bool = False
    ) -> Saved:
        """Keep what happened to a client on a day beside a visit, such as a session.

        `once_a_day`: raises Conflict when one of its kind is kept on that day.
        """
        with self._writing() as scope:
            return entries.enter(scope, client, entry, knowledge, once_a_day=once_a_day)

    def change(self, token: str, seen_revision: int, body: str, on: date, knowledge: str) -> Saved:
        """Add a revision of such an entry; raises Conflict when a newer one is stored."""
        with self._writing() as scope:
            added = Revision(seen_revision + 1, scope.now, knowledge, body)
            return entries.change(scope, token, added, on)

    def entries(self, client: str, kind: str | None = None) -> tuple[Entered, ...]:
        """What happened to a client beside visits, latest day first."""
        with self._reading() as scope:
            return entries.entered(scope, client, kind)

    def setting(self, name: str, *, shared: bool = False) -> Setting:
        """What this owner, or the whole practice, set under a name."""
        with self._reading() as scope:
            return set_once.setting(scope, name, shared=shared)

    def settings(self, *, shared: bool = False) -> tuple[str, ...]:
        """The names of what was set."""
        with self._reading() as scope:
            return set_once.names(scope, shared=shared)

    def put_setting(
        self, name: str, seen_revision: int, body: str, *, shared: bool = False, noted: bool = True
    ) -> Setting:
        """Set it anew, `noted` in the trail; raises Conflict when somebody else did since."""
        with self._writing() as scope:
            return set_once.put(scope, name, seen_revision, body, shared=shared, noted=noted)

    def clients(self, search: str = "", page: int = 1, size: int = 20) -> Page:
        """Own and shared clients that `search` finds, in any case; newest first."""
        with self._reading() as scope:
            return listing.page(scope, search.strip(), max(1, page), size)

    def every_client(self, search: str = "") -> tuple[ClientLine, ...]:
        """All of them at once, for what is counted over all."""
        with self._reading() as scope:
            return listing.every(scope, search.strip())

    def tell_beside(self, client: str, summary: VisitSummary) -> None:
        """Let the client's line say this, after something that is no visit, such as a session."""
        with self._writing() as scope:
            told.tell_beside(scope, client, summary)

    def client(self, client: str) -> ClientLine:
        """One client as the list shows it."""
        with self._reading() as scope:
            return listing.line(scope, client)

    def timeline(self, client: str) -> tuple[VisitLine, ...]:
        """A client's visits, latest day first."""
        with self._reading() as scope:
            return listing.timeline(scope, client)

    def keep_diary(self, client: str, name: str, data: bytes) -> DiaryLine:
        """Keep a diary file; the same bytes a second time add nothing."""
        return self.keep_file(client, File(name, data))

    def keep_file(self, client: str, file: File) -> DiaryLine:
        """Keep a file of any kind; the same bytes a second time add nothing."""
        with self._writing() as scope:
            return diaries.keep(scope, client, file)

    def diaries(self, client: str) -> tuple[DiaryLine, ...]:
        """A client's diary files, newest first."""
        return self.files(client, DIARY)

    def files(self, client: str, kind: str | None = None) -> tuple[DiaryLine, ...]:
        """A client's files of one kind, or all, newest first."""
        with self._reading() as scope:
            return diaries.listed(scope, client, kind)

    def diary(self, diary: str) -> bytes:
        """The bytes of a diary file; noted in the trail."""
        with self._writing() as scope:
            return diaries.read(scope, diary)

    def export(self, client: str, extras: Mapping[str, bytes] | None = None) -> bytes:
        """One client as a zip; `extras` are further files for the reader, such as PDFs."""
        packed = io.BytesIO()
        with self._writing() as scope:
            pack(transfer.gather(scope, client), extras or {}, packed)
        return packed.getvalue()

    def take_in(self, content: bytes) -> Taken:
        """Add what a client's zip holds and these records do not; nothing is overwritten.

        Raises ArchiveError when it is no such zip, when a text of it could not be opened, or when
        both sides changed the same visit.
        """
        with (
            unpacked(io.BytesIO(content), self._reads) as received,
            self._writing() as scope,
        ):
            return transfer.take_in(scope, received)

    def delete_client(self, client: str) -> Receipt:
        """Delete a client for good; only its owner may."""
        with self._writing() as scope:
            rows, at = deletion.delete_client(scope, client), scope.now
        return Receipt(client, self.owner, at, deletion.clean(self._database), rows)

    def share(self, client: str, with_owner: str) -> None:
        """Let another owner read and change a client; only its owner may."""
        _require_owner(with_owner)
        with self._writing() as scope:
            listing.share(scope, client, with_owner)

    def unshare(self, client: str, with_owner: str) -> None:
        """Take a share back; only the client's owner may."""
        with self._writing() as scope:
            listing.unshare(scope, client, with_owner)

    def shared_with(self, client: str) -> tuple[str, ...]:
        """The other owners who may read and change a client."""
        with self._reading() as scope:
            return listing.shared_with(scope, client)

    def trail(self, client: str | None = None, most: int = 200) -> tuple[TrailLine, ...]:
        """What was done to a client, or else what this owner did; newest first."""
        with self._reading() as scope:
            return listing.trail(scope, client, most)


def _require_owner(name: str) -> None:
    if not name.strip() or len(name) > MOST_OWNER or not name.isprintable():
        raise SettingsError("owner", tell("is not a name that records can belong to"))
