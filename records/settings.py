"""Where the records are and which keys open them, read from the environment."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

from platformdirs import user_data_dir
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from planner.model.phrase import tell
from records.errors import SettingsError

PROGRAM = "pain-plan-builder"
LOCAL = "local"  # the owner of everything where nobody logs in
DATABASE = "PAIN_PLAN_DATABASE"
KEY = "PAIN_PLAN_KEY"
KEY_BYTES = 32


@dataclass(frozen=True)
class Settings:
    """A database and the keys to it; the first key seals, every key opens.

    `busy_seconds` is how long a save waits for another program that holds the database.
    """

    url: URL
    keys: tuple[bytes, ...] = field(default=(), repr=False)
    busy_seconds: float = 5.0

    @classmethod
    def from_environment(cls, environ: Mapping[str, str]) -> "Settings":
        """Read the settings; raises SettingsError with what is wrong and how to say it."""
        keys = environ.get(KEY) or _from_keyring()
        return cls(_url(environ.get(DATABASE, "")), _keys(keys))

    @classmethod
    def at(cls, path: Path, keys: tuple[bytes, ...] = (), busy_seconds: float = 5.0) -> "Settings":
        """A SQLite file at a path."""
        return cls(URL.create("sqlite", database=str(path)), keys, busy_seconds)

    @property
    def path(self) -> Path | None:
        """The SQLite file; None for a server."""
        is_file = self.url.get_backend_name() == "sqlite"
        return Path(str(self.url.database)) if is_file else None

    @property
    def place(self) -> str:
        """Where the records are, as a person reads it, without the password."""
        return str(self.path or self.url.render_as_string(hide_password=True))


def data_folder() -> Path:
    """Where this user's programs keep what they keep."""
    return Path(user_data_dir(PROGRAM, appauthor=False))


def _url(said: str) -> URL:
    if not said:
        return URL.create("sqlite", database=str(data_folder() / "records.db"))
    try:
        return _usable(make_url(said))
    except ArgumentError:
        raise SettingsError(
            DATABASE,
            tell(
                "is not a database address: write sqlite:////folder/records.db or"
                " postgresql+psycopg://user@host/name"
            ),
        ) from None


def _usable(url: URL) -> URL:
    kind = url.get_backend_name()
    if kind == "postgresql":
        _look_for_the_driver()
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database not in (None, "", ":memory:"):
        return url.set(drivername="sqlite")
    raise SettingsError(
        DATABASE,
        tell(
            "names a database this program does not keep records in ({kind}): use a SQLite"
            " file or PostgreSQL",
            kind=kind,
        ),
    )


def _look_for_the_driver() -> None:
    if find_spec("psycopg") is None:
        raise SettingsError(
            DATABASE,
            tell(
                "names a PostgreSQL server, and what speaks to one is not installed:"
                " `pip install -r requirements-server.txt`"
            ),
        )


def _keys(said: str) -> tuple[bytes, ...]:
    parts = said.split(",") if said else []
    return tuple(_key(one.strip(), place) for place, one in enumerate(parts, 1))


def _key(said: str, place: int) -> bytes:
    try:
        key = base64.b64decode(said.replace("-", "+").replace("_", "/"), validate=True)
    except (binascii.Error, ValueError):
        key = b""
    if len(key) != KEY_BYTES:
        raise SettingsError(
            KEY,
            tell(
                "key {place} is not {bytes} bytes in base64: `python -m records new-key`"
                " writes a new one",
                place=place,
                bytes=KEY_BYTES,
            ),
        )
    return key


def _from_keyring() -> str:
    """The key that the system keeps for this user; none where the system has no keyring."""
    import keyring  # asks the system which kinds of keyring it has, which takes a moment

    try:
        return keyring.get_password(PROGRAM, "key") or ""
    except keyring.errors.NoKeyringError:
        return ""
    except Exception as error:  # whatever a keyring's backend raises: no answer is not "no key"
        raise SettingsError(
            "keyring",
            tell(
                "the system keyring does not answer ({error}): unlock it, or set {key}",
                error=type(error).__name__,
                key=KEY,
            ),
        ) from error
