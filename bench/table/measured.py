"""What was measured for a row: as many times of ours as of theirs, taken in turn."""

import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import Any, NamedTuple

Work = Callable[[], object]
Clock = Callable[[], float]


class Measured(NamedTuple):
    """The two sides of a row, and what else is worth knowing."""

    ours: tuple[float, ...]
    theirs: tuple[float, ...]
    note: str = ""

    @property
    def our_middle(self) -> float:
        """The median of ours."""
        return median(self.ours)

    @property
    def their_middle(self) -> float:
        """The median of theirs."""
        return median(self.theirs)

    @property
    def ratio(self) -> float:
        """How many times theirs ours is."""
        return self.our_middle / self.their_middle


class Missing(NamedTuple):
    """Why a row was not measured."""

    why: str


Found = Measured | Missing


def in_turn(ours: Work, theirs: Work, turns: int, clock: Clock = time.process_time) -> Measured:
    """Both in milliseconds, A B A B, after one of each that does not count."""
    pairs = [(_took(ours, clock), _took(theirs, clock)) for _ in range(turns + 1)]
    return of_pairs(pairs[1:])


def _took(work: Work, clock: Clock) -> float:
    begun = clock()
    work()
    return (clock() - begun) * 1000


def of_pairs(pairs: Sequence[tuple[float, float]]) -> Measured:
    """What was measured in turn: ours, theirs."""
    return Measured(tuple(ours for ours, _ in pairs), tuple(theirs for _, theirs in pairs))


def as_data(found: Mapping[str, Found]) -> dict[str, Any]:
    """What a process of its own hands back."""
    return {name: one._asdict() for name, one in found.items()}


def from_data(data: Mapping[str, Any]) -> dict[str, Found]:
    """The same, read again."""
    return {name: _one(**parts) for name, parts in data.items()}


def _one(**parts: Any) -> Found:
    if "why" in parts:
        return Missing(parts["why"])
    return Measured(tuple(parts["ours"]), tuple(parts["theirs"]), parts["note"])
