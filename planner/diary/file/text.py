"""Text files as a grid of cells: encoding, delimiter, records."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Generator, Iterator

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from planner.diary.values.date_forms import written_date
from planner.diary.values.scales import number_in
from planner.model.errors import DiaryError

DELIMITERS = ",;\t|"
# A date or a score never holds one of these; a comma may be the decimal sign in a score.
NEVER_IN_A_CELL = "\t;|"
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
MOST_CELLS = 6_000_000
STRAY_QUOTES = 20
MOST_COLUMNS = 1000
SENSE = 20
SAMPLE = 24_000  # bytes
TEXT = pd.StringDtype(na_value=np.nan)


def as_utf8(data: bytes) -> bytes:
    """The text of a file in UTF-8, whether it came in that, UTF-16, UTF-32 or Windows-1252."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return in_utf8(data[len(bom) :], encoding)
    wide = utf16_without_bom(data)
    if wide:
        return in_utf8(data, wide)
    if b"\0" in data and data.count(b"\0") > len(data) / 100:
        raise DiaryError("This file holds no text, only empty bytes. Export the diary again.")
    data = data.replace(b"\0", b"") if b"\0" in data else data
    return data if is_utf8(data) else in_utf8(data, "cp1252")


def in_utf8(data: bytes, encoding: str) -> bytes:
    """A text in another encoding; what is no letter there becomes a question mark."""
    return data.decode(encoding, errors="replace").encode(errors="replace")


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are a text in UTF-8."""
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def utf16_without_bom(data: bytes) -> str | None:
    """The UTF-16 form in which every other byte of a text is zero, if it is one."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.4 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 * half and odd < 0.1 * half else None


def delimiter_of(sample: str) -> str | None:
    """The delimiter that cuts the most lines into the same number of cells, if any cuts them."""
    scores = {mark: consistency(sample, mark) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best][2] else None


def consistency(sample: str, delimiter: str) -> tuple[float, int, int]:
    """The share of records with the commonest number of cells (2 or more), sense, and that number.

    Sense is how many cells of the first records are whole dates or scores: it decides where two
    delimiters cut equally well, as in "Mar 7, 2015;4".
    """
    if delimiter not in sample:
        return 0.0, 0, 0
    lines = csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)
    try:
        found = [record for record in lines if any(record)]
    except csv.Error:
        return 0.0, 0, 0
    several = Counter(len(record) for record in found if len(record) > 1)
    if not several:
        return 0.0, 0, 0
    width, times = max(several.items(), key=lambda item: (item[1], item[0]))
    cells = [cell.strip() for record in found[:SENSE] for cell in record]
    whole = [cell for cell in cells if cell and not any(mark in cell for mark in NEVER_IN_A_CELL)]
    sense = sum(bool(written_date(cell) or number_in(cell)) for cell in whole)
    return round(times / len(found), 1), sense, width


def text_grid(utf8: bytes) -> pd.DataFrame:
    """All records of a delimited text, header and preamble too, as a grid of strings."""
    sample = utf8[:SAMPLE].decode(errors="ignore")
    delimiter = delimiter_of(sample)
    if delimiter is None:
        utf8 = re.sub(rb" {2,}", b"\t", utf8)  # columns that are only lined up
        delimiter = delimiter_of(re.sub(" {2,}", "\t", sample)) or DELIMITERS[0]
    regular = regular_grid(utf8, delimiter)
    return irregular_grid(utf8.decode(), delimiter) if regular is None else regular


def regular_grid(utf8: bytes, delimiter: str) -> pd.DataFrame | None:
    """The grid of a text in UTF-8 whose records all have as many cells; None of any other."""
    too_wide = utf8[: utf8.find(b"\n") % len(utf8)].count(delimiter.encode()) > MOST_COLUMNS
    if too_wide or (b'"' in utf8 and utf8.count(b'"') % 2):
        return None
    try:
        found = arrow_csv.read_csv(
            pa.BufferReader(utf8),
            arrow_csv.ReadOptions(autogenerate_column_names=True),
            arrow_csv.ParseOptions(
                delimiter=delimiter, ignore_empty_lines=False, newlines_in_values=b'"' in utf8
            ),
            arrow_csv.ConvertOptions(
                default_column_type=pa.large_string(), strings_can_be_null=False, check_utf8=False
            ),
        )
    except pa.ArrowInvalid:
        return None
    grid: pd.DataFrame = found.to_pandas(types_mapper={pa.large_string(): TEXT}.get)
    return grid.set_axis(range(grid.shape[1]), axis="columns")


def irregular_grid(text: str, delimiter: str) -> pd.DataFrame:
    """The grid of records that differ in length, the short ones filled with empty cells."""
    found = list(records(text, delimiter))
    width = max(map(len, found), default=0)
    width = min(width, MOST_COLUMNS, max(24, MOST_CELLS // max(1, len(found))))
    filled = [(record + [""] * (width - len(record)))[:width] for record in found]
    return pd.DataFrame(filled, columns=range(width), dtype=str)


def records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Every record; a quote that is opened and never closed spoils only its own line."""
    lines = text.splitlines(keepends=True) if "\r" in text else io.StringIO(text).readlines()
    start, strays = 0, 0
    while start < len(lines):
        end = yield from quoted_records(lines, start, delimiter)
        if end is None:
            return
        strays += 1
        stop = len(lines) if strays > STRAY_QUOTES else end + 1
        for line in lines[end:stop]:
            yield [cell.replace('"', "") for cell in line.rstrip("\r\n").split(delimiter)]
        start = stop


def quoted_records(
    lines: list[str], start: int, delimiter: str
) -> Generator[list[str], None, int | None]:
    """Records from line `start` on; returns the line whose quote is never closed, if one is."""
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(lines[start:], delimiter=delimiter)
    begun = 0
    for record in reader:
        several = reader.line_num - begun > 1
        if several and "".join(lines[start + begun : start + reader.line_num]).count('"') % 2:
            return start + begun
        yield record
        begun = reader.line_num
    return None
