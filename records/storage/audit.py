"""Who did what and when: verbs and ids, never a word of what a client said."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import Connection, insert

from records.storage import tables as t


class Verb(StrEnum):
    """What can be done to records."""

    BEGAN = "began"
    OPENED = "opened"
    CHANGED = "changed"
    RESTORED = "restored"
    ENTERED = "entered"
    KEPT_DIARY = "kept-diary"
    OPENED_DIARY = "opened-diary"
    EXPORTED = "exported"
    TOOK_IN = "took-in"
    DELETED = "deleted"
    SHARED = "shared"
    UNSHARED = "unshared"
    BACKED_UP = "backed-up"
    BROUGHT_BACK = "brought-back"
    RESEALED = "resealed"
    SET = "set"


def note(
    connection: Connection, at: datetime, who: str, verb: Verb, client: str = "", part: str = ""
) -> None:
    """Add a line to the trail, in the transaction of what it tells."""
    line = {"at": at, "who": who, "verb": verb.value, "client": client, "part": part}
    connection.execute(insert(t.Trail).values(**line))
