"""What the database says when it cannot, turned into sentences."""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy.exc import DBAPIError, NoResultFound, StatementError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from planner.model.phrase import tell
from records.errors import (
    CannotOpen,
    CannotSave,
    Corrupted,
    DiskFull,
    Locked,
    NotOurs,
    ReadOnly,
    RecordsError,
    Unreachable,
)

AS_IT_WAS = tell("Nothing was changed; what was saved before is still there.")


class _Fault(NamedTuple):
    kind: type[RecordsError]
    says: str


FULL = _Fault(
    DiskFull,
    tell("no room is left on the disk: free some, then save again. {rest}", rest=AS_IT_WAS),
)
READ_ONLY = _Fault(
    ReadOnly,
    tell(
        "may only be read: give this user the right to write the file and its folder. {rest}",
        rest=AS_IT_WAS,
    ),
)
LOCKED = _Fault(
    Locked,
    tell(
        "is held by another program: close it or wait until it is done, then try again. {rest}",
        rest=AS_IT_WAS,
    ),
)
DAMAGED = _Fault(
    Corrupted,
    tell(
        "is damaged: bring back the last backup with `python -m records restore FILE`"
        " (the damaged file is kept beside it)"
    ),
)
FOREIGN = _Fault(
    NotOurs,
    tell("is not a file of this program: move it away, or name another in PAIN_PLAN_DATABASE"),
)
AWAY = _Fault(
    Unreachable,
    tell("cannot be opened: look whether the folder or the server is there, and may be used"),
)
REFUSED = _Fault(
    Unreachable,
    tell(
        "does not answer or does not let this user in: look whether the server runs, has a"
        " database of this name, and takes this user and password"
    ),
)
UNREADABLE = _Fault(
    CannotSave,
    tell("could not be read or written by the disk: look at the disk. {rest}", rest=AS_IT_WAS),
)
SQLITE = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_PERM: READ_ONLY,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: FOREIGN,
    sqlite3.SQLITE_CANTOPEN: AWAY,
    sqlite3.SQLITE_IOERR: UNREADABLE,
}
POSTGRESQL = {  # by SQLSTATE, or its class of two letters
    "53100": FULL,
    "25006": READ_ONLY,
    "42501": READ_ONLY,
    "55P03": LOCKED,
    "40P01": LOCKED,
    "57014": LOCKED,
    "XX001": DAMAGED,
    "XX002": DAMAGED,
    "08": REFUSED,
    "28": REFUSED,
    "3D": REFUSED,
    "57": REFUSED,
}
# What a day that is no day, a text that is none, a row that hangs on nothing ends in.
NOT_AS_WRITTEN = (StatementError, NoResultFound, UnicodeDecodeError, ValueError, OverflowError)
PRIMARY_CODE = 0xFF  # SQLite's extended codes keep the primary one in the low byte


@contextmanager
def as_sentences(place: str) -> Iterator[None]:
    """Raise what the database refuses as a RecordsError that names the place."""
    try:
        yield
    except PoolTimeout as error:
        raise Locked(place, LOCKED.says) from error
    except DBAPIError as error:
        raise _refusal(place, error.orig) from error
    except StatementError as error:
        refused = error.orig if isinstance(error.orig, RecordsError) else None
        raise refused or Corrupted(place, DAMAGED.says) from error
    except _of_a_driver() as error:
        raise _refusal(place, error) from error
    except NOT_AS_WRITTEN as error:
        raise Corrupted(place, DAMAGED.says) from error


def _refusal(place: str, error: BaseException | None) -> RecordsError:
    fault = _known(error)
    if fault:
        return fault.kind(place, fault.says)
    what = tell(
        "does not do what it should ({error}). {rest}", error=type(error).__name__, rest=AS_IT_WAS
    )
    return CannotOpen(place, what)


def _known(error: BaseException | None) -> _Fault | None:
    if isinstance(error, sqlite3.Error):
        code = getattr(error, "sqlite_errorcode", 0)
        return SQLITE.get(code & PRIMARY_CODE)
    state = getattr(error, "sqlstate", None)
    if state:
        return POSTGRESQL.get(state) or POSTGRESQL.get(state[:2])
    return REFUSED if isinstance(error, _of_postgresql("OperationalError")) else None


def _of_a_driver() -> tuple[type[Exception], ...]:
    return (sqlite3.Error, *_of_postgresql("Error"))


def _of_postgresql(kind: str) -> tuple[type[Exception], ...]:
    """An error of its driver; none while that is not loaded, since then none can come."""
    driver = sys.modules.get("psycopg")
    return (getattr(driver, kind),) if driver else ()
