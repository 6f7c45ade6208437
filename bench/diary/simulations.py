"""How often the comparison claims a change, cautions about it, or misses one, over made-up diaries.

    python -m bench.diary.simulations [NUMBER [BEGINNING]]

Each row is one kind of person, NUMBER of them (500); only the rows whose name has that beginning.
Scores are whole numbers from 0 to 10 unless the row says otherwise, with carry-over .3 from day to
day. Days with pain are in bench/diary/days_simulations.py.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from planner.diary import analyse
from planner.diary.analysis.wording import MOST_NOTICE, OFTEN_NOTICED
from planner.model.diary import Analysis, Day

Series = NDArray[np.float64]
Random = np.random.Generator
Kind = Callable[[Random], tuple[Series, int, date]]  # the days, how many before, the first

CARRY_OVER, SPREAD, USUAL = 0.3, 1.5, 6.0
SEED = 20261203
FRIDAY = 4  # the fifth day of a week that begins on Monday
WINTER, SPRING = date(2025, 12, 1), date(2025, 3, 3)


def noise(number: int, random: Random, carry: float = CARRY_OVER) -> Series:
    """Points about a mean with carry-over from day to day."""
    found = np.empty(number)
    found[0] = random.normal(0, SPREAD)
    for day in range(1, number):
        found[day] = carry * found[day - 1] + random.normal(0, SPREAD * np.sqrt(1 - carry**2))
    return found


def scored(values: Series, whole: bool = True) -> Series:
    """Scores as a person writes them."""
    clipped = np.clip(values, 0, 10)
    return np.round(clipped) if whole else clipped


def steady(
    before: int, after: int, effect: float = 0.0, level: float = USUAL, carry: float = CARRY_OVER
) -> Kind:
    """No change but an effect from the start on."""

    def made(random: Random) -> tuple[Series, int, date]:
        step = np.r_[np.zeros(before), np.full(after, effect)]
        return scored(level + step + noise(before + after, random, carry)), before, SPRING

    return made


def drifting(before: int, after: int, a_week: float, whole: bool = True) -> Kind:
    """A fall through both sides, which owes nothing to the start."""

    def made(random: Random) -> tuple[Series, int, date]:
        number = before + after
        middle = USUAL + 0.5 - a_week / 7 * (np.arange(number) - before)
        return scored(middle + noise(number, random), whole), before, SPRING

    return made


def begun_in_a_flare(before: int, after: int) -> Kind:
    """A start after a week that was 1.5 points worse than usual."""

    def made(random: Random) -> tuple[Series, int, date]:
        values = USUAL - 0.5 + noise(before + after, random)
        values[before - 7 : before] += 1.5
        return scored(values), before, SPRING

    return made


def seasonal(before: int, after: int) -> Kind:
    """A year's rhythm of a point up and down, worst in winter."""

    def made(random: Random) -> tuple[Series, int, date]:
        number = before + after
        rhythm = np.cos(2 * np.pi * (np.arange(number) - 45) / 365)
        return scored(5 + rhythm + noise(number, random)), before, WINTER

    return made


def weekly(before: int, after: int) -> Kind:
    """Weekends a point and a half better."""

    def made(random: Random) -> tuple[Series, int, date]:
        number = before + after
        weekend = np.where(np.arange(number) % 7 > FRIDAY, -1.5, 0.0)
        return scored(USUAL + weekend + noise(number, random)), before, SPRING

    return made


def bad_days_skipped(before: int, after: int, share: float) -> Kind:
    """After the start a share of the worse half of days is not written down."""

    def made(random: Random) -> tuple[Series, int, date]:
        values = scored(USUAL + noise(before + after, random))
        worse = (np.arange(before + after) >= before) & (values > np.median(values))
        values[worse & (random.random(before + after) < share)] = np.nan
        return values, before, SPRING

    return made


KINDS: dict[str, tuple[Kind, bool]] = {  # and whether there is a fall to be found
    "nothing changes, 14 + 28": (steady(14, 28), False),
    "nothing changes, 28 + 28": (steady(28, 28), False),
    "nothing changes, 84 + 84": (steady(84, 84), False),
    "nothing changes, carry-over .6, 28 + 28": (steady(28, 28, carry=0.6), False),
    "nothing changes, carry-over .6, 84 + 84": (steady(84, 84, carry=0.6), False),
    "falling .5 a week all along, 28 + 28": (drifting(28, 28, 0.5), False),
    "falling .25 a week all along, 28 + 28": (drifting(28, 28, 0.25), False),
    "falling .5 a week all along, 14 + 28": (drifting(14, 28, 0.5), False),
    "falling .25 a week all along, 42 + 42": (drifting(42, 42, 0.25), False),
    "rising .25 a week all along, 28 + 28": (drifting(28, 28, -0.25), False),
    "the same, not rounded, falling .5, 28 + 28": (drifting(28, 28, 0.5, whole=False), False),
    "begun in a flare, 42 + 42": (begun_in_a_flare(42, 42), False),
    "slow drift of years, 700 + 30": (drifting(700, 30, 0.02), False),
    "slow drift of years, 700 + 84": (drifting(700, 84, 0.02), False),
    "the season, 90 + 120": (seasonal(90, 120), False),
    "the weekend, 21 + 25": (weekly(21, 25), False),
    "bad days skipped after (.6), 42 + 42": (bad_days_skipped(42, 42, 0.6), False),
    "almost no pain, 42 + 42": (steady(42, 42, level=0.5), False),
    "almost the worst, 42 + 42": (steady(42, 42, level=9.5), False),
    "1 point less, 28 + 28": (steady(28, 28, -1.0), True),
    "2 points less, 28 + 28": (steady(28, 28, -2.0), True),
    "2 points less, 14 + 28": (steady(14, 28, -2.0), True),
    "1 point less, 84 + 84": (steady(84, 84, -1.0), True),
    "2 points less, 84 + 84": (steady(84, 84, -2.0), True),
}


def compared(kind: Kind, random: Random) -> Analysis | None:
    """One person's diary, compared."""
    values, before, first = kind(random)
    days = [
        Day(date=first + timedelta(days=n), pain=float(v), pain_0_10=float(v), entries=1)
        for n, v in enumerate(values)
        if not np.isnan(v)
    ]
    return analyse(days, [], first + timedelta(days=before))


def told(found: Analysis | None) -> Iterator[str]:
    """What an analysis amounts to."""
    if found is None:
        yield "none"
        return
    low, high = found.difference.low, found.difference.high
    noticed = {MOST_NOTICE, OFTEN_NOTICED} & {*found.says}
    if high < 0 or low > 0:
        yield "lower" if high < 0 else "higher"
        yield "claim cautioned" if found.cautions else "claim bare"
    elif found.cautions:
        yield "cautioned without a claim"
    if noticed:
        yield "notice"


def row(name: str, counts: Counter[str], number: int, is_true: bool) -> str:
    """A row of the table."""
    claims = counts["claim cautioned"] + counts["claim bare"]
    cautioned = f"{counts['claim cautioned'] / claims:.0%}" if claims else "–"
    lower, higher, bare, notice = (
        f"{counts[word] / number:.1%}" for word in ("lower", "higher", "claim bare", "notice")
    )
    misses = f"{1 - counts['lower'] / number:.1%}" if is_true else "–"
    return f"| {name} | {lower} | {higher} | {cautioned} | {bare} | {misses} | {notice} |"


def main() -> None:
    """Print a table for docs/diary.md."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 500
    beginning = sys.argv[2] if len(sys.argv) > 2 else ""  # noqa: PLR2004
    print(f"| {number} people each | lower | higher | cautioned of the claims |"
          " claimed without a caution | missed | “notice” |")  # fmt: skip
    print("|---|---|---|---|---|---|---|")
    for name, (kind, is_true) in KINDS.items():
        if name.startswith(beginning):
            random = np.random.default_rng(SEED)
            counts = Counter(word for _ in range(number) for word in told(compared(kind, random)))
            print(row(name, counts, number, is_true), flush=True)


if __name__ == "__main__":
    main()
