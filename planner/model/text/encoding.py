"""The encoding of a text in a file: told by its first bytes, by its zeros, else UTF-8."""

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE_SAMPLE = 4000  # bytes; enough to tell UTF-16
MANY_ZEROS, HARDLY_ANY = 0.4, 0.1  # of every other byte: Latin letters in UTF-16 have one zero byte


def wide_or_marked(data: bytes) -> tuple[bytes, str] | None:
    """The text without its mark, and its encoding; None where neither mark nor zeros tell it."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data[len(bom) :], encoding
    wide = _utf16_without_bom(data)
    return (data, wide) if wide else None


def text_of(data: bytes) -> str:
    """A text in UTF-8, UTF-16 or UTF-32; raises UnicodeDecodeError of any other."""
    text, encoding = wide_or_marked(data) or (data, "utf-8")
    return text.decode(encoding)


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
