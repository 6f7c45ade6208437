"""Files read whole: regular ones only, and none larger than its kind may be."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from planner.model.errors import FileError, Problem
from planner.model.phrase import tell

MEGABYTE = 2**20
# The most megabytes of each kind of file, here and where a page takes one.
RECORD = 8  # an intake, a plan, a visit, a practice …
DIARY = 300  # the export of a phone
LOGO = 2
PARCEL = 100  # one client's records: 20,000 versions of 3 KB, and their papers
NO_FILE = tell("it is no file of its own, such as a folder, a device or a pipe")
NO_REASON = tell("cannot be opened")


class Identity(NamedTuple):
    """Which file it is, by whatever name."""

    device: int
    number: int


class Content(NamedTuple):
    """What a file holds, and which it is."""

    data: bytes
    file: Identity


def read(path: Path, megabytes: int) -> Content:
    """The file at a path; raises FileError, before reading it, where it is none or too large."""
    require_file(path)  # a pipe would be waited for
    try:
        with path.open("rb") as file:
            found = os.fstat(file.fileno())
            most = megabytes * MEGABYTE
            data = file.read(most + 1) if found.st_size <= most else None
    except (OSError, ValueError) as error:  # ValueError: the path holds what no path can
        raise _unreadable(path, getattr(error, "strerror", None) or NO_REASON) from None
    if data is None or len(data) > most:
        what = tell("is larger than {most} MB, the most such a file may have", most=megabytes)
        raise FileError([Problem(str(path), what)])
    return Content(data, identity(found))


def require_file(path: Path) -> None:
    """Raise FileError where no regular file is, for what is not read whole."""
    try:
        found = path.stat()
    except (OSError, ValueError) as error:
        raise _unreadable(path, getattr(error, "strerror", None) or NO_REASON) from None
    if not stat.S_ISREG(found.st_mode):
        raise _unreadable(path, NO_FILE)


def identity(found: os.stat_result) -> Identity:
    """Which file a status is of."""
    return Identity(found.st_dev, found.st_ino)


def _unreadable(path: Path, reason: str) -> FileError:
    return FileError([Problem(str(path), tell("cannot be read: {reason}", reason=reason))])
