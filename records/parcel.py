"""One client as a zip file: a manifest, a text a revision, the diaries, and files to read.

manifest.json               format, program, client, visits, diaries: names the other files
visits/01/0001.json         the first revision of the first visit
diaries/01                  the first diary, under its own name in the manifest
extra/plan.pdf              what the caller added; not read back
"""

import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath
from typing import Any, Literal

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from records.errors import ParcelError
from records.rows import Facts, Revision
from records.settings import PROGRAM
from records.words import from_bytes, to_bytes

FORMAT = 1
MANIFEST = "manifest.json"
MOST_BYTES = 500_000_000  # of everything that is read back, unpacked
NOT_ONE = "is not a client's file of this program: choose the zip that “Take the records out” made"
DAMAGED = "is damaged or was changed: take the client out again. Nothing was taken in."


class _Listed(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Who(_Listed):
    id: str
    label: str


class _Version(_Listed):
    number: int
    saved_at: AwareDatetime
    knowledge: str
    file: str


class _Visit(_Listed):
    token: str
    on: date
    review_on: date | None
    begun_at: AwareDatetime
    revisions: tuple[_Version, ...]


class _Diary(_Listed):
    name: str
    file: str


class _Manifest(_Listed):
    format: Literal[1]
    program: Literal["pain-plan-builder"]
    client: _Who
    visits: tuple[_Visit, ...]
    diaries: tuple[_Diary, ...]


@dataclass(frozen=True)
class PackedVisit:
    """A visit with every revision, oldest first."""

    token: str
    facts: Facts
    begun_at: AwareDatetime
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


def unpack(content: bytes) -> PackedClient:
    """What a zip holds; raises ParcelError with nothing read further than it takes to see that."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _client(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        is_ours = MANIFEST.encode() in content
        raise ParcelError("file", DAMAGED if is_ours else NOT_ONE) from error
    except KeyError as error:
        raise ParcelError("file", DAMAGED) from error


def _client(archive: zipfile.ZipFile) -> PackedClient:
    if MANIFEST not in archive.namelist():
        raise ParcelError("file", NOT_ONE)
    if sum(one.file_size for one in archive.infolist()) > MOST_BYTES:
        raise ParcelError("file", f"unpacks to more than {MOST_BYTES // 1_000_000} MB: {NOT_ONE}")
    try:
        listed = _Manifest.model_validate_json(archive.read(MANIFEST))
    except ValidationError as error:
        raise ParcelError("file", NOT_ONE) from error
    visits = tuple(_unpacked(archive, listed.client.label, visit) for visit in listed.visits)
    if not visits or not all(_counts_up(visit) for visit in visits):
        raise ParcelError("file", DAMAGED)
    diaries = tuple((one.name, archive.read(one.file)) for one in listed.diaries)
    return PackedClient(listed.client.id, listed.client.label, visits, diaries)


def _unpacked(archive: zipfile.ZipFile, label: str, visit: _Visit) -> PackedVisit:
    revisions = tuple(
        Revision(one.number, one.saved_at, one.knowledge, _body(archive, one.file))
        for one in visit.revisions
    )
    facts = Facts(label, visit.on, visit.review_on)
    return PackedVisit(visit.token, facts, visit.begun_at, revisions)


def _body(archive: zipfile.ZipFile, name: str) -> str:
    try:
        body = from_bytes(archive.read(name))
        json.loads(body)
    except ValueError as error:
        raise ParcelError("file", DAMAGED) from error
    return body


def _counts_up(visit: PackedVisit) -> bool:
    numbers = [one.number for one in visit.revisions]
    return bool(numbers) and numbers == list(range(1, len(numbers) + 1))
