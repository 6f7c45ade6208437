"""A client written into a zip, a text or a file at a time."""

import zipfile
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import BinaryIO

from records.exchange.manifest import ClientPart, DiaryPart, Manifest, RevisionPart, VisitPart
from records.exchange.packed import (
    MANIFEST,
    PackedClient,
    PackedDiary,
    PackedVisit,
    body_file,
    diary_file,
)
from records.rows import Revision
from records.storage.text_codec import presentable, to_bytes


def pack(client: PackedClient, extras: Mapping[str, bytes], into: BinaryIO) -> None:
    """Write the zip."""
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        manifest = Manifest(
            client=_who(client),
            visits=tuple(_visit(archive, *placed) for placed in enumerate(client.visits, 1)),
            diaries=tuple(_diary(archive, *placed) for placed in enumerate(client.diaries(), 1)),
        )
        for name, content in extras.items():
            archive.writestr(f"extra/{PurePosixPath(name).name}", content)
        archive.writestr(MANIFEST, manifest.model_dump_json(indent=2))


def _who(client: PackedClient) -> ClientPart:
    told = client.told
    return ClientPart(
        id=client.id,
        label=presentable(told.label),
        next_on=told.next_on,
        about=presentable(told.about),
        words=presentable(told.words),
    )


def _visit(archive: zipfile.ZipFile, place: int, visit: PackedVisit) -> VisitPart:
    return VisitPart(
        token=visit.token,
        on=visit.summary.on,
        review_on=visit.summary.review_on,
        begun_at=visit.begun_at,
        kind=visit.kind,
        revisions=tuple(_revision(archive, place, one) for one in visit.revisions()),
    )


def _revision(archive: zipfile.ZipFile, place: int, revision: Revision) -> RevisionPart:
    file = body_file(place, revision.number)
    archive.writestr(file, to_bytes(revision.body))
    return RevisionPart(
        number=revision.number,
        saved_at=revision.saved_at,
        knowledge=revision.knowledge,
        file=file,
    )


def _diary(archive: zipfile.ZipFile, place: int, diary: PackedDiary) -> DiaryPart:
    file = diary_file(place)
    archive.writestr(file, diary.file.data)
    return DiaryPart(
        name=presentable(diary.file.name),
        kept_at=diary.kept_at,
        kind=diary.file.kind,
        file=file,
    )
