"""Client records: every visit as numbered revisions that are only ever added to.

settings -> Store -> of(owner) -> Records    what one owner can do, each call one transaction
                                  exchange/  one client as a file, out and in
                                  clients/   visits, diaries, deletion; scope: which rows are whose
            safekeeping/                     backup, rotation of keys, checking
            storage/                         tables, opening and migrations, seals, trail, faults

The store knows nothing of what a visit says: it is handed a text and the few facts a list needs.
"""

from records.clients.visits import new_id
from records.errors import Conflict, RecordsError
from records.rows import (
    HANDED_OUT,
    ClientLine,
    DiaryLine,
    Entered,
    Entry,
    File,
    Page,
    Receipt,
    Revision,
    RevisionLine,
    Saved,
    Setting,
    Taken,
    TrailLine,
    VisitLine,
    VisitSummary,
)
from records.settings import LOCAL, Settings
from records.store import Records, Store, open_store

__all__ = [
    "HANDED_OUT",
    "LOCAL",
    "ClientLine",
    "Conflict",
    "DiaryLine",
    "Entered",
    "Entry",
    "File",
    "Page",
    "Receipt",
    "Records",
    "RecordsError",
    "Revision",
    "RevisionLine",
    "Saved",
    "Setting",
    "Settings",
    "Store",
    "Taken",
    "TrailLine",
    "VisitLine",
    "VisitSummary",
    "new_id",
    "open_store",
]
