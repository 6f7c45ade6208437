"""The store: one database made ready, the records of each owner in it, and its care."""

import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from records.clients.deletion import clean
from records.exchange.unpacking import Reads, an_object
from records.owner import Records
from records.safekeeping import backup, restoring, rotation
from records.settings import LOCAL, Settings
from records.storage.database import Database
from records.storage.opening import make_ready
from records.storage.sealing import Sealer

__all__ = ["Records", "Store", "open_store"]


def _now() -> datetime:
    return datetime.now(UTC)


class Store:
    """An open database; several threads may use it at once.

    `by` is who the trail names for what is done to the whole of it; `reads` says whether a text of
    a client's file could be opened.
    """

    def __init__(
        self,
        settings: Settings,
        clock: Callable[[], datetime] = _now,
        reads: Reads = an_object,
    ) -> None:
        self.database = Database(settings)
        self.sealer = Sealer(settings.keys)
        self._clock = clock
        self._reads = reads
        self._make_ready()
        self.database.on_another_file = self._make_ready

    def _make_ready(self) -> None:
        make_ready(self.database)
        rotation.require_keys(self.database, self.sealer, self._clock())

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
        return Records(self.database, self.sealer, owner, self._clock, self._reads)

    def backup_to(self, path: Path, by: str = LOCAL) -> None:
        """The whole of the records as one file, as it is at one moment."""
        backup.write(self.database, path, by, self._clock())

    def restore_from(self, path: Path, by: str = LOCAL) -> Path:
        """Put a backup in the place of the records; returns where the present ones are kept.

        Raises BackupError, with nothing changed, when the file is no backup that could be opened.
        """
        kept = restoring.bring_back(self.database, path, by, self._clock())
        self.clean()
        return kept

    def backup(self) -> bytes:
        """The same as the content of a file, for a browser."""
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "backup.db"
            self.backup_to(made)
            return made.read_bytes()

    def restore(self, content: bytes) -> Path:
        """The same from the content of a file."""
        with tempfile.TemporaryDirectory() as folder:
            received = Path(folder) / "backup.db"
            received.write_bytes(content)
            return self.restore_from(received)

    def rotate(self, by: str = LOCAL) -> int:
        """Seal every row with the first key; how many were sealed anew."""
        sealed = rotation.rotate(self.database, self.sealer, by, self._clock())
        self.clean()
        return sealed

    def clean(self) -> bool:
        """Overwrite what deleted rows left behind; False when another program is in the way."""
        return clean(self.database)

    def close(self) -> None:
        """Let go of the database."""
        self.database.close()


def open_store(settings: Settings, reads: Reads = an_object) -> Store:
    """Open the records, made and brought to this version where needed; raises RecordsError."""
    return Store(settings, reads=reads)
