"""Scores as they are written: a number, a number over its top, a range, or a word of a ladder."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.cells import Coded, quoted
from planner.diary.values.ladders import MOST_WORDS, is_none, ladder_of, names_a_level, rung
from planner.diary.values.lexicon import FILLER, is_nothing, plain
from planner.model.phrase import Texts
from planner.words import say

SCORE = re.compile(
    r"(?P<number>[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*"
    r"(?:(?:/|out of|of|von|sur|de|su|van)\s*(?P<top>\d{1,3})|(?P<percent>%))?"
    r"(?:\s*[-\u2013:(=]*\s*(?P<words>[^\d]*))?",
    re.IGNORECASE,
)
SHORT = r"(\d{1,3}(?:[.,]\d+)?)"
ABOUT = re.compile(
    r"(?:[~≈>≥<≤]|(?:about|approx\.?|around|circa|ca\.?|c\.|etwa|ungefähr|env\.?|environ|unos)\s)"
    r"\s*" + SHORT + r"(?P<rest>\s?(?:/.*)?)",
    re.IGNORECASE,
)
BETWEEN = re.compile(
    SHORT + r"\s?(?:-|\u2013|\u2014|to|bis|à|a|or|/|\u2026|\.\.+)\s?" + SHORT + r"\+?"
    r"(?:\s?/\s?(?P<top>10))?",
    re.IGNORECASE,
)
WITH_NOTE = re.compile(
    SHORT + r"(?:\s?/\s?10)?(?:\s?[(\[]|\s[-\u2013]\s|[,;:]\s)(?=.*[^\W\d_]{2}).*"
)
WORDS_FIRST = re.compile(
    r"(?P<words>[^\d(\[:=]{2,30}?)\s*[(\[:=\-\u2013]?\s*(?P<number>\d.*?)[)\]]?"
)
HOW_LONG = re.compile(
    r"(?:\d+(?:[.,]\d+)?\s*(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|weeks?|std\.?|stunden?|minuten|"
    r"tage?|heures?|jours?|horas?|minutos?|dias?|uur|dagen)\b\.?,?\s*(?:and\s|und\s|et\s|y\s|en\s)?)+",
    re.IGNORECASE,
)
ONE_HALF = re.compile(r"(\d+)\s?½")
NO_SCORE = say("no pain score in this row")
LONGEST = 60  # letters; a score with its words is shorter, a note longer
TEN = 10
OUT_OF = (10, 100)
HALF = 0.5  # of the scores of a column
Found = tuple[float, int | None] | None  # a score, and the top it is written over
STANDS_FOR_NOTHING = (-1.0, -9.0, -99.0, -999.0, 88.0, 99.0, 888.0, 999.0, 9999.0)
FEWEST_BESIDE = 5  # scores up to ten, so that a 99 among them is no score


@dataclass(frozen=True, eq=False)
class Scores:
    """The score of each distinct text (NaN where none), and why a filled one has none.

    `notes` says what was read otherwise than it is written.
    """

    numbers: NDArray[np.float64]
    reasons: tuple[str | None, ...]
    tops: frozenset[int]
    ladder: tuple[str, ...] | None
    notes: Texts = ()


def number_in(text: str) -> Found:
    """A score and the top it is written over (6/10), or None when it is not one number."""
    found = SCORE.fullmatch(ONE_HALF.sub(r"\1.5", text)) if len(text) <= LONGEST else None
    if not found:
        return None
    top = int(found["top"]) if found["top"] else 100 if found["percent"] else None
    return _float(found["number"]), top


def score_in(text: str) -> Found:
    """The same of a text in a column of scores: "6-7", "Moderate (5)" and "none", not "5 hours"."""
    if is_length(text):
        return None
    plainly = number_in(text) or about_in(text) or _behind_words(text) or _zero(text)
    return plainly or _before_a_note(text)


def _before_a_note(text: str) -> Found:
    """The number that stands before a note with numbers of its own: "6 (took 2 pills)"."""
    found = WITH_NOTE.fullmatch(text) if len(text) <= LONGEST else None
    return (_float(found[1]), None) if found else None


def is_length(text: str) -> bool:
    """Whether a text is a length of time, such as "5 hours": it says nothing of how bad."""
    return len(text) <= LONGEST and HOW_LONG.fullmatch(text) is not None


def about_in(text: str) -> Found:
    """The score that is meant by "~6", or by "6-7": its middle."""
    if len(text) > LONGEST:
        return None
    about = ABOUT.fullmatch(text)
    if about:
        return number_in(about[1] + about["rest"])
    return between_in(text)


def between_in(text: str) -> Found:
    """The middle of a range such as "6-7"."""
    between = BETWEEN.fullmatch(text)
    if not between:
        return None
    low, high = _float(between[1]), _float(between[2])
    top = int(between["top"]) if between["top"] else None
    return ((low + high) / 2, top) if low < high else None


def _behind_words(text: str) -> Found:
    """The number behind words that name its level, such as "Level 6"."""
    words, number = _apart(text)
    of_pain = (word.strip(".,") in FILLER for word in plain(words).split())
    return number if number and (names_a_level(words) or all(of_pain)) else None


def _apart(text: str) -> tuple[str, Found]:
    """The words before a number, and the number; none where a text is not so."""
    found = WORDS_FIRST.fullmatch(text) if len(text) <= LONGEST else None
    if not found or is_length(found["number"]):
        return "", None
    return found["words"], number_in(found["number"])


def are_behind_words(texts: tuple[str, ...]) -> bool:
    """Whether all of a column's texts are a number behind one of a few words, whatever they say."""
    filled = [_apart(text) for text in texts if not is_nothing(text)]
    few = len({words for words, _ in filled}) <= MOST_WORDS
    return len(filled) > 1 and few and all(number for _, number in filled)


def _zero(text: str) -> Found:
    return (0.0, None) if is_none(text) else None


def _float(number: str) -> float:
    return float(number.replace(",", "."))


def read_scores(column: Coded, order: tuple[str, ...] | None = None) -> Scores:
    """The scores of a column: numbers, or the words of one severity ladder.

    `order`: its words as the client put them, the least pain first.
    """
    if order:
        return _in_order(column, order)
    plainly = any(number_in(text) for text in column.values if not is_nothing(text))
    written = plainly or any(_is_numbered(text) for text in column.values)
    ladder = None if written else ladder_of(column.filled)
    behind = not (plainly or ladder) and are_behind_words(column.filled)
    read = [score_in(text) or (_apart(text)[1] if behind else None)
            if (written or behind) and not is_nothing(text) else None
            for text in column.values]  # fmt: skip
    read = _with_ranges(column.values, read)
    pairs = zip(column.values, read, strict=True)
    numbers = np.array([found[0] if found else rung(text, ladder) for text, found in pairs], float)
    missing = _stand_for_nothing(numbers)
    kept = np.where(missing, np.nan, numbers)
    reasons = map(_no_score, column.values, kept, missing)
    tops = frozenset(found[1] for found in read if found and found[1])
    return Scores(kept, tuple(reasons), tops, ladder, _notes(column, read) if written else ())


def _with_ranges(texts: tuple[str, ...], read: list[Found]) -> list[Found]:
    """The same, but for ranges such as 6/7: over a top that hardly any other score is over."""
    found = [one for one in read if one]
    tops = {top for _, top in found if top} - set(OUT_OF)
    rare = {top for top in tops if sum(one[1] == top for one in found) < HALF * len(found)}
    return [between_in(text) or one if one and one[1] in rare else one
            for text, one in zip(texts, read, strict=True)]  # fmt: skip


def _in_order(column: Coded, order: tuple[str, ...]) -> Scores:
    """The places of a column's words in an order that was put by hand."""
    steps = {plain(word): float(step) for step, word in enumerate(order)}
    numbers = np.array([steps.get(plain(text), np.nan) for text in column.values], float)
    pairs = zip(column.values, numbers, strict=True)
    reasons = (_no_score(text, number, stands_for_nothing=False) for text, number in pairs)
    return Scores(numbers, tuple(reasons), frozenset(), None)


def _is_numbered(text: str) -> bool:
    """Whether a text holds a number that is a score, with words or another number about it."""
    return not is_nothing(text) and bool(about_in(text) or _behind_words(text))


def _stand_for_nothing(numbers: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which scores are 99 and the like, where all the others are from 0 to 10."""
    codes = np.isin(numbers, STANDS_FOR_NOTHING)
    others = numbers[~codes & ~np.isnan(numbers)]
    usual = len(others) >= FEWEST_BESIDE and others.min() >= 0 and others.max() <= TEN
    return codes if usual else np.zeros(len(numbers), dtype=bool)


def _notes(column: Coded, read: list[Found]) -> Texts:
    """What was read otherwise than it stands, with the number of rows."""
    counts = column.counts
    pairs = list(zip(column.values, read, counts.tolist(), strict=True))
    middles = sum(times for text, found, times in pairs
                  if found and found != number_in(text) and about_in(text) == found)  # fmt: skip
    zeros = sum(times for text, _, times in pairs if is_none(text))
    said = (
        say("Scores written as a range or as about so much were read as their middle: {rows}.",
            rows=middles) if middles else None,
        say("Words for no pain were read as 0: {rows}.", rows=zeros) if zeros else None,
    )  # fmt: skip
    return tuple(one for one in said if one)


def _no_score(text: str, number: float, stands_for_nothing: bool) -> str | None:
    """Why a cell gave no score; None where it gave one."""
    if not np.isnan(number):
        return None
    if is_nothing(text):
        return NO_SCORE
    if is_length(text):
        return say("{cell} says how long it was, not how bad", cell=quoted(text))
    if stands_for_nothing:
        return say("{cell} beside scores up to ten stands for no answer", cell=quoted(text))
    return say("the pain score cannot be read in {cell}", cell=quoted(text))
