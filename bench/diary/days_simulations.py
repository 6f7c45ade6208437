"""How often days with pain are said to change, cautioned about, or missed, over made-up diaries.

    python -m bench.diary.days_simulations [NUMBER]

Each row is one kind of person, NUMBER of them (500), who writes down every day: 0, or a whole score
about 7 on a day with pain. The same diary is judged by days and by the mean of its scores.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from planner.diary import Written, analyse, days_compared
from planner.knowledge import load
from planner.model.diary import Day
from planner.review.effect import Effect

Series = NDArray[np.float64]
Random = np.random.Generator
Kind = Callable[[Random], tuple[Series, int]]  # the days, and how many before

FIRST, WINDOW = date(2025, 3, 3), 84
PAIN, SPREAD = 7.0, 1.5
SEED = 20261203
WEIGHTS = load().weights.course


def days_with_pain(shares: Series, random: Random, carry: float) -> NDArray[np.bool_]:
    """Whether it hurts, with this share of the days and this carry-over from one to the next."""
    found = np.empty(len(shares), dtype=bool)
    found[0] = random.random() < shares[0]
    for day in range(1, len(shares)):
        stays = carry * (float(found[day - 1]) - shares[day - 1])
        found[day] = random.random() < shares[day] + stays
    return found


def scored(hurts: NDArray[np.bool_], random: Random) -> Series:
    """0 on days without pain, a whole score on the others."""
    scores = np.round(random.normal(PAIN, SPREAD, len(hurts)))
    return np.where(hurts, np.clip(scores, 1, 10), 0.0)


def step(days: int, before: float, after: float, carry: float = 0.1) -> Kind:
    """One share of the days before the start, another from it on; as many days on each side."""

    def made(random: Random) -> tuple[Series, int]:
        shares = np.r_[np.full(days, before), np.full(days, after)]
        return scored(days_with_pain(shares, random, carry), random), days

    return made


def drift(days: int, first: float, last: float) -> Kind:
    """A share of the days that changes slowly through both sides."""

    def made(random: Random) -> tuple[Series, int]:
        shares = np.linspace(first, last, 2 * days)
        return scored(days_with_pain(shares, random, 0.1), random), days

    return made


KINDS: dict[str, tuple[Kind, str]] = {  # and what is there to be found
    "headache on 4 days in 10, 28 + 28": (step(28, 0.4, 0.4), ""),
    "headache on 4 days in 10, in clusters (.4), 60 + 60": (step(60, 0.4, 0.4, 0.4), ""),
    "attacks on 2 days in 10, 60 + 60": (step(60, 0.2, 0.2), ""),
    "attacks on 1 day in 10, 84 + 84": (step(84, 0.1, 0.1), ""),
    "attacks that slowly become fewer, .4 to .2, 60 + 60": (drift(60, 0.4, 0.2), ""),
    "attacks halved, .5 to .25, 60 + 60": (step(60, 0.5, 0.25), "fewer"),
    "attacks halved, .3 to .15, 60 + 60": (step(60, 0.3, 0.15), "fewer"),
    "attacks halved, .2 to .1, 60 + 60": (step(60, 0.2, 0.1), "fewer"),
    "attacks halved, .3 to .15, 84 + 84": (step(84, 0.3, 0.15), "fewer"),
    "attacks rise, .11 to .185, 84 + 84": (step(84, 0.11, 0.185), "more"),
    "attacks double, .15 to .3, 60 + 60": (step(60, 0.15, 0.3), "more"),
}


def judged(kind: Kind, random: Random) -> Iterator[str]:
    """What is said of one person's diary by days, and by the mean of the scores."""
    values, before = kind(random)
    days = [
        Day(date=FIRST + timedelta(days=n), pain=float(v), pain_0_10=float(v), entries=1)
        for n, v in enumerate(values)
    ]
    started = FIRST + timedelta(days=before)
    seen, counted = (
        analyse(days, [], started, WINDOW),
        days_compared(Written(days), started, WINDOW),
    )
    if seen is None or counted is None:
        return
    by_days = Effect(seen, WEIGHTS, counted, is_headache=True)
    for name, effect in (("days", by_days), ("scores", Effect(seen, WEIGHTS))):
        yield from (f"{name} {word}" for word in claims(effect))
    if counted.with_pain.is_clear:
        yield "cautioned" if counted.cautions or seen.cautions else "bare"


def claims(effect: Effect) -> Iterator[str]:
    """What the review takes from an effect."""
    if effect.is_clearly_lower:
        yield "fewer"
    if effect.is_clearly_higher:
        yield "more"
    if effect.improved:
        yield "improved"
    if effect.worsened:
        yield "worsened"


def row(name: str, counts: Counter[str], number: int, there: str) -> str:
    """A row of the table."""
    clear = counts["cautioned"] + counts["bare"]
    found = (
        f"{counts['days fewer'] / number:.1%}",
        f"{counts['days more'] / number:.1%}",
        f"{counts['cautioned'] / clear:.0%}" if clear else "–",
        f"{1 - counts[f'days {there}'] / number:.1%}" if there else "–",
        f"{counts['scores fewer'] / number:.1%} / {counts['scores more'] / number:.1%}",
        *(f"{counts[f'{of} improved'] / number:.1%} / {counts[f'{of} worsened'] / number:.1%}"
          for of in ("days", "scores")),
    )  # fmt: skip
    return f"| {name} | {' | '.join(found)} |"


def main() -> None:
    """Print a table for docs/diary.md."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    print(f"| {number} people each | fewer | more | cautioned of the claims | missed |"
          " by the mean: lower / higher | review by days: improved / worse |"
          " review by the mean |")  # fmt: skip
    print("|---|---|---|---|---|---|---|---|")
    for name, (kind, there) in KINDS.items():
        random = np.random.default_rng(SEED)
        counts = Counter(word for _ in range(number) for word in judged(kind, random))
        print(row(name, counts, number, there), flush=True)


if __name__ == "__main__":
    main()
