"""The scale that scores were given on: stated, proposed or asked; and their view on 0 to 10."""

import re

import numpy as np
from numpy.typing import NDArray

from planner.diary.values.lexicon import plain
from planner.model.diary import Ask, Direction, Question, Scale
from planner.words import say

USUAL: tuple[Scale, ...] = ((0, 3), (0, 4), (0, 5), (0, 7), (0, 10), (0, 100))
RANGE = re.compile(
    r"(?<!\d)([01])\s*(?:-|\u2013|\u2014|_|to|bis|a|\.\.+|/)\s*(3|4|5|6|7|10|20|100)(?!\d)"
)
OUT_OF = re.compile(r"/\s?(10|100)(?!\d)")
ENDS_NAMED = re.compile(r"=|\bnone\b|\bno pain\b|\bworst\b|\bkeine?\b|\baucune\b")
WITH_ENDS = {(low, high) for low in (0, 1) for high in (3, 4, 5, 6, 7, 10, 20, 100)}
GOOD_END = r"(?:no pain|none|pain[ -]?free|painless|keine schmerzen|best|no hurt)"
ANCHOR = re.compile(r"(\d{1,3})\s*(?:=|:|is|means|being|\()\s*(?:the )?(?:" + GOOD_END + ")")
TENFOLD: tuple[Scale, ...] = ((0, 10), (0, 100), (0, 1000), (0, 10_000))
HUNDRED = 100
TEN = 10  # the top of the scale that most diaries use
SURE_ABOVE = 7  # a score beyond it, none above ten: the shorter usual scales are ruled out
SLIPS = 0.1  # of the scores may lie above ten as slips of the finger
ENOUGH_FOR_SLIPS = 5  # scores; of fewer, one above ten says as much as the others


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
    ends = sorted(int(end) for end in re.findall(r"(?<![\d.])\d{1,3}(?![\d.])", text))
    if ENDS_NAMED.search(text) and tuple(ends) in WITH_ENDS:
        return ends[0], ends[1]
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
    if highest <= TEN:
        return (0, 10), highest > SURE_ABOVE
    slips = SLIPS * times.sum() if times.sum() >= ENOUGH_FOR_SLIPS else 0
    fitting = (scale for scale in TENFOLD if times[values > scale[1]].sum() <= slips)
    return next(fitting, TENFOLD[-1]), False


def ladder_question(ladder: tuple[str, ...]) -> Question:
    """Ask whether words were rightly read as the steps of a ladder."""
    steps = [f"{word} = {step}" for step, word in enumerate(ladder)]
    return Question(
        ask=Ask.SCALE,
        why=say("The scores are words. They were read as {steps:commas}.", steps=steps),
        choices=(f"0,{len(ladder) - 1}",),
    )


def scale_question(numbers: NDArray[np.float64], usual: tuple[Scale, ...] = USUAL) -> Question:
    """Ask which scale was meant."""
    known = numbers[~np.isnan(numbers)]
    highest = float(known.max()) if known.size else 0.0
    fitting = [scale for scale in usual if scale[1] >= highest]
    if highest > HUNDRED or not fitting:
        near = [scale for scale in TENFOLD[1:] if highest / TEN <= scale[1] < highest * TEN]
        fitting = near if highest > HUNDRED else [(0, 100)]
    if highest <= 1 and usual is USUAL:
        fitting = [(0, 1), *fitting]
    if highest > TEN and float(np.median(known)) <= TEN:
        fitting = [(0, 10), *fitting]
    return Question(
        ask=Ask.SCALE,
        why=say(
            "The highest score is {highest:g}; the file does not say which scale it is from.",
            highest=highest,
        ),
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
