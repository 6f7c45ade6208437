"""Texts on their way to and from bytes, and as a search reads them."""

import unicodedata

SEARCHED = 100  # characters of a label that a search looks at


def to_bytes(text: str) -> bytes:
    """A text as stored; half a surrogate pair, which a browser can send, is kept too."""
    return text.encode("utf-8", "surrogatepass")


def from_bytes(stored: bytes) -> str:
    """A stored text."""
    return stored.decode("utf-8", "surrogatepass")


def folded(text: str) -> str:
    """A label as a search reads it: case is forgotten, accents are kept."""
    kept = "".join(sign for sign in text[:SEARCHED] if sign.isprintable())
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", kept).casefold())
