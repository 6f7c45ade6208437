"""How much of a home task somebody begins with: as it is known, or half for one easily stirred up.

Convention: what is easily stirred up, or hurts all over, begins with half and a lower pain rule.
"""

from math import ceil
from typing import Any, NamedTuple

from planner.knowledge.entries.interventions import Kind, Task
from planner.knowledge.named import WIDESPREAD
from planner.model.assessment import Irritability
from planner.model.exercise import Side
from planner.planning.case import Case


class Grade(NamedTuple):
    """How gently exercise begins."""

    low_pain: bool
    half: bool = False


class Count(NamedTuple):
    """The numbers a task begins with; None is what is not counted."""

    sets: int | None
    reps: int | None
    hold_seconds: int | None
    each_side: Side
    times_per_day: int | None
    minutes: int

    @classmethod
    def known(cls, task: Task) -> "Count":
        """The numbers of a task as it is known."""
        return cls(
            task.sets,
            task.reps,
            task.hold_seconds,
            task.each_side,
            task.times_per_day,
            task.minutes,
        )

    def numbers(self) -> dict[str, Any]:
        """What a line of a plan says beside its minutes."""
        return {name: one for name, one in self._asdict().items() if name != "minutes"}


def grade(case: Case) -> Grade:
    """How gently this client begins."""
    found = case.irritability
    if found is Irritability.HIGH or any(one.condition.id in WIDESPREAD for one in case.pains):
        return Grade(low_pain=True, half=True)
    return Grade(low_pain=found is Irritability.MODERATE)


def count_of(task: Task, kind: Kind, begins: Grade) -> Count:
    """What a task begins with."""
    known = Count.known(task)
    return halved(known) if begins.half and kind.moves else known


def halved(known: Count) -> Count:
    """Half the count: of the repeats, else of the rounds, else of the minutes."""
    minutes = ceil(known.minutes / 2)
    if known.reps and known.reps > 1:
        return known._replace(reps=ceil(known.reps / 2), minutes=minutes)
    sets = known.sets and ceil(known.sets / 2)
    return known._replace(sets=sets, minutes=minutes)
