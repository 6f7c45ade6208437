"""The rows of the table, and what is measured for them."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from importlib import import_module
from typing import NamedTuple

from bench.table.measured import Found


class Kind(StrEnum):
    """What is counted, by what clock."""

    CLOCK = "clock"
    PROCESSOR = "processor"
    MEMORY = "memory"


class Goal(NamedTuple):
    """What was asked for: a ratio at most, or a value of ours at most."""

    ratio: float | None = None
    value: float | None = None

    @property
    def ends(self) -> list[float]:
        """The bounds that were named."""
        return [one for one in (self.ratio, self.value) if one is not None]


NO_GOAL = Goal()


class Row(NamedTuple):
    """One line: ours against theirs."""

    name: str
    ours: str
    theirs: str
    unit: str
    kind: Kind
    goal: Goal = NO_GOAL
    cause: str = ""  # why a goal is missed, where it is


Measure = Callable[[int], Mapping[str, Found]]


class Family(NamedTuple):
    """Rows that one process measures together, so many turns, within so many seconds."""

    name: str
    place: str  # module:function, loaded by the process that measures
    turns: int
    quick: int
    bound: int
    rows: tuple[Row, ...]

    def measure(self) -> Measure:
        """The function that measures."""
        module, _, function = self.place.partition(":")
        found: Measure = getattr(import_module(module), function)
        return found


def names_of(family: Family) -> list[str]:
    """What it may be asked for by."""
    return list(dict.fromkeys([family.name, *(row.name for row in family.rows)]))


def chosen(families: tuple[Family, ...], names: set[str]) -> tuple[Family, ...]:
    """The families with the rows of these names, or of these families; all when none is named."""
    wanted = [
        family._replace(rows=tuple(row for row in family.rows if {row.name, family.name} & names))
        for family in families
    ]
    return tuple(one for one in wanted if one.rows) if names else families
