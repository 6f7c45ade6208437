"""What is done at home, day by day: the days that are alike, what they hold, until when."""

from datetime import date
from typing import NamedTuple

from planner.model.order import grouped
from planner.model.plan import Measures, Plan, SelfCareTask
from planner.model.vocabulary import Day
from planner.planning.course.schedule import DIARY_MINUTES


class Routine(NamedTuple):
    """Days of the week that hold the same home tasks, in the order of the plan's first week.

    `minutes` are those of the tasks and of the diary, which is kept every day up to the review;
    it `ends` with the longest task.
    """

    days: tuple[Day, ...]
    tasks: tuple[SelfCareTask, ...]
    minutes: int
    ends: date


def routines(plan: Plan) -> tuple[Routine, ...]:
    """The home routine of a plan: days that are alike together; none where nothing is measured."""
    if plan.measures is None:
        return ()
    asked = {str(task.id): task for task in plan.self_care}
    alike = grouped((tuple(filter(asked.get, day.items)), day.day) for day in plan.week)
    of = plan.measures
    return tuple(_routine(of, [asked[one] for one in ids], days) for ids, days in alike.items())


def _routine(of: Measures, tasks: list[SelfCareTask], days: tuple[Day, ...]) -> Routine:
    """The diary is kept to the review, and what has no set end is done as long."""
    minutes = DIARY_MINUTES + sum(one.minutes for one in tasks)
    ends = max((of.review_on, *(one.until for one in tasks if one.until)))
    return Routine(days, tuple(tasks), minutes, ends)
