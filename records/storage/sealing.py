"""Bodies, labels and diaries sealed at rest: AES-256-GCM, bound to the row they belong to.

The days of visits and reviews, counts and times stay readable, so that lists can be sorted.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from planner.model.phrase import tell
from records.errors import Tampered, WrongKey

NONCE_BYTES = 12
KEY_ID_LENGTH = 16
NEEDED = tell(
    "is sealed with a key that was not given: set PAIN_PLAN_KEY to the key it was sealed with."
    " Nothing was changed."
)


def key_id(key: bytes) -> str:
    """The name of a key, from which the key cannot be found."""
    return hmac.digest(key, b"key id", "sha256").hex()[:KEY_ID_LENGTH]


class Sealer:
    """Seals with the first key and opens with every key; without keys everything stays plain."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = tuple(keys)
        self._ciphers = {key_id(key): AESGCM(key) for key in keys}
        self.current: str | None = next(iter(self._ciphers), None)

    def knows(self, key: str) -> bool:
        """Whether rows sealed with this key can be opened."""
        return key in self._ciphers

    def seal(self, plain: bytes, *row: object) -> bytes:
        """The bytes to store in this row; `row` is its table, identity and column."""
        if self.current is None:
            return plain
        nonce = secrets.token_bytes(NONCE_BYTES)
        return nonce + self._ciphers[self.current].encrypt(nonce, plain, _bound(row))

    def open(self, stored: bytes, key: str | None, *row: object) -> bytes:
        """What was stored in this row; raises WrongKey, or Tampered when it does not belong."""
        if key is None:
            return stored
        if key not in self._ciphers:
            raise WrongKey("records", NEEDED)
        nonce, sealed = stored[:NONCE_BYTES], stored[NONCE_BYTES:]
        try:
            return self._ciphers[key].decrypt(nonce, sealed, _bound(row))
        except (InvalidTag, ValueError) as error:
            raise Tampered(
                "records",
                tell(
                    "a row of the table {table} was changed by something other than this program:"
                    " restore a backup with `python -m records restore FILE`",
                    table=row[0],
                ),
            ) from error

    def digests(self, data: bytes) -> list[str]:
        """What tells these bytes again: first as it is written now, then as it may be stored."""
        keyed = [hmac.digest(key, data, "sha256").hex() for key in self._keys]
        return [*keyed, hashlib.sha256(data).hexdigest()]


def _bound(row: tuple[object, ...]) -> bytes:
    return "/".join(str(part) for part in row).encode()
