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
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from planner.model.phrase import tell
from records.errors import ArchiveError
from records.exchange.manifest import (
    ClientPart,
    DiaryPart,
    Manifest,
    RevisionPart,
    VisitPart,
    read_manifest,
)
from records.rows import VISIT, File, Revision, VisitSummary
from records.storage.text_codec import from_bytes, presentable, to_bytes

MANIFEST = "manifest.json"
MOST_BYTES = 500_000_000  # unpacked: far above a client of many years, below a server's memory
MOST_FILES = 50_000
NOT_ONE = tell(
    "is not a client's file of this program: choose the zip that “Take the records out” made."
    " Nothing was taken in."
)
DAMAGED = tell("is damaged or was changed: take the client out again. Nothing was taken in.")
TOO_LARGE = tell(
    "unpacks to more than {megabytes} MB or {files} files, which one client's"
    " records never do. Nothing was taken in.",
    megabytes=MOST_BYTES // 1_000_000,
    files=MOST_FILES,
)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)


@dataclass(frozen=True)
class PackedVisit:
    """A visit with every revision, oldest first."""

    token: str
    summary: VisitSummary
    begun_at: datetime
    revisions: tuple[Revision, ...]
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
    diaries: tuple[PackedDiary, ...]


def pack(client: PackedClient, extras: Mapping[str, bytes]) -> bytes:
    """The zip."""
    files = {**_bodies(client), **_diaries(client), **_extras(extras)}
    manifest = _manifest(client).model_dump_json(indent=2).encode()
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
    return {diary_file(place): diary.file.data for place, diary in enumerate(client.diaries, 1)}


def _extras(extras: Mapping[str, bytes]) -> dict[str, bytes]:
    return {f"extra/{PurePosixPath(name).name}": content for name, content in extras.items()}


def _manifest(client: PackedClient) -> Manifest:
    return Manifest(
        client=_who(client),
        visits=tuple(_visit(place, visit) for place, visit in enumerate(client.visits, 1)),
        diaries=tuple(
            DiaryPart(
                name=presentable(one.file.name),
                kept_at=one.kept_at,
                kind=one.file.kind,
                file=diary_file(place),
            )
            for place, one in enumerate(client.diaries, 1)
        ),
    )


def _who(client: PackedClient) -> ClientPart:
    told = client.told
    return ClientPart(
        id=client.id,
        label=presentable(told.label),
        next_on=told.next_on,
        about=presentable(told.about),
        words=presentable(told.words),
    )


def _visit(place: int, visit: PackedVisit) -> VisitPart:
    revisions = tuple(
        RevisionPart(
            number=one.number,
            saved_at=one.saved_at,
            knowledge=one.knowledge,
            file=body_file(place, one.number),
        )
        for one in visit.revisions
    )
    return VisitPart(
        token=visit.token,
        on=visit.summary.on,
        review_on=visit.summary.review_on,
        begun_at=visit.begun_at,
        kind=visit.kind,
        revisions=revisions,
    )


def unpack(content: bytes) -> PackedClient:
    """What `pack` made; raises ArchiveError for anything else. Nothing is written anywhere."""
    with _opened(content) as archive:
        if MANIFEST not in archive.namelist():
            raise ArchiveError("file", NOT_ONE)
        _require_modest(archive)
        manifest = read_manifest(archive.read(MANIFEST))
        _require_whole(archive, manifest)
        told = _told(manifest)
        return PackedClient(
            manifest.client.id,
            told,
            tuple(_packed(archive, told, one) for one in manifest.visits),
            tuple(
                PackedDiary(File(one.name, archive.read(one.file), one.kind), one.kept_at)
                for one in manifest.diaries
            ),
        )


@contextmanager
def _opened(content: bytes) -> Iterator[zipfile.ZipFile]:
    """The zip; whatever a broken or hostile one makes its reader say becomes a sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            yield archive
    except BROKEN as error:
        is_ours = MANIFEST.encode() in content
        raise ArchiveError("file", DAMAGED if is_ours else NOT_ONE) from error


def _require_modest(archive: zipfile.ZipFile) -> None:
    """Refuse what would fill the memory, and what names places outside itself."""
    entries = archive.infolist()
    # No entry is ever read beyond the size it declares here.
    if len(entries) > MOST_FILES or sum(one.file_size for one in entries) > MOST_BYTES:
        raise ArchiveError("file", TOO_LARGE)
    if any(_strays(one.filename) for one in entries):
        raise ArchiveError("file", NOT_ONE)


def _strays(name: str) -> bool:
    path = PurePosixPath(name.replace("\\", "/"))
    return path.is_absolute() or ".." in path.parts or ":" in name


def _require_whole(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    """Every file that is listed is there once, and every visit has all its revisions."""
    named = [one.file for visit in manifest.visits for one in visit.revisions]
    named += [one.file for one in manifest.diaries]
    tokens = [visit.token for visit in manifest.visits]
    counts = [[one.number for one in visit.revisions] for visit in manifest.visits]
    is_counted = all(numbers == list(range(1, len(numbers) + 1)) for numbers in counts)
    is_once = len({*named, *tokens}) == len(named) + len(tokens)
    if not (is_once and is_counted and set(named) <= set(archive.namelist())):
        raise ArchiveError("file", DAMAGED)


def _told(manifest: Manifest) -> VisitSummary:
    """What a list says of the client."""
    client, last_on = manifest.client, max(one.on for one in manifest.visits)
    return VisitSummary(client.label, last_on, None, client.next_on, client.about, client.words)


def _packed(archive: zipfile.ZipFile, told: VisitSummary, visit: VisitPart) -> PackedVisit:
    revisions = tuple(
        Revision(one.number, one.saved_at, one.knowledge, _body(archive, one.file))
        for one in visit.revisions
    )
    summary = replace(told, on=visit.on, review_on=visit.review_on)
    return PackedVisit(visit.token, summary, visit.begun_at, revisions, visit.kind)


def _body(archive: zipfile.ZipFile, name: str) -> str:
    body = from_bytes(archive.read(name))
    json.loads(body)
    return body
