"""One client as a zip file: a manifest, a text a revision, the diaries, and files to read.

    manifest.json               format, program, client, visits, diaries: names the other files
    visits/01/0001.json         the first revision of the first visit
    diaries/01                  the first diary, under its own name in the manifest
    extra/plan.pdf              what the caller added; not read back
"""

import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePosixPath
from typing import Any

from records.errors import ParcelError
from records.rows import Facts, Revision
from records.settings import PROGRAM
from records.words import to_bytes

FORMAT = 1
MANIFEST = "manifest.json"


@dataclass(frozen=True)
class PackedVisit:
    """A visit with every revision, oldest first."""

    token: str
    facts: Facts
    begun_at: datetime
    revisions: tuple[Revision, ...]


@dataclass(frozen=True)
class PackedClient:
    """All that is kept of one client; the first visit is the earliest; diaries by name."""

    id: str
    label: str
    visits: tuple[PackedVisit, ...]
    diaries: tuple[tuple[str, bytes], ...]


def pack(client: PackedClient, extras: Mapping[str, bytes]) -> bytes:
    """The zip."""
    files = {**_bodies(client), **_diaries(client), **_extras(extras)}
    manifest = json.dumps(_manifest(client), indent=2).encode()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in {MANIFEST: manifest, **files}.items():
            archive.writestr(name, content)
    return written.getvalue()


def body_file(visit: int, revision: int) -> str:
    """The name of a revision's file; both count from 1."""
    return f"visits/{visit:02}/{revision:04}.json"


def diary_file(place: int) -> str:
    """The name of a diary's file; counts from 1."""
    return f"diaries/{place:02}"


def _bodies(client: PackedClient) -> dict[str, bytes]:
    return {
        body_file(place, revision.number): to_bytes(revision.body)
        for place, visit in enumerate(client.visits, 1)
        for revision in visit.revisions
    }


def _diaries(client: PackedClient) -> dict[str, bytes]:
    return {diary_file(place): data for place, (_, data) in enumerate(client.diaries, 1)}


def _extras(extras: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"extra/{PurePosixPath(name).name}": content for name, content in extras.items()}


def _manifest(client: PackedClient) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "program": PROGRAM,
        "client": {"id": client.id, "label": client.label},
        "visits": [_visit(place, visit) for place, visit in enumerate(client.visits, 1)],
        "diaries": [
            {"name": name, "file": diary_file(place)}
            for place, (name, _) in enumerate(client.diaries, 1)
        ],
    }


def _visit(place: int, visit: PackedVisit) -> dict[str, Any]:
    review = visit.facts.review_on
    return {
        "token": visit.token,
        "on": visit.facts.on.isoformat(),
        "review_on": review and review.isoformat(),
        "begun_at": visit.begun_at.isoformat(),
        "revisions": [
            {
                "number": one.number,
                "saved_at": one.saved_at.isoformat(),
                "knowledge": one.knowledge,
                "file": body_file(place, one.number),
            }
            for one in visit.revisions
        ],
    }
