"""Bytes to grids of cells, or one sentence that says why the file cannot be read."""

import pandas as pd

from planner.diary.text import decode, text_grid
from planner.diary.workbook import is_workbook, workbook_grids
from planner.errors import DiaryError

OTHER_KINDS = (
    (b"%PDF", "This is a PDF, not a table. Export the diary as CSV or as a workbook."),
    (b"\x89PNG", "This is a picture, not a table. Export the diary as CSV or as a workbook."),
    (b"\xff\xd8\xff", "This is a picture, not a table. Export the diary as CSV or as a workbook."),
    (b"GIF8", "This is a picture, not a table. Export the diary as CSV or as a workbook."),
    (b"\x1f\x8b", "This file is compressed. Unpack it and choose the table inside."),
    (b"7z\xbc\xaf", "This file is compressed. Unpack it and choose the table inside."),
    (b"Rar!", "This file is compressed. Unpack it and choose the table inside."),
    (b"SQLite format 3", "This is a database, not a table. Export the diary as CSV."),
    (b"{\\rtf", "This is a text document, not a table. Export the diary as CSV."),
)
MARKUP = ("<?xml", "<!doctype", "<html", "<healthdata", "{", "[{")


def grids(data: bytes, name: str) -> tuple[pd.DataFrame, ...]:
    """Every table of the file as a grid of strings, one row per record; raises DiaryError."""
    head = data[:1024].lstrip()
    for mark, sentence in OTHER_KINDS:
        if head.startswith(mark):
            raise DiaryError(sentence)
    found = workbook_grids(data) if is_workbook(data) else text_grids(data)
    if not found:
        raise DiaryError("This file is empty. Export the diary again.")
    return found


def text_grids(data: bytes) -> tuple[pd.DataFrame, ...]:
    """The one table of a text file; none when it is blank."""
    text = decode(data)
    start = text[:1024].lstrip("\ufeff \t\r\n")
    if not start and not text.strip("\ufeff\0 \t\r\n"):
        return ()
    if start.lower().startswith(MARKUP):
        raise DiaryError("This file is markup (XML, HTML or JSON). Export the diary as CSV.")
    return (text_grid(text, utf8_of(text, data)),)


def utf8_of(text: str, data: bytes) -> bytes:
    """The text in UTF-8: the bytes of the file where they are that already."""
    same = len(text) == len(data) and text.isascii()
    return data if same else text.encode(errors="replace")
