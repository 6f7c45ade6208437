"""What a person typed, made fit for paper and for a spreadsheet; treatment of text, not words."""

import unicodedata

from planner.model.phrase import Phrase

UNSEEN = ("Cc", "Cf", "Zl", "Zp")
# Part of how a name is spelled from Arabic on (Persian, Hindi, Sinhala, an emoji); Latin has none.
JOINERS, FIRST_JOINED = ("\u200c", "\u200d"), "\u0600"
FILLERS = " \u2800\u115f\u1160\u3164\u200c\u200d"  # blanks that Python takes for letters
FORMULA_STARTS = ("=", "+", "-", "@")


def printable(text: str) -> str:
    """The text without control and direction marks, its blanks made single; a phrase has none."""
    if isinstance(text, Phrase):
        return text
    before = ("", *text)
    kept = (_kept(one, last) for one, last in zip(text, before, strict=False))
    return " ".join("".join(kept).split())


def _kept(letter: str, last: str) -> str:
    """A letter, or a blank for a mark that nobody sees; what joins letters of a script stays."""
    if letter in JOINERS and last >= FIRST_JOINED:
        return letter
    return " " if unicodedata.category(letter) in UNSEEN else letter


def clipped(text: str, most: int) -> str:
    """At most so many characters; what is left out shows as an ellipsis."""
    text = printable(text)
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def as_cell(text: str) -> str:
    """A cell that a spreadsheet reads as words, never as a formula.

    Full-width and small forms of the marks run too where Chinese or Japanese is written; what
    cannot be seen before them changes nothing.
    """
    shown = printable("".join(text))  # of a phrase too: it may begin with what somebody typed
    seen = unicodedata.normalize("NFKC", shown).lstrip(FILLERS)
    runs = text.startswith(("\t", "\r")) or seen.startswith(FORMULA_STARTS)
    return f"'{shown}" if runs else shown
