"""Delimited text as a grid of cells."""

import csv
import io
import re
from collections.abc import Generator, Iterator

import numpy as np
import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from planner.diary.file.delimiters import DELIMITERS, delimiter_of

MOST_CELLS = 6_000_000  # of a grid of records that differ in length; more would fill the memory
STRAY_QUOTES = 20  # quotes that are never closed; behind as many, no quote is believed
MOST_COLUMNS = 1000
ROOM = 24  # columns that are kept however many records there are
SAMPLE = 24_000  # bytes
TEXT = pd.StringDtype(na_value=np.nan)


def text_grid(utf8: bytes) -> pd.DataFrame:
    """All records of a delimited text, header and preamble too, as a grid of strings."""
    sample = utf8[:SAMPLE].decode(errors="ignore")
    delimiter = delimiter_of(sample)
    if delimiter is None:
        utf8 = re.sub(rb" {2,}", b"\t", utf8)  # columns that are only lined up
        delimiter = delimiter_of(re.sub(" {2,}", "\t", sample)) or DELIMITERS[0]
    regular = _regular_grid(utf8, delimiter)
    return _irregular_grid(utf8.decode(), delimiter) if regular is None else regular


def _regular_grid(utf8: bytes, delimiter: str) -> pd.DataFrame | None:
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


def _irregular_grid(text: str, delimiter: str) -> pd.DataFrame:
    """The grid of records that differ in length, the short ones filled with empty cells."""
    found = list(_records(text, delimiter))
    width = max(map(len, found), default=0)
    width = min(width, MOST_COLUMNS, max(ROOM, MOST_CELLS // max(1, len(found))))
    filled = [(record + [""] * (width - len(record)))[:width] for record in found]
    return pd.DataFrame(filled, columns=range(width), dtype=str)


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    """Every record; a quote that is opened and never closed spoils only its own line."""
    lines = text.splitlines(keepends=True) if "\r" in text else io.StringIO(text).readlines()
    start, strays = 0, 0
    while start < len(lines):
        end = yield from _quoted_records(lines, start, delimiter)
        if end is None:
            return
        strays += 1
        stop = len(lines) if strays > STRAY_QUOTES else end + 1
        for line in lines[end:stop]:
            yield [cell.replace('"', "") for cell in line.rstrip("\r\n").split(delimiter)]
        start = stop


def _quoted_records(
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
