"""Whether a probability that pain fell by 30 % would be calibrated, over people with a known truth.

    python -m bench.diary.probability [NUMBER]

Of those of whom "70 to 80 %" is said, 70 to 80 % should truly have fallen by 30 % or more. The
probability is a closed form: the two means with the errors of the interval in use, carry-over
allowed for, and a prior of the change; t with the same degrees of freedom. Each population (how
much people truly change) is tried at every length and carry-over, NUMBER people each (2,000).
Scores are whole, 0 to 10; the truth is the mean such scores would have in an endless diary.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import product
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from planner.diary.analysis import effects

Values = NDArray[np.float64]
Random = np.random.Generator

SPREAD, SHARE, SEED = 1.5, 0.3, 20261127
LEVELS = (4.0, 8.0)  # of the pain before, evenly
LENGTHS = ((14, 28), (28, 28), (42, 42), (84, 84))
CARRY_OVER = (0.0, 0.3, 0.6)
PRIORS = {"flat": np.inf, "normal, 0 ± 1.5 points": 1.5, "normal, 0 ± 0.75 points": 0.75}
SEVENTY = 0.7, 0.8
LEAST = 30  # people told so, to judge it


def _half_a_lot(random: Random) -> float:
    return random.uniform(-4, 0) if random.random() < 0.5 else 0.0  # noqa: PLR2004


POPULATIONS: dict[str, Callable[[Random], float]] = {
    "hardly anyone changes (0 ± 0.5)": lambda random: random.normal(0, 0.5),
    "changes both ways (0 ± 1.5)": lambda random: random.normal(0, 1.5),
    "half nothing, half 0 to 4 less": _half_a_lot,
    "most get better (-1.5 ± 1.5)": lambda random: random.normal(-1.5, 1.5),
}


class Person(NamedTuple):
    """A diary on both sides, and whether the true mean fell by 30 %."""

    before: Values
    after: Values
    fell: bool


class Kind(NamedTuple):
    """One kind of people."""

    population: str
    length: tuple[int, int]
    carry: float

    def people(self, number: int) -> Iterator[Person]:
        """So many of them."""
        random = np.random.default_rng(SEED)
        for _ in range(number):
            level = random.uniform(*LEVELS)
            levels = level, level + POPULATIONS[self.population](random)
            values = _noise(sum(self.length), self.carry, random)
            sides = np.split(values, [self.length[0]])
            before, after = (
                np.clip(np.round(at + one), 0, 10) for at, one in zip(levels, sides, strict=True)
            )
            truth = [_mean_of_whole_scores(at) for at in levels]
            yield Person(before, after, truth[1] <= (1 - SHARE) * truth[0])


def _noise(number: int, carry: float, random: Random) -> Values:
    found = random.normal(0, SPREAD * np.sqrt(1 - carry**2), number)
    found[0] = random.normal(0, SPREAD)
    for day in range(1, number):
        found[day] += carry * found[day - 1]
    return found


def _mean_of_whole_scores(level: float) -> float:
    """The mean of rounded scores from 0 to 10 about a level."""
    steps = stats.norm.cdf((np.arange(10) + 0.5 - level) / SPREAD)
    return float(np.sum(1 - steps))


def probability(before: Values, after: Values, spread: float) -> float:
    """That the mean fell by 30 %; the prior of the change is normal about 0, `spread` points."""
    carry = effects.carry_over(before, after)
    r = effects.allowed(carry, len(before) + len(after))
    worth = [effects.independent_days(len(one), r) for one in (before, after)]
    sides = zip((before, after), worth, strict=True)
    a, b = (max(float(one.var(ddof=1)), 1e-6) / of for one, of in sides)
    told = np.array([[1 / a + 1 / b, 1 / b], [1 / b, 1 / b + spread**-2]])
    found = np.linalg.inv(told)
    means = found @ [before.mean() / a + after.mean() / b, after.mean() / b]
    of_fall = np.array([SHARE, 1.0])  # 0.3 of the level before and the change: 0 or less is a fall
    error = np.sqrt(of_fall @ found @ of_fall)
    return float(stats.t.cdf(-(of_fall @ means) / error, sum(worth) - 2))


class Told(NamedTuple):
    """The probabilities told to some people, and of whom they came true."""

    chances: Values
    fell: NDArray[np.bool_]

    def seventy(self) -> "Told":
        """Those told 70 to 80 %."""
        inside = (self.chances >= SEVENTY[0]) & (self.chances < SEVENTY[1])
        return Told(self.chances[inside], self.fell[inside])

    @property
    def is_off(self) -> bool:
        """Whether what came true lies outside the 95 % that chance leaves about what was told."""
        noise = 1.96 * np.sqrt((self.chances * (1 - self.chances)).sum()) / len(self.chances)
        return bool(abs(self.fell.mean() - self.chances.mean()) > noise)


def told(kind: Kind, number: int) -> dict[str, Told]:
    """What each prior tells the people of a kind."""
    people = list(kind.people(number))
    fell = np.array([one.fell for one in people])
    return {
        name: Told(np.array([probability(one.before, one.after, spread) for one in people]), fell)
        for name, spread in PRIORS.items()
    }


def main() -> None:
    """Print a table: each prior and population, over every length and carry-over."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    print("| prior | people | told 70–80 % | came true | situations off |\n|---|---|---|---|---|")
    for population in POPULATIONS:
        kinds = [Kind(population, *one) for one in product(LENGTHS, CARRY_OVER)]
        found = [told(kind, number) for kind in kinds]
        for name in PRIORS:
            parts = [one[name].seventy() for one in found]
            whole = np.concatenate([one.fell for one in parts])
            judged = [one for one in parts if len(one.fell) >= LEAST]
            share = f"{whole.mean():.0%}" if len(whole) else "–"
            off = f"{sum(one.is_off for one in judged)} of {len(judged)}"
            print(f"| {name} | {population} | {len(whole)} | {share} | {off} |", flush=True)


if __name__ == "__main__":
    main()
