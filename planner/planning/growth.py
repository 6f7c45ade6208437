"""How far a home task grows from week to week, and how its dose goes on at a later visit."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.entries.interventions import Task
from planner.model.ids import TaskId
from planner.model.phrase import Phrase, message_of
from planner.model.plan import SelfCareTask
from planner.model.vocabulary import Day, ExerciseTag
from planner.planning.own_words import is_in_own_words
from planner.words import formed, joined, said_anew, say


def _counted_on(dose: str) -> Phrase:
    return say("{dose}, counted from when you began", dose=dose)


COUNTED_ON = message_of(_counted_on(""))
AS_A_SENTENCE = message_of(formed("", "sentence"))


class Begun(NamedTuple):
    """A task, the minutes a day that it begins with, and the days a week that it is done."""

    task: Task
    minutes: int
    days: int


class Growth(NamedTuple):
    """The most minutes a day of each task, and what is left of the client's own.

    `able` are the minutes a day that the client set, `room` what is left of them in a week; None
    where nothing was said.
    """

    most: Mapping[TaskId, int]
    able: int | None
    room: int | None

    def of(self, one: Begun) -> int:
        """The most minutes it grows to; one in reserve has what is left."""
        return self.most.get(one.task.id, _within(one, self.able, self.room))


def growth(every: Iterable[Begun], steady: Iterable[TaskId], able: int | None) -> Growth:
    """Each task grows as it is known to, within the minutes that the client set, over a week.

    `steady` are those that do not grow for now.
    """
    begun, held, most = list(every), set(steady), {}
    taken = sum(one.minutes * one.days for one in begun)
    room = None if able is None else max(0, able * len(Day) - taken)
    for one in begun:
        most[one.task.id] = one.minutes if one.task.id in held else _within(one, able, room)
        more = most[one.task.id] - one.minutes
        room = None if room is None else room - more * one.days
    return Growth(most, able, room)


def _within(one: Begun, able: int | None, room: int | None) -> int:
    most = max(one.minutes, one.task.grows_to)
    if able is None or room is None:
        return most
    left = min(able, one.minutes + room // one.days)
    return min(most, max(one.minutes, left))


def growing(least: int, most: int, *, is_ladder: bool) -> Phrase:
    """The dose of a task that begins and grows; of one that is to grow and may not yet.

    On a ladder minutes are added each week; elsewhere more is done when it feels easy.
    """
    if most == least:
        return say("{least} minutes, and no more than that for now", least=least)
    if not is_ladder:
        return say("{least} minutes to start, then up to {most} minutes", least=least, most=most)
    return say(
        "{least} minutes to start. Add a few minutes each week, up to {most} minutes",
        least=least,
        most=most,
    )


def is_cut(task: Task, most: int) -> bool:
    """Whether it grows less than it is known to."""
    return most < task.grows_to


def going_on(tasks: Iterable[SelfCareTask], knowledge: Knowledge) -> tuple[SelfCareTask, ...]:
    """Tasks that were done before: they go on from where they are, and do not start again."""
    return tuple(_going_on(one, knowledge.self_care[one.id]) for one in tasks)


def _growing_on(known: Task, most: int) -> Phrase:
    if ExerciseTag.AEROBIC_LADDER not in known.tags:
        return say("Go on as you do now, up to {most} minutes", most=most)
    return say("Go on as you do now. Add a few minutes each week, up to {most} minutes", most=most)


def _going_on(one: SelfCareTask, known: Task) -> SelfCareTask:
    if is_in_own_words(one):
        return one
    if still_grows(one, known):
        most = _grows_to(one, known)
        return _redosed(one, _growing_on(known, most)).replaced(grows_to=most)
    if (known.weeks or one.until) and message_of(one.dose) != COUNTED_ON:
        return _redosed(one, _counted_on(one.dose))
    return one


def held(one: SelfCareTask) -> SelfCareTask:
    """A task to which no minutes are added for now."""
    return _redosed(one, growing(one.minutes, one.minutes, is_ladder=True))


def _redosed(one: SelfCareTask, dose: Phrase) -> SelfCareTask:
    """With another dose, also where its steps end with the one that it had."""
    return one.replaced(dose=dose, steps=_ending_with(dose, one.steps))


def _ending_with(dose: Phrase, steps: str) -> str:
    parts = steps.fill.get("parts") if isinstance(steps, Phrase) else None
    if not parts or message_of(parts[-1]) != AS_A_SENTENCE:
        return steps
    return joined(*said_anew(parts[:-1]), formed(dose, "sentence"))


def still_grows(one: SelfCareTask, known: Task) -> bool:
    """Whether minutes are still to be added to a task; what own words ask for is not known."""
    return not is_in_own_words(one) and _grows_to(one, known) > one.minutes


def _grows_to(one: SelfCareTask, known: Task) -> int:
    return max(one.minutes, known.grows_to) if one.grows_to is None else one.grows_to
