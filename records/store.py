"""The store: one database made ready, and the records of each owner in it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from records import backup, rotation
from records.database import Database
from records.deletion import clean
from records.opening import make_ready
from records.owner import Records
from records.sealing import Sealer
from records.settings import Settings

__all__ = ["Records", "Store", "open_store"]


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open database; safe to use from several threads."""

    def __init__(self, settings: Settings, clock: Callable[[], datetime] = _now) -> None:
        self.database = Database(settings)
        self.sealer = Sealer(settings.keys)
        self._clock = clock
        make_ready(self.database)
        rotation.require_keys(self.database, self.sealer)

    @property
    def place(self) -> str:
        """Where the records are, as a person reads it."""
        return self.database.place

    @property
    def is_sealed(self) -> bool:
        """Whether what is written now is sealed."""
        return self.sealer.current is not None

    def of(self, owner: str) -> Records:
        """The records of one owner."""
        return Records(self.database, self.sealer, owner, self._clock)

    def backup(self) -> bytes:
        """The whole database as one file, as it is at one moment; SQLite only."""
        return backup.whole(self.database)

    def restore(self, content: bytes) -> Path:
        """Put a backup in the place of the records; returns where the present ones are kept."""
        return backup.put_back(self.database, content)

    def rotate(self) -> int:
        """Seal every row with the first key; how many were sealed anew."""
        return rotation.rotate(self.database, self.sealer, self._clock())

    def clean(self) -> bool:
        """Overwrite what deleted rows left behind; False when another program is in the way."""
        return clean(self.database)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_store(settings: Settings) -> Store:
    """Open the records, made and brought to this version where needed; raises RecordsError."""
    return Store(settings)
