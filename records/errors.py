"""Everything the records can refuse.

PlannerError
└── RecordsError
    ├── SettingsError     the environment names a database or a key that cannot be used
    ├── CannotOpen        the database cannot be used as it is
    │   ├── Corrupted     a page of the file is damaged
    │   │   └── DamagedRows   some rows are, each of them named
    │   ├── NotOurs       the file is another program's
    │   ├── TooNew        a newer version of the program wrote it
    │   ├── WrongKey      it is sealed with a key that was not given
    │   └── Unreachable   the file or the server cannot be reached
    ├── CannotSave        nothing was written, what was there is as it was
    │   ├── DiskFull
    │   ├── ReadOnly
    │   └── Locked        another program holds the database
    ├── Tampered          a sealed row was changed or moved by something else
    ├── NotFound          no such visit, client or diary among this owner's
    ├── NotAllowed        only the owner may do this to a shared client
    ├── Conflict          the visit was saved elsewhere in the meantime
    ├── ArchiveError      a file that is not one client's records
    └── BackupError       a backup that cannot be made or restored
"""

from collections.abc import Iterable

from planner.model.errors import PlannerError, Problem
from planner.model.phrase import tell
from records.rows import Revision


class RecordsError(PlannerError):
    """Any refusal of the records."""

    def __init__(self, place: str, what: str) -> None:
        super().__init__([Problem(place, what)])


class SettingsError(RecordsError):
    """The environment names a database or a key that cannot be used."""


class CannotOpen(RecordsError):
    """The database cannot be used as it is."""


class Corrupted(CannotOpen):
    """A page of the file is damaged."""


class DamagedRows(Corrupted):
    """Some rows are not as they were written; each is a problem of its own."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        PlannerError.__init__(self, problems)


class NotOurs(CannotOpen):
    """The file is another program's."""


class TooNew(CannotOpen):
    """A newer version of the program wrote the database."""


class WrongKey(CannotOpen):
    """The database is sealed with a key that was not given."""


class Unreachable(CannotOpen):
    """The file or the server cannot be reached."""


class CannotSave(RecordsError):
    """Nothing was written, and what was there is as it was."""


class DiskFull(CannotSave):
    """No room is left."""


class ReadOnly(CannotSave):
    """The database may not be written."""


class Locked(CannotSave):
    """Another program holds the database."""


class Tampered(RecordsError):
    """A sealed row was changed or moved by something other than the program."""


class NotFound(RecordsError):
    """No such visit, client or diary among this owner's."""


class NotAllowed(RecordsError):
    """Only the owner may do this to a client that is shared."""


class ArchiveError(RecordsError):
    """A file that cannot be taken in as one client's records."""


class BackupError(RecordsError):
    """A backup that cannot be made or restored."""


class Conflict(RecordsError):
    """The visit was saved elsewhere in the meantime; both versions are here, nothing is lost."""

    def __init__(self, stored: Revision, refused: str, seen: int) -> None:
        self.stored = stored
        self.refused = refused
        self.seen = seen
        super().__init__(
            "visit",
            tell(
                "was saved elsewhere in the meantime (revision {stored}, this page began from"
                " revision {seen}): look at both, then keep one of them",
                stored=stored.number,
                seen=seen,
            ),
        )
