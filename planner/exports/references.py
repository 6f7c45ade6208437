"""The sources of a plan as one numbered list, and the short marks that point into it."""

from collections.abc import Iterable
from typing import NamedTuple

from planner.model.plan import CitedSource
from planner.model.vocabulary import Verification

SHORTEST_RUN = 3  # numbers written as a range; two are written apart


class Reference(NamedTuple):
    """A document with its number and how far it was checked."""

    number: int
    citation: str
    verification: Verification


class References:
    """Numbers the sources; two ids with the same citation share a number."""

    def __init__(self, sources: Iterable[CitedSource]) -> None:
        self._by_citation: dict[str, Reference] = {}
        self._of: dict[str, str] = {}
        for source in sources:
            self._of[source.id] = source.citation
            known = self._by_citation.get(source.citation)
            number = known.number if known else len(self._by_citation) + 1
            found = [source.verification, *([known.verification] if known else [])]
            reference = Reference(number, source.citation, Verification.weakest(found))
            self._by_citation[source.citation] = reference

    @property
    def listed(self) -> tuple[Reference, ...]:
        """Every reference in order of its number."""
        return tuple(self._by_citation.values())

    def mark(self, sources: Iterable[str]) -> str:
        """The numbers of these sources as "[1, 4-6]"; empty when there are none."""
        numbers = sorted({self._by_citation[self._of[one]].number for one in sources})
        return f"[{', '.join(in_runs(numbers))}]" if numbers else ""

    def citations(self, sources: Iterable[str]) -> tuple[str, ...]:
        """The citations of these sources, each once."""
        return tuple(dict.fromkeys(self._of[one] for one in sources))


def in_runs(numbers: list[int]) -> list[str]:
    """Neighbouring numbers as runs: 1, 2, 3, 5 becomes "1-3", "5"."""
    runs: list[list[int]] = []
    for one in numbers:
        if runs and one == runs[-1][-1] + 1:
            runs[-1].append(one)
        else:
            runs.append([one])
    return [_run(run) for run in runs]


def _run(run: list[int]) -> str:
    if len(run) >= SHORTEST_RUN:
        return f"{run[0]}–{run[-1]}"
    return ", ".join(str(one) for one in run)
