"""The tables in a zip archive: the export of an app, or tables as they are."""

import zipfile
from collections.abc import Callable, Iterator

import pandas as pd

from planner.diary.file.apps.apple_health import health_grid, is_health
from planner.diary.file.archives.members import Archive, is_archive, opened, stem_of, suffix_of
from planner.diary.values.cells import SHEET
from planner.model.errors import DiaryError
from planner.words import say

Grids = tuple[pd.DataFrame, ...]
TABLES = (".csv", ".tsv", ".txt", ".json", ".xlsx", ".xls", ".ods", ".xml", ".daylio")
MOST_TABLES = 60
LOOKED_AT = 40  # XML files, the largest first, of which one may be the export of a phone
IN_A_WORKBOOK = ("workbook.xml", "workbook.bin", "content.xml")
NESTED = say("This zip archive holds another one. Unpack it and choose the table inside.")
NO_TABLE = say("This zip archive holds no table that can be read. Export the diary as CSV.")
MANY_TABLES = say(
    "This zip archive holds more than {most} tables. Bring the diary among them alone.",
    most=MOST_TABLES,
)


def is_plain_archive(data: bytes) -> bool:
    """Whether the bytes are a zip archive that is not a workbook; raises DiaryError."""
    if not is_archive(data):
        return False
    with opened(data) as archive:
        return not any(m.filename.endswith(IN_A_WORKBOOK) for m in archive.members)


def archive_grids(data: bytes, read: Callable[[bytes], Grids]) -> Grids:
    """Every table of an archive; `read` reads the bytes of one file. Raises DiaryError."""
    with opened(data) as archive:
        health = next((m for m in _largest_xml(archive) if is_health(archive.head(m))), None)
        if health is not None:
            return (health_grid(archive.pieces(health)),)
        return _tables(archive, read)


def _largest_xml(archive: Archive) -> list[zipfile.ZipInfo]:
    """The XML files that may be the export of a phone, whatever its language called it."""
    xml = [member for member in archive.members if suffix_of(member) == ".xml"]
    return sorted(xml, key=lambda member: -member.file_size)[:LOOKED_AT]


def _tables(archive: Archive, read: Callable[[bytes], Grids]) -> Grids:
    """The tables of an archive that are files of their own."""
    tables = [member for member in archive.members if suffix_of(member) in TABLES]
    if len(tables) > MOST_TABLES:
        raise DiaryError(MANY_TABLES)
    found: list[pd.DataFrame] = []
    refused: list[DiaryError] = []
    for member in tables:
        data = archive.whole(member)
        try:
            found += _named(read(_not_nested(data)), stem_of(member))
        except DiaryError as error:
            refused.append(error)
    if not found:
        raise _refusal(archive, refused)
    return tuple(found)


def _not_nested(data: bytes) -> bytes:
    if is_plain_archive(data):
        raise DiaryError(NESTED)
    return data


def _named(grids: Grids, name: str) -> Iterator[pd.DataFrame]:
    """The one table of a file under the file's name; sheets have names of their own."""
    for grid in grids:
        grid.attrs.setdefault(SHEET, name)
        yield grid


def _refusal(archive: Archive, refused: list[DiaryError]) -> DiaryError:
    """The one sentence that says why an archive has no table."""
    if len(refused) == 1:
        return refused[0]
    nested = any(is_archive(archive.head(member)) for member in archive.members)
    return DiaryError(NESTED if nested else NO_TABLE)
