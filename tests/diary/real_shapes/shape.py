"""One look-alike: the file, what must be asked of it, and what it says once that is answered."""

import csv
import io
import random
from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST = date(2024, 3, 1)


@dataclass(frozen=True)
class Shape:
    """A file with its right answer; a day whose pain is None had pain that nobody scored."""

    name: str
    file: str
    data: bytes
    rows: int
    used: int
    days: dict[date, float | None]
    asks: frozenset[str] = frozenset()
    answers: dict[str, object] = field(default_factory=dict)
    scale: tuple[float, float] | None = (0, 10)
    choices: dict[str, tuple[str, ...]] = field(default_factory=dict)
    told: str = ""


def dice(name: str) -> random.Random:
    """The same throws for the same shape."""
    return random.Random(name)


def days(number: int, first: date = FIRST, every: int = 1) -> list[date]:
    """Days one after the other, or every so many."""
    return [first + timedelta(days=every * n) for n in range(number)]


def mean(scores: list[int]) -> float:
    """The mean of a day's scores."""
    return sum(scores) / len(scores)


def table(
    header: list[str], rows: list[list[object]], above: list[list[str]] | None = None, by: str = ","
) -> bytes:
    """Rows as a text file, with lines above the headings."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=by).writerows([*(above or []), header, *rows])
    return out.getvalue().encode()
