"""Client records: every visit as numbered revisions that are only ever added to.

settings -> opening -> Store -> of(owner) -> Records: visits, clients, diaries, exchange, deletion
            |          |                      |
            |          backup, rotation,      scope: the one place that says which rows are whose
            |          checking               sealing: texts, labels and diaries at rest
            migrations, faults                trail: who did what and when

The store knows nothing of what a visit says: it is handed a text and the few facts a list needs.
"""

from records.errors import Conflict, RecordsError
from records.rows import (
    ClientLine,
    DiaryLine,
    Facts,
    Page,
    Receipt,
    Revision,
    RevisionLine,
    Saved,
    Taken,
    TrailLine,
    VisitLine,
)
from records.settings import LOCAL, Settings
from records.store import Records, Store, open_store

__all__ = [
    "LOCAL",
    "ClientLine",
    "Conflict",
    "DiaryLine",
    "Facts",
    "Page",
    "Receipt",
    "Records",
    "RecordsError",
    "Revision",
    "RevisionLine",
    "Saved",
    "Settings",
    "Store",
    "Taken",
    "TrailLine",
    "VisitLine",
    "open_store",
]
