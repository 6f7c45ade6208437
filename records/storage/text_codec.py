"""Texts on their way to and from bytes, and as a search reads them."""

import unicodedata
import zlib

from planner.model.phrase import tell
from records.errors import CannotSave
from records.limits import MEGABYTE, MOST_TEXT

SEARCHED = 100  # characters of a label that a search looks at
TOLD = 1500  # characters that it looks at beside the label
TOGETHER = 4  # words of these that are looked up one after the other
TOO_LONG = tell(
    "is longer than {megabytes} MB, which is more than can be kept: what was kept until now is"
    " still there",
    megabytes=MOST_TEXT // MEGABYTE,
)


def to_bytes(text: str) -> bytes:
    """A text as stored; half a surrogate pair, which a browser can send, is kept too."""
    return text.encode("utf-8", "surrogatepass")


def from_bytes(stored: bytes) -> str:
    """A stored text."""
    return stored.decode("utf-8", "surrogatepass")


def pressed(text: str) -> bytes:
    """A long text made small, with a checksum; raises CannotSave for one that is too long."""
    whole = to_bytes(text)
    if len(whole) > MOST_TEXT:
        raise CannotSave("visit", TOO_LONG)
    return zlib.compress(whole)


def unpressed(stored: bytes) -> str:
    """A text made small; raises ValueError when a bit of it has changed, or it has no end."""
    reading = zlib.decompressobj()
    try:
        whole = reading.decompress(stored, MOST_TEXT + 1)
    except zlib.error as error:
        raise ValueError(str(error)) from error
    if not reading.eof or len(whole) > MOST_TEXT:
        raise ValueError("not a whole text")
    return from_bytes(whole)


def presentable(text: str) -> str:
    """A text that any other program can read: half a surrogate pair becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def folded(text: str, most: int = SEARCHED) -> str:
    """A label as a search reads it: case and accents are forgotten."""
    kept = "".join(sign for sign in text[:most] if sign.isprintable())
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", kept).casefold())
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


def ends(text: str) -> list[str]:
    """Every end of a folded text, the whole of it first."""
    return [text[place:] for place in range(len(text))]


def in_words(text: str) -> str:
    """A text as a search reads it beside a label: its words, folded, without other signs."""
    apart = text[:TOLD].replace("\n", " ")
    return " ".join("".join(_or_apart(sign) for sign in folded(apart, TOLD)).split())


def _or_apart(sign: str) -> str:
    return sign if sign.isalnum() else " "


def starts(words: str) -> set[str]:
    """What begins at each word of such a text: to hold some words is to have one of these."""
    every = words.split()
    return {" ".join(every[place : place + TOGETHER]) for place in range(len(every))}


def wanted_words(search: str) -> str:
    """What a search looks for beside labels."""
    return " ".join(in_words(search).split()[:TOGETHER])
