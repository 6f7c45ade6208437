"""One or more columns of pain put on one scale and looked at from 0 to 10."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.diary.columns.layout import Layout
from planner.diary.days.rows import Mask
from planner.diary.values.cells import Coded, quoted
from planner.diary.values.scales import (
    Scores,
    declared,
    direction_of,
    on_ten,
    proposed,
    read_scores,
    scale_question,
)
from planner.model.diary import Ask, Choices, Direction, Question, Scale


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
    read = [read_scores(column) for column in columns]
    scale, doubt = scale_of(columns, read, headings, layout, choices, used)
    direction = choices.direction or layout.direction or direction_of(headings[0], scale)
    questions = [] if doubt is None else [doubt]
    if direction is None:
        questions.append(direction_question(scale))
    pairs = zip(columns, read, strict=True)
    return [on_scale(column, scores, scale, direction) for column, scores in pairs], questions


def direction_question(scale: Scale) -> Question:
    """Ask which end is bad."""
    why = f"The heading does not say whether {scale[1]} is the bad end or the good end."
    return Question(ask=Ask.DIRECTION, why=why, choices=tuple(Direction))


def scale_of(
    columns: list[Coded], read: list[Scores], headings: list[str], layout: Layout,
    choices: Choices, used: Mask,
) -> tuple[Scale, Question | None]:  # fmt: skip
    """The scale chosen, stated or proposed, and the question when it is in doubt."""
    ladder = read[0].ladder
    every = bool(used.all())
    numbers = np.concatenate([scores.numbers for scores in read])
    codes = [column.codes if every else column.codes[used] for column in columns]
    sizes = [len(column.values) for column in columns]
    counts = np.concatenate(
        [np.bincount(c, minlength=n) for c, n in zip(codes, sizes, strict=True)]
    )
    seen = np.where(counts > 0, numbers, np.nan)
    if choices.scale:
        return choices.scale, None
    if layout.scale:
        doubtful = layout.scale_choices and np.isfinite(seen).any()
        return layout.scale, scale_question(seen, None, layout.scale_choices) if doubtful else None
    if ladder:
        return (0, len(ladder) - 1), scale_question(seen, ladder)
    tops = frozenset(top for scores in read for top in scores.tops)
    stated = declared(headings[0], tops)
    if stated:
        return stated, None
    scale, sure = proposed(numbers, counts)
    return scale, None if sure else scale_question(seen, None)


def on_scale(column: Coded, scores: Scores, scale: Scale, direction: Direction | None) -> Graded:
    """A column on a scale; scores outside it are not used."""
    low, high = scale
    outside = (scores.numbers < low) | (scores.numbers > high)
    reasons = tuple(
        f"the pain score {quoted(text)} is outside {low:g} to {high:g}" if out else why
        for text, out, why in zip(column.values, outside, scores.reasons, strict=True)
    )
    inside = np.where(outside, np.nan, scores.numbers)
    return Graded(column, inside, on_ten(inside, scale, direction), reasons, scale, direction)
