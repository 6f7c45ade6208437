"""Who did what and when: verbs and ids, never a word of what a client said."""

from enum import StrEnum


class Verb(StrEnum):
    """What can be done to records."""

    BEGAN = "began"
    OPENED = "opened"
    CHANGED = "changed"
    RESTORED = "restored"
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
