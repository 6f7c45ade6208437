"""Files that a call leaves: they wait beside their places, and are put there all together.

What stands at a place is replaced whole where it is a regular file, and nothing else ever is: no
link is followed, and what the same call reads, or names twice, is refused.
"""

import os
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from planner.model.errors import FileError, Problem
from planner.model.phrase import tell
from planner.system.reading import NO_FILE, NO_REASON, Identity, identity

PRIVATE, PUBLIC = 0o600, 0o644  # what is a client's; what comes with the program
A_LINK = tell("it is a link; name the file itself")
LOCKED = tell("it may only be read")
TWICE = tell("is named for two files; name another place for one of them")
IS_READ = tell("is read by this call; name another place for what it writes")


@dataclass(frozen=True)
class Waiting:
    """A file beside its place; `there` is what stands at the place already."""

    made: Path
    place: Path
    folder: Identity
    there: Identity | None

    def is_where(self, other: "Waiting") -> bool:
        """Whether both would be put at one place."""
        same_name = (self.folder, self.place.name) == (other.folder, other.place.name)
        return same_name or (self.there is not None and self.there == other.there)


class Leaving:
    """The files that one call reads and leaves."""

    def __init__(self) -> None:
        """Nothing was read yet."""
        self._read: set[Identity] = set()
        self._waiting: list[Waiting] = []

    def was_read(self, file: Identity) -> None:
        """Keep in mind that a file is read."""
        self._read.add(file)

    def add(self, place: Path, document: bytes, mode: int = PRIVATE) -> None:
        """A file that is to stand at a place; raises FileError where it cannot."""
        try:
            there = _regular(place)
            one = Waiting(_beside(place, document, mode), place, _folder(place), there)
        except (OSError, ValueError) as error:
            raise unwritable(place, getattr(error, "strerror", None) or NO_REASON) from None
        self._waiting.append(one)

    def require_places(self) -> None:
        """Raise FileError where two files would be at one place, or one that is read would go."""
        problems = [
            Problem(str(one.place), what)
            for number, one in enumerate(self._waiting)
            if (what := self._in_the_way(one, self._waiting[:number]))
        ]
        if problems:
            raise FileError(problems)

    def _in_the_way(self, one: Waiting, before: Iterable[Waiting]) -> str:
        if one.there in self._read:
            return IS_READ
        return TWICE if any(map(one.is_where, before)) else ""

    def put_in_place(self) -> None:
        """Put every file at its place; raises FileError with nothing changed where one cannot."""
        self.require_places()
        while self._waiting:
            one = self._waiting[0]
            try:
                one.made.replace(one.place)
            except OSError as error:
                raise unwritable(one.place, error.strerror or NO_REASON) from None
            del self._waiting[0]

    def drop(self) -> None:
        """Take away what still waits."""
        for one in self._waiting:
            with suppress(OSError):
                one.made.unlink()
        self._waiting.clear()


def leave(
    place: Path, document: bytes, *, but_not: Iterable[Path] = (), mode: int = PRIVATE
) -> None:
    """One file at its place; `but_not` are files that it may not replace."""
    leaving = Leaving()
    for one in but_not:
        with suppress(OSError):
            leaving.was_read(identity(one.stat()))
    try:
        leaving.add(place, document, mode)
        leaving.put_in_place()
    finally:
        leaving.drop()


def require_place(place: Path, but_not: Iterable[Path] = ()) -> None:
    """Raise FileError where something stands that no file may replace."""
    try:
        there = _regular(place)
        forbidden = {identity(one.stat()) for one in but_not if one.exists()}
    except (OSError, ValueError) as error:
        raise unwritable(place, getattr(error, "strerror", None) or NO_REASON) from None
    if there in forbidden:
        raise FileError([Problem(str(place), IS_READ)])


def unwritable(place: Path, reason: str) -> FileError:
    """The refusal to write at a place."""
    return FileError([Problem(str(place), tell("cannot be written: {reason}", reason=reason))])


def _regular(place: Path) -> Identity | None:
    """The file that stands at a place, None where none does; raises FileError, OSError."""
    try:
        found = place.lstat()
    except FileNotFoundError:
        return None
    if stat.S_ISLNK(found.st_mode):
        raise unwritable(place, A_LINK)
    if not stat.S_ISREG(found.st_mode):
        raise unwritable(place, NO_FILE)
    if not os.access(place, os.W_OK):
        raise unwritable(place, LOCKED)
    return identity(found)


def _folder(place: Path) -> Identity:
    return identity(place.parent.stat())


def _beside(place: Path, document: bytes, mode: int) -> Path:
    """The document in a new file of the same folder."""
    handle, name = tempfile.mkstemp(prefix=".being-written-", dir=place.parent)
    made = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(document)
            file.flush()
            os.fsync(handle)
        made.chmod(mode)
    except OSError:
        made.unlink()
        raise
    return made
