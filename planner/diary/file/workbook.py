"""Workbooks (XLSX, XLS, ODS) as grids of cells, refused before they can fill the memory."""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from planner.diary.values.cells import SHEET
from planner.model.errors import DiaryError
from planner.words import say

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
PASSWORD = say("This workbook is locked with a password. Save a copy without one and bring that.")
BROKEN = say("This workbook is damaged and cannot be opened. Export the diary again, best as CSV.")
BOMB = say(
    "This workbook would grow far beyond its own size when unpacked. Export the diary as CSV."
)
HUGE = say(
    "This workbook has cells so far apart that it cannot be a diary. Export the diary as CSV."
)
PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # the others grow without measure
UNCHECKED = say("This is a binary workbook (XLSB). Save it as XLSX or CSV and bring that.")
BINARY = "workbook.bin"
MANIFEST = "META-INF/manifest.xml"
MIB = 2**20
MOST_UNPACKED = 400 * MIB
MOST_GROWTH = 100  # times; sheets of numbers shrink to a tenth or a twentieth
SMALL = 12 * MIB  # may be unpacked whatever it grew from
MOST_CELLS = 12_000_000
MOST_REPEATS = 10**9  # a larger number in a file is as good as this one
EXACT_BELOW = 1e15  # up to here a float holds every whole number
REFERENCE = re.compile(rb"""<(?:\w+:)?(?:c|row)\b[^>]*?\sr\s*=\s*["']([^"']*)["']""")
PLACE = re.compile(rb"([A-Za-z]{0,3})(\d{0,7})")  # what lies within any sheet
LONGEST_TAG = MIB // 16
REPEAT = re.compile(rb"""number-(rows|columns)-repeated\s*=\s*["'](\d+)["']""")


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin like a workbook: a zip archive or an OLE file."""
    return data.startswith((OLE, ZIP, b"PK\x05\x06"))


def workbook_grids(data: bytes) -> tuple[pd.DataFrame, ...]:
    """Each sheet that holds anything, as a grid of strings with the sheet's own row numbers."""
    if data.startswith(OLE):
        _refuse_locked(data)
    else:
        _refuse_bomb(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        grids = [_sheet_grid(book, place, name) for place, name in enumerate(book.sheet_names)]
    except PasswordError as error:
        raise DiaryError(PASSWORD) from error
    except (CalamineError, ValueError, OSError) as error:
        raise DiaryError(BROKEN) from error
    return tuple(grid for grid in grids if not grid.empty)


def _refuse_locked(data: bytes) -> None:
    """Refuse an OLE file that is an encrypted package."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise DiaryError(PASSWORD)


def _refuse_bomb(data: bytes) -> None:
    """Refuse an archive that unpacks to far more than it is, or whose sheets are too sparse."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _refuse_encrypted_sheets(archive)
            _check_members(archive, max(SMALL, min(MOST_UNPACKED, MOST_GROWTH * len(data))))
    except (zipfile.BadZipFile, OSError, NotImplementedError, EOFError, ValueError) as error:
        raise DiaryError(BROKEN) from error
    except RuntimeError as error:
        raise DiaryError(PASSWORD) from error
    except Exception as error:
        if type(error).__module__ in ("zlib", "lzma"):
            raise DiaryError(BROKEN) from error
        raise


def _refuse_encrypted_sheets(archive: zipfile.ZipFile) -> None:
    """Refuse an ODS workbook with a password: its archive opens, but its sheets are encrypted."""
    manifest = next((m for m in archive.infolist() if m.filename == MANIFEST), None)
    if manifest and manifest.file_size < SMALL and b"encryption-data" in archive.read(manifest):
        raise DiaryError(PASSWORD)


def _check_members(archive: zipfile.ZipFile, most: int) -> None:
    """Refuse by the sizes claimed, then by the sizes found when unpacking piece by piece."""
    if sum(member.file_size for member in archive.infolist()) > most:
        raise DiaryError(BOMB)
    if any(member.compress_type not in PLAIN for member in archive.infolist()):
        raise DiaryError(BROKEN)
    if any(member.filename.endswith(BINARY) for member in archive.infolist()):
        raise DiaryError(UNCHECKED)
    for member in archive.infolist():
        sheet, cut = _is_sheet(member.filename), b""
        for piece in _pieces(archive, member):
            most -= len(piece)
            if most < 0:
                raise DiaryError(BOMB)
            if sheet and _area(cut + piece) > MOST_CELLS:
                raise DiaryError(HUGE)
            cut = _cut_tag(cut + piece) if sheet else b""
        if sheet and member.filename.endswith("content.xml"):
            _refuse_repeats(archive.read(member))


def _is_sheet(name: str) -> bool:
    """Whether a member of a workbook holds cells."""
    return name.endswith(".xml") and ("worksheets/" in name or "content" in name)


def _pieces(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Iterator[bytes]:
    """The unpacked bytes of one member, a MiB at a time."""
    with archive.open(member) as stream:
        while piece := stream.read(MIB):
            yield piece


def _cut_tag(xml: bytes) -> bytes:
    """The beginning of a tag that ends in the next piece, if there is one."""
    begins = xml.rfind(b"<")
    cut = xml[begins:] if begins > xml.rfind(b">") else b""
    if len(cut) > LONGEST_TAG:
        raise DiaryError(HUGE)
    return cut


def _area(xml: bytes) -> int:
    """The cells between A1 and the farthest place named in a piece of a sheet.

    A place beyond any sheet counts as beyond any diary: read as a number it may wrap around.
    """
    found = [PLACE.fullmatch(reference) for reference in REFERENCE.findall(xml)]
    places = [place.groups() for place in found if place]
    if len(places) < len(found):
        return MOST_CELLS + 1
    widest = max(map(_column_number, {letters.upper() for letters, _ in places}), default=1)
    return max(widest, 1) * max((int(row or 0) for _, row in places), default=0)


def _column_number(letters: bytes) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refuse_repeats(content: bytes) -> None:
    """Refuse an ODS sheet that repeats filled rows or cells beyond any diary."""
    for row in re.findall(rb"<table:table-row[^>]*>(?:(?!</table:table-row>).)*", content, re.S):
        if b"office:value" not in row and b"<text:p" not in row:
            continue
        repeats = {b"rows": 1, b"columns": 1}
        for what, times in REPEAT.findall(row):
            repeats[what] = max(repeats[what], min(int(times), MOST_REPEATS))
        if repeats[b"rows"] > 1 and repeats[b"rows"] * repeats[b"columns"] > MOST_CELLS:
            raise DiaryError(HUGE)


def _sheet_grid(book: CalamineWorkbook, place: int, name: str) -> pd.DataFrame:
    """One sheet as a grid of strings, with its name beside it."""
    rows = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
    grid = pd.DataFrame([[_written(cell) for cell in row] for row in rows], dtype=str)
    grid.attrs[SHEET] = name
    return grid


def _written(cell: object) -> str:
    """A typed cell as text: dates as ISO, whole numbers without a point."""
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ", timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, timedelta):
        minutes, seconds = divmod(int(cell.total_seconds()), 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours:02d}:{minutes:02d}:{seconds:02d}"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < EXACT_BELOW:
        return str(int(cell))
    return "" if cell is None else str(cell)
