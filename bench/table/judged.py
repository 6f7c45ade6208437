"""What a row came to over one or more runs of the table."""

from collections.abc import Sequence
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from bench.table.measured import Found, Measured, Missing
from bench.table.rows import Row


class Verdict(StrEnum):
    """How a row stands to its goal."""

    MET = "met"
    MISSED = "missed"
    NONE = "no goal was named"
    NOT_MEASURED = "not measured"


class Judged(NamedTuple):
    """A row and what each run found for it."""

    row: Row
    runs: tuple[Found, ...]

    @property
    def measured(self) -> list[Measured]:
        """The runs that have figures."""
        return [one for one in self.runs if isinstance(one, Measured)]

    @property
    def why_not(self) -> str:
        """What the first run without figures says."""
        return next((one.why for one in self.runs if isinstance(one, Missing)), "")

    @property
    def ratios(self) -> list[float]:
        """The ratio of each run."""
        return [one.ratio for one in self.measured]

    @property
    def ours(self) -> float:
        """The middle of our medians."""
        return median(one.our_middle for one in self.measured)

    @property
    def theirs(self) -> float:
        """The middle of their medians."""
        return median(one.their_middle for one in self.measured)

    @property
    def verdict(self) -> Verdict:
        """By the middle run; a row that no run measured is neither met nor missed."""
        if not self.measured:
            return Verdict.NOT_MEASURED
        if not self.row.goal.ends:
            return Verdict.NONE
        return Verdict.MET if self._within() else Verdict.MISSED

    def _within(self) -> bool:
        ratio, value = self.row.goal
        kept = [
            ratio is None or median(self.ratios) <= ratio,
            value is None or self.ours <= value,
        ]
        return all(kept)


def judged(rows: Sequence[Row], runs: Sequence[dict[str, Found]]) -> list[Judged]:
    """Every row with what each run found; none vanishes."""
    return [Judged(row, tuple(_found(row, run) for run in runs)) for row in rows]


def _found(row: Row, run: dict[str, Found]) -> Found:
    return run.get(row.name, Missing("its measurement gave no figure"))
