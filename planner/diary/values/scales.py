"""Scores as they are written, the scale they were given on, and their view on 0 to 10."""

import re
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.cells import Coded, quoted
from planner.diary.values.date_forms import plain
from planner.diary.values.lexicon import NOTHING
from planner.model.diary import Ask, Direction, Question, Scale

SCORE = re.compile(
    r"(?P<number>[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*"
    r"(?:(?:/|out of|of|von|sur|de|su|van)\s*(?P<top>\d{1,3})|(?P<percent>%))?"
    r"(?:\s*[-\u2013:(=]*\s*(?P<words>[^\d]*))?",
    re.IGNORECASE,
)
HALF = re.compile(r"(\d+)\s?½")
LADDERS: tuple[tuple[str, ...], ...] = (
    ("none", "mild", "moderate", "severe"),
    ("none", "low", "medium", "high"),
    ("none", "mild", "moderate", "severe", "unbearable"),
    ("none", "mild", "moderate", "severe", "very severe"),
    ("none", "very mild", "mild", "moderate", "severe", "very severe"),
    ("none", "mild", "discomforting", "distressing", "horrible", "excruciating"),
)
LONGEST = 60
MOODS: tuple[tuple[str, ...], ...] = (
    ("rad", "good", "meh", "bad", "awful"),
    ("super", "gut", "ok", "schlecht", "lausig"),
)
SAME_WORD = {
    "no pain": "none", "pain free": "none", "pain-free": "none", "nothing": "none", "no": "none",
    "slight": "mild", "light": "mild", "a little": "mild", "minor": "mild", "weak": "mild",
    "very slight": "very mild", "very light": "very mild", "some": "moderate", "bad": "severe",
    "strong": "severe", "intense": "severe", "very bad": "very severe", "extreme": "very severe",
    "very strong": "very severe", "worst": "unbearable", "worst possible": "unbearable",
    "worst imaginable": "unbearable", "intolerable": "unbearable",
    "keine": "none", "kein": "none", "leicht": "mild", "schwach": "mild", "mittel": "moderate",
    "massig": "moderate", "stark": "severe", "sehr stark": "very severe", "unertraglich":
    "unbearable", "aucune": "none", "legere": "mild", "faible": "mild", "moderee": "moderate",
    "forte": "severe", "severe pain": "severe", "ninguno": "none", "leve": "mild",
    "moderado": "moderate", "fuerte": "severe", "severo": "severe", "geen": "none",
    "licht": "mild", "matig": "moderate", "ernstig": "severe", "mild pain": "mild",
    "moderate pain": "moderate", "med": "medium",
}  # fmt: skip
USUAL: tuple[Scale, ...] = ((0, 3), (0, 4), (0, 5), (0, 7), (0, 10), (0, 100))
RANGE = re.compile(
    r"(?<!\d)([01])\s*(?:-|\u2013|\u2014|_|to|bis|a|\.\.+|/)\s*(3|4|5|6|7|10|20|100)(?!\d)"
)
OUT_OF = re.compile(r"/\s?(10|100)(?!\d)")
ENDS_NAMED = re.compile(r"=|\bnone\b|\bno pain\b|\bworst\b|\bkeine?\b|\baucune\b")
WITH_ENDS = {(low, high) for low in (0, 1) for high in (3, 4, 5, 6, 7, 10, 20, 100)}
GOOD_END = r"(?:no pain|none|pain[ -]?free|painless|keine schmerzen|best|no hurt)"
ANCHOR = re.compile(r"(\d{1,3})\s*(?:=|:|is|means|being|\()\s*(?:the )?(?:" + GOOD_END + ")")


@dataclass(frozen=True, eq=False)
class Scores:
    """The score of each distinct text (NaN where none), and why a filled one has none."""

    numbers: NDArray[np.float64]
    reasons: tuple[str | None, ...]
    tops: frozenset[int]
    ladder: tuple[str, ...] | None


def ladder_word(text: str) -> str:
    """A severity word in its standard form."""
    word = " ".join(plain(text).replace("_", " ").split())
    return SAME_WORD.get(word, word)


def ladder_of(texts: tuple[str, ...]) -> tuple[str, ...] | None:
    """The first published ladder of severity words that has every word used (two at least)."""
    as_written = {plain(text) for text in texts if not is_nothing(text)}
    for moods in MOODS:
        if len(as_written & set(moods)) >= 0.5 * len(as_written) > 0 and as_written - {"bad"}:
            return moods
    words = {ladder_word(text) for text in texts if not is_nothing(text)}
    fitting = [ladder for ladder in LADDERS if words and words <= set(ladder)]
    return fitting[0] if fitting and words != {"none"} else None


def is_nothing(text: str) -> bool:
    """Whether a cell says that there is no answer; zero and "none" are answers."""
    return not text or text.lower() in NOTHING


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
    tops = frozenset(found[1] for found in read if found and found[1])
    ladder = None
    if not any(read):
        ladder = ladder_of(column.filled)
    numbers, reasons = [], []
    for text, found in zip(column.values, read, strict=True):
        number = found[0] if found else rung(text, ladder)
        numbers.append(number)
        reasons.append(no_score(text) if np.isnan(number) else None)
    return Scores(np.array(numbers, dtype=float), tuple(reasons), tops, ladder)


def rung(text: str, ladder: tuple[str, ...] | None) -> float:
    """The place of a word on a ladder; NaN when it is not on it."""
    word = plain(text) if ladder in MOODS else ladder_word(text)
    return float(ladder.index(word)) if ladder and word in ladder else float("nan")


def no_score(text: str) -> str:
    """Why a cell gave no score."""
    if is_nothing(text):
        return "no pain score in this row"
    return f"the pain score cannot be read in {quoted(text)}"


def declared(header: str, tops: frozenset[int]) -> Scale | None:
    """The scale that the heading or the cells themselves state, such as (0-10) or 6/10."""
    text = plain(header)
    found = RANGE.search(text)
    if found:
        return int(found[1]), int(found[2])
    out_of = OUT_OF.search(text)
    if out_of:
        return 0, int(out_of[1])
    if re.search(r"(?<![a-z])np?rs(?![a-z])", text):
        return 0, 10
    ends = [int(end) for end in re.findall(r"(?<![\d.])\d{1,3}(?![\d.])", text)]
    if ENDS_NAMED.search(text) and len(ends) == 2 and (min(ends), max(ends)) in WITH_ENDS:
        return min(ends), max(ends)
    if re.search(r"\bpercent\b|%", text):
        return 0, 100
    return (0, next(iter(tops))) if len(tops) == 1 else None


def direction_of(header: str, scale: Scale | None) -> Direction | None:
    """Which end is bad, as the heading tells; None when it names something good."""
    text = plain(header)
    anchor = ANCHOR.search(text)
    if anchor and scale and int(anchor[1]) == scale[1]:
        return Direction.BETTER
    if anchor:
        return Direction.WORSE
    good = r"relief|comfort(?!.*dis)|well-?being|wellness|mood|better|quality|energy|function"
    return None if re.search(good, text) and "discomfort" not in text else Direction.WORSE


def proposed(numbers: NDArray[np.float64], counts: NDArray[np.intp]) -> tuple[Scale, bool]:
    """The usual scale that the scores suggest, and whether they leave no doubt."""
    known = ~np.isnan(numbers) & (counts > 0)
    if not known.any():
        return (0, 10), True
    values, times = numbers[known], counts[known]
    highest = float(values.max())
    if highest <= 10:
        return (0, 10), highest > 7
    beyond = times[values > 10].sum() / times.sum()
    if beyond <= 0.1 and times.sum() >= 5:
        return (0, 10), False
    return (0, 100), False


def scale_question(
    numbers: NDArray[np.float64],
    ladder: tuple[str, ...] | None,
    usual: tuple[Scale, ...] = USUAL,
) -> Question:
    """Ask which scale was meant."""
    if ladder:
        steps = ", ".join(f"{word} = {step}" for step, word in enumerate(ladder))
        return Question(ask=Ask.SCALE, why=f"The scores are words. They were read as {steps}.",
                        choices=(f"0,{len(ladder) - 1}",))  # fmt: skip
    known = numbers[~np.isnan(numbers)]
    highest = float(known.max()) if known.size else 0.0
    fitting = [scale for scale in usual if scale[1] >= highest] or [(0, 100)]
    if highest <= 1 and usual is USUAL:
        fitting = [(0, 1), *fitting]
    typical = float(np.median(known)) if known.size else 0.0
    if highest > 10 and typical <= 10:
        fitting = [(0, 10), *fitting]
    return Question(
        ask=Ask.SCALE,
        why=f"The highest score is {highest:g}; the file does not say which scale it is from.",
        choices=tuple(f"{low},{high}" for low, high in fitting),
    )


def on_ten(
    scores: NDArray[np.float64], scale: Scale, direction: Direction | None
) -> NDArray[np.float64]:
    """Scores of a scale as 0 (good end) to 10 (bad end)."""
    low, high = scale
    if (low, high) == (0, 10) and direction is not Direction.BETTER:
        return scores
    share = (scores - low) / (high - low)
    return (1 - share if direction is Direction.BETTER else share) * 10
