"""The text of a file in UTF-8, whichever encoding it came in."""

import codecs

from planner.model.errors import DiaryError
from planner.words import say

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FEW_ZEROS = 0.01  # of the bytes; a text may hold some by accident
WIDE_SAMPLE = 4000  # bytes; enough to tell UTF-16
MANY_ZEROS, HARDLY_ANY = 0.4, 0.1  # of every other byte: Latin letters in UTF-16 have one zero byte


def as_utf8(data: bytes) -> bytes:
    """The text of a file in UTF-8, whether it came in that, UTF-16, UTF-32 or Windows-1252."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _in_utf8(data[len(bom) :], encoding)
    wide = _utf16_without_bom(data)
    if wide:
        return _in_utf8(data, wide)
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


def _utf16_without_bom(data: bytes) -> str | None:
    """The UTF-16 form in which every other byte of a text is zero, if it is one."""
    sample = data[:WIDE_SAMPLE]
    half = len(sample) // 2
    if half <= 1:
        return None
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > MANY_ZEROS and even < HARDLY_ANY:
        return "utf-16-le"
    return "utf-16-be" if even > MANY_ZEROS and odd < HARDLY_ANY else None
