"""How far a home task grows from week to week, and how its dose goes on at a later visit."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.interventions import Task
from planner.model.ids import TaskId
from planner.model.phrase import Phrase
from planner.model.plan import SelfCareTask
from planner.words import say


class Growth(NamedTuple):
    """The most minutes a day of each task, and what is left of the client's own."""

    most: Mapping[TaskId, int]
    room: int | None

    def of(self, task: Task) -> int:
        """The most minutes it grows to; one in reserve has what is left."""
        return self.most.get(task.id, _within(task, self.room))


def growth(tasks: Iterable[Task], steady: Iterable[TaskId], able: int | None) -> Growth:
    """Each task grows as it is known to, within the minutes a day that the client set.

    `able` is None where nothing was said; `steady` are those that do not grow for now.
    """
    every, held, most = list(tasks), set(steady), {}
    room = None if able is None else max(0, able - sum(one.minutes for one in every))
    for one in every:
        most[one.id] = one.minutes if one.id in held else _within(one, room)
        room = None if room is None else room - (most[one.id] - one.minutes)
    return Growth(most, room)


def _within(task: Task, room: int | None) -> int:
    most = max(task.minutes, task.grows_to)
    return most if room is None else min(most, task.minutes + room)


def starting_dose(task: Task, most: int) -> Phrase | str:
    """The dose of a task that begins; its own words where it grows as it is known to."""
    if most >= task.grows_to:
        return task.dose
    if most == task.minutes:
        return say("{least} minutes, and no more than that for now", least=task.minutes)
    return say(
        "{least} minutes to start. Add a few minutes each week, up to {most} minutes",
        least=task.minutes,
        most=most,
    )


def is_cut(task: Task, most: int) -> bool:
    """Whether it grows less than it is known to."""
    return most < task.grows_to


def going_on(tasks: Iterable[SelfCareTask], knowledge: Knowledge) -> tuple[SelfCareTask, ...]:
    """Tasks that were done before: they go on from where they are, and do not start again."""
    return tuple(_going_on(one, knowledge.self_care[one.id]) for one in tasks)


def _going_on(one: SelfCareTask, known: Task) -> SelfCareTask:
    most = max(one.minutes, known.grows_to) if one.grows_to is None else one.grows_to
    if one.own:
        return one
    if most > one.minutes:
        dose = say(
            "Go on as you do now. Add a few minutes each week, up to {most} minutes", most=most
        )
        return one.replaced(dose=dose, grows_to=most)
    if known.weeks:
        dose = say("{dose}, counted from when you began", dose=known.dose)
        return one.replaced(dose=dose)
    return one
