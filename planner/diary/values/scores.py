"""Scores as they are written: a number, a number over its top, or a word of a ladder."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.cells import Coded, quoted
from planner.diary.values.ladders import ladder_of, rung
from planner.diary.values.lexicon import is_nothing
from planner.words import say

SCORE = re.compile(
    r"(?P<number>[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*"
    r"(?:(?:/|out of|of|von|sur|de|su|van)\s*(?P<top>\d{1,3})|(?P<percent>%))?"
    r"(?:\s*[-\u2013:(=]*\s*(?P<words>[^\d]*))?",
    re.IGNORECASE,
)
HALF = re.compile(r"(\d+)\s?½")
NO_SCORE = say("no pain score in this row")
LONGEST = 60  # letters; a score with its words is shorter, a note longer


@dataclass(frozen=True, eq=False)
class Scores:
    """The score of each distinct text (NaN where none), and why a filled one has none."""

    numbers: NDArray[np.float64]
    reasons: tuple[str | None, ...]
    tops: frozenset[int]
    ladder: tuple[str, ...] | None


def number_in(text: str) -> tuple[float, int | None] | None:
    """A score and the top it is written over (6/10), or None when it is not one number."""
    found = SCORE.fullmatch(HALF.sub(r"\1.5", text)) if len(text) <= LONGEST else None
    if not found:
        return None
    top = int(found["top"]) if found["top"] else 100 if found["percent"] else None
    return float(found["number"].replace(",", ".")), top


def read_scores(column: Coded) -> Scores:
    """The scores of a column: numbers, or the words of one severity ladder."""
    read = [None if is_nothing(text) else number_in(text) for text in column.values]
    written = [found for found in read if found]
    ladder = None if written else ladder_of(column.filled)
    pairs = zip(column.values, read, strict=True)
    numbers = [found[0] if found else rung(text, ladder) for text, found in pairs]
    tops = frozenset(top for _, top in written if top)
    reasons = tuple(map(_no_score, column.values, numbers))
    return Scores(np.array(numbers, dtype=float), reasons, tops, ladder)


def _no_score(text: str, number: float) -> str | None:
    """Why a cell gave no score; None where it gave one."""
    if not np.isnan(number):
        return None
    if is_nothing(text):
        return NO_SCORE
    return say("the pain score cannot be read in {cell}", cell=quoted(text))
