"""The text of a file in UTF-8, whichever encoding it came in."""

from planner.model.errors import DiaryError
from planner.model.text.encoding import wide_or_marked
from planner.words import say

FEW_ZEROS = 0.01  # of the bytes; a text may hold some by accident


def as_utf8(data: bytes) -> bytes:
    """The text of a file in UTF-8, whether it came in that, UTF-16, UTF-32 or Windows-1252."""
    if found := wide_or_marked(data):
        return _in_utf8(*found)
    if b"\0" in data and data.count(b"\0") > FEW_ZEROS * len(data):
        raise DiaryError(say("This file holds no text, only empty bytes. Export the diary again."))
    data = data.replace(b"\0", b"") if b"\0" in data else data
    return data if _is_utf8(data) else _in_utf8(data, "cp1252")


def _in_utf8(data: bytes, encoding: str) -> bytes:
    """A text in another encoding; what is no letter there becomes a question mark."""
    return data.decode(encoding, errors="replace").encode(errors="replace")


def _is_utf8(data: bytes) -> bool:
    """Whether the bytes are a text in UTF-8."""
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
