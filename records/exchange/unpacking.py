"""A client read from a zip that anybody may have made: whole and readable, or refused."""

import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import PurePosixPath
from typing import BinaryIO

from planner.model.errors import PlannerError
from planner.model.phrase import tell
from records.errors import ArchiveError
from records.exchange.directory import require_short
from records.exchange.manifest import DiaryPart, Manifest, RevisionPart, VisitPart, read_manifest
from records.exchange.packed import MANIFEST, PackedClient, PackedDiary, PackedVisit, body_file
from records.limits import MEGABYTE, MOST_FILE, MOST_MANIFEST, MOST_PARTS, MOST_TEXT, MOST_UNPACKED
from records.rows import File, Revision, VisitSummary
from records.storage.text_codec import from_bytes

NOT_ONE = tell(
    "is not a client's file of this program: choose the zip that “Take the records out” made."
    " Nothing was taken in."
)
DAMAGED = tell("is damaged or was changed: take the client out again. Nothing was taken in.")
TOO_LARGE = tell(
    "unpacks to more than {megabytes} MB or {files} files, which one client's"
    " records never do. Nothing was taken in.",
    megabytes=MOST_UNPACKED // MEGABYTE,
    files=MOST_PARTS,
)
ONE_TOO_LARGE = tell(
    "holds a text of more than {text} MB or a file of more than {file} MB, which one client's"
    " records never do. Nothing was taken in.",
    text=MOST_TEXT // MEGABYTE,
    file=MOST_FILE // MEGABYTE,
)
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError)
Reads = Callable[[str, str], object]  # a kind and its text; raises PlannerError for no such text


def an_object(kind: str, text: str) -> None:
    """What reads texts whose meaning is not known: any object in JSON; raises ArchiveError."""
    if not isinstance(json.loads(text), dict):
        raise ArchiveError(kind, tell("is not an object"))


@contextmanager
def unpacked(packed: BinaryIO, reads: Reads) -> Iterator[PackedClient]:
    """What `pack` made, every text of it one that can be opened; raises ArchiveError.

    Nothing is written anywhere, and nothing is handed on before all of it was read once.
    """
    with _opened(packed) as archive:
        if MANIFEST not in archive.namelist():
            raise ArchiveError("file", NOT_ONE)
        _require_modest(archive)
        manifest = read_manifest(archive.read(MANIFEST))
        _require_whole(archive, manifest)
        _require_modest_parts(archive, manifest)
        client = _client(archive, manifest)
        _require_readable(client, reads)
        yield client


def _client(archive: zipfile.ZipFile, manifest: Manifest) -> PackedClient:
    told = _told(manifest)
    return PackedClient(
        manifest.client.id,
        told,
        tuple(_packed(archive, told, one) for one in manifest.visits),
        partial(_diaries, archive, manifest.diaries),
    )


@contextmanager
def _opened(packed: BinaryIO) -> Iterator[zipfile.ZipFile]:
    """The zip; whatever a broken or hostile one makes its reader say becomes a sentence."""
    try:
        require_short(packed, MOST_PARTS, TOO_LARGE)
        with zipfile.ZipFile(packed) as archive:
            yield archive
    except BROKEN as error:
        raise ArchiveError("file", DAMAGED if _names_ours(packed) else NOT_ONE) from error


def _names_ours(packed: BinaryIO) -> bool:
    """Whether the list of a manifest stands somewhere in it."""
    packed.seek(0)
    return any(MANIFEST.encode() in piece for piece in iter(partial(packed.read, MEGABYTE), b""))


def _require_modest(archive: zipfile.ZipFile) -> None:
    """Refuse what would fill the memory, and what names places outside itself."""
    entries = archive.infolist()
    # No entry is ever read beyond the size it declares here.
    if len(entries) > MOST_PARTS or sum(one.file_size for one in entries) > MOST_UNPACKED:
        raise ArchiveError("file", TOO_LARGE)
    if archive.getinfo(MANIFEST).file_size > MOST_MANIFEST:
        raise ArchiveError("file", TOO_LARGE)
    if any(_strays(one.filename) for one in entries):
        raise ArchiveError("file", NOT_ONE)


def _require_modest_parts(archive: zipfile.ZipFile, manifest: Manifest) -> None:
    texts = (one.file for visit in manifest.visits for one in visit.revisions)
    files = (one.file for one in manifest.diaries)
    for most, names in ((MOST_TEXT, texts), (MOST_FILE, files)):
        if any(archive.getinfo(name).file_size > most for name in names):
            raise ArchiveError("file", ONE_TOO_LARGE)


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


def _require_readable(client: PackedClient, reads: Reads) -> None:
    """Every text can be opened as one of its kind, and every file is whole."""
    for place, visit in enumerate(client.visits, 1):
        for revision in visit.revisions():
            _require_text(reads, visit.kind, revision.body, body_file(place, revision.number))
    for _ in client.diaries():
        pass


def _require_text(reads: Reads, kind: str, body: str, name: str) -> None:
    try:
        reads(kind, body)
    except PlannerError as error:
        what = tell(
            "holds a text that cannot be opened ({name}: {fault}). Nothing was taken in.",
            name=name,
            fault=error.problems[0],
        )
        raise ArchiveError("file", what) from error


def _told(manifest: Manifest) -> VisitSummary:
    """What a list says of the client."""
    client, last_on = manifest.client, max(one.on for one in manifest.visits)
    return VisitSummary(client.label, last_on, None, client.next_on, client.about, client.words)


def _packed(archive: zipfile.ZipFile, told: VisitSummary, visit: VisitPart) -> PackedVisit:
    summary = replace(told, on=visit.on, review_on=visit.review_on)
    revisions = partial(_revisions, archive, visit.revisions)
    return PackedVisit(visit.token, summary, visit.begun_at, revisions, visit.kind)


def _revisions(archive: zipfile.ZipFile, parts: tuple[RevisionPart, ...]) -> Iterator[Revision]:
    for one in parts:
        body = from_bytes(archive.read(one.file))
        yield Revision(one.number, one.saved_at, one.knowledge, body)


def _diaries(archive: zipfile.ZipFile, parts: tuple[DiaryPart, ...]) -> Iterator[PackedDiary]:
    for one in parts:
        yield PackedDiary(File(one.name, archive.read(one.file), one.kind), one.kept_at)
