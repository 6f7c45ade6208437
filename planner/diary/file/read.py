"""Bytes to grids of cells, or one sentence that says why the file cannot be read."""

import codecs
import re
from collections.abc import Iterator

import pandas as pd

from planner.diary.file.apps.apple_health import health_grid, is_health
from planner.diary.file.apps.daylio import is_encoded
from planner.diary.file.apps.json_tables import is_json, json_grids
from planner.diary.file.archives.zipped import archive_grids, is_plain_archive
from planner.diary.file.encoding import as_utf8
from planner.diary.file.text import text_grid
from planner.diary.file.workbook import is_workbook, workbook_grids
from planner.model.errors import DiaryError
from planner.words import say

PICTURE = say("This is a picture, not a table. Export the diary as CSV or as a workbook.")
COMPRESSED = say("This file is compressed. Unpack it and choose the table inside.")
OTHER_KINDS = (
    (b"%PDF", say("This is a PDF, not a table. Export the diary as CSV or as a workbook.")),
    (b"\x89PNG", PICTURE),
    (b"\xff\xd8\xff", PICTURE),
    (b"GIF8", PICTURE),
    (b"\x1f\x8b", COMPRESSED),
    (b"7z\xbc\xaf", COMPRESSED),
    (b"Rar!", COMPRESSED),
    (b"SQLite format 3", say("This is a database, not a table. Export the diary as CSV.")),
    (b"{\\rtf", say("This is a text document, not a table. Export the diary as CSV.")),
)
GUARDED = re.compile(r"""^(?:="([^"]*)"|'(\d.*))$""")  # ="2025-03-01" and '2025-03-01
LOOK = 50  # rows that tell whether a column is guarded
HEAD = 1024  # bytes in which a file shows what it is
SPACE = "\ufeff \t\r\n"
BLANK = f"{SPACE}\0".encode()
UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
MARKUP = re.compile(r"<[a-z!?]", re.IGNORECASE)
MIB = 2**20
WRITTEN_OUT, FEWEST_LINES = rb"\n", 2


def grids(data: bytes, name: str) -> tuple[pd.DataFrame, ...]:
    """Every table of the file as a grid of strings, one row per record; raises DiaryError."""
    found = archive_grids(data, _file_grids) if is_plain_archive(data) else _file_grids(data)
    if not found:
        raise DiaryError(say("This file is empty. Export the diary again."))
    return tuple(map(_unguarded, found))


def holds_more(data: bytes) -> bool:
    """Whether a file may hold more than tables: an archive, or the XML or JSON of an app.

    Raises DiaryError where an archive cannot be opened.
    """
    if is_workbook(data):
        return is_plain_archive(data)
    head = data[:HEAD]
    start = head.decode("utf-16" if head[:2] in UTF16 else "utf-8", errors="replace")
    return is_health(head) or is_encoded(head) or is_json(start.lstrip(SPACE))


def _file_grids(data: bytes) -> tuple[pd.DataFrame, ...]:
    """The tables of a file that is no archive of files."""
    head = data[:HEAD].lstrip()
    for mark, sentence in OTHER_KINDS:
        if head.startswith(mark):
            raise DiaryError(sentence)
    return workbook_grids(data) if is_workbook(data) else _text_grids(data)


def _unguarded(grid: pd.DataFrame) -> pd.DataFrame:
    """The grid without the marks that keep a spreadsheet from reading a cell as a number."""
    guarded = [place for place in range(grid.shape[1])
               if any(map(GUARDED.match, map(str, grid.iloc[:LOOK, place])))]  # fmt: skip
    if not guarded:
        return grid
    plain = grid.copy()
    for place in guarded:
        plain[plain.columns[place]] = grid.iloc[:, place].str.replace(GUARDED, r"\1\2", regex=True)
    return plain


def _text_grids(data: bytes) -> tuple[pd.DataFrame, ...]:
    """The tables of a file that is text; none when it is blank."""
    if is_health(data[:HEAD]):
        return (health_grid(_pieces(data)),)
    if is_encoded(data):
        return json_grids(data)
    utf8 = as_utf8(data)
    start = utf8[:HEAD].decode(errors="replace").lstrip(SPACE)
    if not start and not utf8.strip(BLANK):
        return ()
    if is_json(start):
        return json_grids(utf8)
    if MARKUP.match(start):
        raise DiaryError(say("This file is markup (XML or HTML). Export the diary as CSV."))
    return (text_grid(_with_line_ends(utf8)),)


def _with_line_ends(utf8: bytes) -> bytes:
    r"""A text in which the ends of lines were written out as \n, as in Pain Tracker's table."""
    in_one_line = b"\n" not in utf8.strip() and utf8.count(WRITTEN_OUT) >= FEWEST_LINES
    return utf8.replace(WRITTEN_OUT, b"\n") if in_one_line else utf8


def _pieces(data: bytes) -> Iterator[bytes]:
    """The bytes a MiB at a time."""
    return (data[start : start + MIB] for start in range(0, len(data), MIB))
