"""One client as a zip file: a manifest, a text a revision, the diaries, and files to read.

Packed and unpacked one text or file at a time: all of them at once would fill a server's memory.

visits/01/0001.json         the first revision of the first visit
diaries/01                  the first diary, under its own name in the manifest
extra/plan.pdf              what the caller added; not read back
manifest.json               format, program, client, visits, diaries: names the other files
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from records.rows import VISIT, File, Revision, VisitSummary

MANIFEST = "manifest.json"


@dataclass(frozen=True)
class PackedVisit:
    """A visit; each call of `revisions` gives every one of them, oldest first."""

    token: str
    summary: VisitSummary
    begun_at: datetime
    revisions: Callable[[], Iterator[Revision]]
    kind: str = VISIT


@dataclass(frozen=True)
class PackedDiary:
    """A diary, or another file, whole."""

    file: File
    kept_at: datetime


@dataclass(frozen=True)
class PackedClient:
    """All that is kept of one client; visits and diaries from the earliest on."""

    id: str
    told: VisitSummary
    visits: tuple[PackedVisit, ...]
    diaries: Callable[[], Iterator[PackedDiary]]


def body_file(visit: int, revision: int) -> str:
    """The name of a revision's file; both count from 1."""
    return f"visits/{visit:02}/{revision:04}.json"


def diary_file(place: int) -> str:
    """The name of a diary's file; counts from 1."""
    return f"diaries/{place:02}"
