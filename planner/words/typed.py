"""What a person typed, made fit for paper and for a spreadsheet; treatment of text, not words."""

import unicodedata

from planner.model.phrase import Phrase

MAY_BREAK = "\u200b"
LONGEST_WORD, PIECE = 24, 8  # letters: wider than any word of the language, and a line's breath
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def printable(text: str) -> str:
    """The text without control and direction marks, its blanks made single; a phrase has none."""
    if isinstance(text, Phrase):
        return text
    kept = (" " if unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp") else one for one in text)
    return " ".join("".join(kept).split())


def breakable(text: str) -> str:
    """The printable text with places to break a word that is wider than a line; not a phrase."""
    if isinstance(text, Phrase):
        return text
    words = printable(text).split()
    return " ".join(MAY_BREAK.join(_pieces(word)) for word in words)


def _pieces(word: str) -> list[str]:
    if len(word) <= LONGEST_WORD:
        return [word]
    return [word[at : at + PIECE] for at in range(0, len(word), PIECE)]


def clipped(text: str, most: int) -> str:
    """At most so many characters; what is left out shows as an ellipsis."""
    text = printable(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def as_cell(text: str) -> str:
    """A cell that a spreadsheet reads as words, never as a formula."""
    shown = printable(text)
    runs = text.startswith(FORMULA_STARTS) or shown.startswith(FORMULA_STARTS)
    return f"'{shown}" if runs else shown
