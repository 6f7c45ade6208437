"""One or more columns of pain put on one scale and looked at from 0 to 10."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from planner.diary.columns.layout import Layout
from planner.diary.days.rows import Mask
from planner.diary.values.cells import Coded, quoted
from planner.diary.values.ladders import FEWEST_WORDS, MOST_WORDS
from planner.diary.values.lexicon import is_nothing
from planner.diary.values.scales import (
    declared,
    direction_of,
    ladder_question,
    on_ten,
    proposed,
    scale_question,
)
from planner.diary.values.scores import Scores, is_length, read_scores
from planner.model.diary import Ask, Choices, Direction, Question, Scale
from planner.model.phrase import Phrase
from planner.words import say


@dataclass(frozen=True, eq=False)
class Graded:
    """A column of pain: the score of each distinct text in the file's scale and on 0 to 10."""

    column: Coded
    scores: NDArray[np.float64]
    on_ten: NDArray[np.float64]
    reasons: tuple[str | None, ...]
    scale: Scale
    direction: Direction | None

    @property
    def of_rows(self) -> NDArray[np.float64]:
        """The score of each row; NaN where there is none."""
        return self.scores[self.column.codes]


def graded(
    columns: list[Coded], headings: list[str], layout: Layout, choices: Choices, used: Mask
) -> tuple[list[Graded], list[Question]]:
    """Read the columns on one scale; the questions that the scale or its direction leave."""
    read = [read_scores(column, choices.words) for column in columns]
    heading = headings[0]
    scale, doubt = _scale_of(_seen_in(columns, read, used), heading, layout, choices)
    says = layout.is_pain or read[0].ladder or choices.words
    told = direction_of(heading, scale) if says else None
    direction = choices.direction or layout.direction or told
    words = [] if any(np.isfinite(one.numbers).any() for one in read) else _words_in(columns)
    if words:
        return [], [_order_question(words)]
    questions = [] if doubt is None else [doubt]
    if direction is None:
        questions.append(_direction_question(scale))
    pairs = zip(columns, read, strict=True)
    return [_on_scale(column, scores, scale, direction) for column, scores in pairs], questions


def _words_in(columns: list[Coded]) -> list[str]:
    """The few words of columns that hold no score; none where they hold anything else."""
    found = {text for column in columns for text in column.filled if not is_nothing(text)}
    found = {text for text in found if not is_length(text)}
    return sorted(found) if FEWEST_WORDS <= len(found) <= MOST_WORDS else []


def _order_question(words: list[str]) -> Question:
    """Ask in which order words stand for more and more pain."""
    why = say("The scores are words whose order the file does not show.")
    return Question(ask=Ask.WORD_ORDER, why=why, choices=tuple(words))


def _direction_question(scale: Scale) -> Question:
    """Ask which end is bad."""
    why = say(
        "The heading does not say whether {top} is the bad end or the good end.", top=scale[1]
    )
    return Question(ask=Ask.DIRECTION, why=why, choices=tuple(Direction))


class _Seen(NamedTuple):
    """What the cells tell of their scale: each distinct score, how many rows in use have it."""

    numbers: NDArray[np.float64]
    counts: NDArray[np.intp]
    ladder: tuple[str, ...] | None
    tops: frozenset[int]

    @property
    def in_use(self) -> NDArray[np.float64]:
        """The scores that rows in use have; NaN for the others."""
        return np.where(self.counts > 0, self.numbers, np.nan)


def _seen_in(columns: list[Coded], read: list[Scores], used: Mask) -> _Seen:
    """What the columns show together."""
    every = bool(used.all())
    counts = [
        column.counts if every else np.bincount(column.codes[used], minlength=len(column.values))
        for column in columns
    ]
    return _Seen(
        np.concatenate([scores.numbers for scores in read]),
        np.concatenate(counts),
        read[0].ladder,
        frozenset(top for scores in read for top in scores.tops),
    )


def _scale_of(
    seen: _Seen, heading: str, layout: Layout, choices: Choices
) -> tuple[Scale, Question | None]:
    """The scale chosen, known, stated or proposed, and the question when it is in doubt."""
    if choices.scale:
        return choices.scale, None
    if choices.words:
        return (0, len(choices.words) - 1), None
    if layout.scale:
        doubtful = layout.scale_choices and np.isfinite(seen.in_use).any()
        asked = scale_question(seen.in_use, layout.scale_choices) if doubtful else None
        return layout.scale, asked
    if seen.ladder:
        return (0, len(seen.ladder) - 1), ladder_question(seen.ladder)
    stated = declared(heading, seen.tops)
    if stated:
        return stated, None
    scale, sure = proposed(seen.numbers, seen.counts)
    return scale, None if sure else scale_question(seen.in_use)


def _outside(text: str, scale: Scale) -> Phrase:
    low, high = scale
    return say(
        "the pain score {cell} is outside {low:g} to {high:g}",
        cell=quoted(text),
        low=low,
        high=high,
    )


def _on_scale(column: Coded, scores: Scores, scale: Scale, direction: Direction | None) -> Graded:
    """A column on a scale; scores outside it are not used."""
    low, high = scale
    outside = (scores.numbers < low) | (scores.numbers > high)
    reasons = tuple(
        _outside(text, scale) if out else why
        for text, out, why in zip(column.values, outside, scores.reasons, strict=True)
    )
    inside = np.where(outside, np.nan, scores.numbers)
    return Graded(column, inside, on_ten(inside, scale, direction), reasons, scale, direction)
