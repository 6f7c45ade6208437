"""The first week of a plan; its minutes and its money."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from planner.model.ids import LineId, TaskId
from planner.model.intake import Preferences
from planner.model.plan import (
    Complementary,
    DayPlan,
    Load,
    Massage,
    Plan,
    Reach,
    SelfCareTask,
)
from planner.model.vocabulary import Day
from planner.planning.course.occasions import Visits, day_of, of_massage, visits_of

FIRST_WEEKS = 4
MASSAGE, DIARY = LineId("massage"), LineId("pain-diary")
DIARY_MINUTES = 2


class WeekLine(NamedTuple):
    """One thing to do in the first week, and on which days."""

    id: LineId
    minutes: int
    days: frozenset[Day]


class Asked(NamedTuple):
    """Everything a plan asks for of a client's time and money."""

    massage: Massage | None
    visits: Visits
    complementary: Iterable[Complementary]
    self_care: Iterable[SelfCareTask]


def load(
    asked: Asked, wishes: Preferences, notes: tuple[str, ...], reach: Reach | None = None
) -> Load:
    """The minutes a week of the first weeks, the diary's among them, and what the visits cost."""
    given = of_massage(asked.visits)
    price = wishes.price_of(_usual_minutes(given))
    minutes = _minutes_a_week(asked.massage, given) + DIARY_MINUTES * len(Day)
    minutes += sum(one.minutes_per_week for one in asked.complementary)
    minutes += sum(one.minutes * one.days_per_week for one in asked.self_care)
    cost = None if price is None else round(_most_a_month(given) * price, 2)
    budget = wishes.monthly_budget
    return Load(
        minutes_per_week=round(minutes, 2),
        cost_per_month=cost,
        currency=wishes.currency,
        within_budget=budget is None or cost is None or cost <= budget,
        visits=len(given),
        total_cost=None if price is None else round(len(given) * price, 2),
        price=price,
        budget=budget,
        notes=notes,
        reach=reach,
    )


def _minutes_a_week(massage: Massage | None, given: Visits) -> float:
    """The mean of the first weeks, of one phase at most."""
    if massage is None or not given:
        return 0
    weeks = min(FIRST_WEEKS, massage.phases[0].weeks)
    until = given[0].on + timedelta(weeks=weeks)
    return sum(one.minutes for one in given if one.on < until) / weeks


def _usual_minutes(given: Visits) -> int | None:
    """The length of most visits, which the price goes by; the first may be another one."""
    lengths = Counter(one.minutes for one in given)
    return max(lengths, key=lambda one: (lengths[one], one), default=None)


def _most_a_month(given: Visits) -> int:
    """The visits of the calendar month that has most."""
    months = Counter((one.on.year, one.on.month) for one in given)
    return max(months.values(), default=0)


def task_days(days_per_week: int, busy: Collection[Day], full: Mapping[Day, int]) -> list[Day]:
    """The days of a home task: free ones before those of massage, then those with least to do.

    `full` are the minutes that each day has already; of equal days it is every second one.
    """
    spread = sorted(Day, key=lambda day: (day in busy, full[day], day.rank % 2))
    return sorted(spread[:days_per_week], key=lambda day: day.rank)


def week(on: date, visits: Visits, self_care: Iterable[SelfCareTask]) -> tuple[DayPlan, ...]:
    """The first seven days from the plan's own, as ids of what is done."""
    days = [on + timedelta(days=number) for number in range(len(Day))]
    given = {one.on for one in of_massage(visits)}
    busy = {day_of(day) for day in days if day in given}
    placed = _placed(self_care, busy)
    return tuple(
        DayPlan(
            day=day,
            items=(
                *((MASSAGE,) if day in busy else ()),
                *(task for task, those in placed if day in those),
            ),
        )
        for day in map(day_of, days)
    )


def _placed(
    self_care: Iterable[SelfCareTask], busy: Collection[Day]
) -> list[tuple[TaskId, list[Day]]]:
    """Each home task with its days."""
    full, placed = dict.fromkeys(Day, 0), []
    for task in self_care:
        days = task_days(task.days_per_week, busy, full)
        placed.append((task.id, days))
        full |= {day: full[day] + task.minutes for day in days}
    return placed


def week_order(plan: Plan) -> tuple[Day, ...]:
    """The days of the week from that of the plan on."""
    first = day_of(plan.on).rank
    days = tuple(Day)
    return (*days[first:], *days[:first])


def week_lines(plan: Plan) -> tuple[WeekLine, ...]:
    """The first week, thing by thing: massage, the home tasks, the diary."""
    first = next(iter(of_massage(visits_of(plan))), None)
    minutes = {MASSAGE: first.minutes} if first else {}
    minutes |= {task.id: task.minutes for task in plan.self_care}
    done = [(one, frozenset(d.day for d in plan.week if one in d.items)) for one in minutes]
    diary = [WeekLine(DIARY, DIARY_MINUTES, frozenset(Day))] if plan.measures else []
    return (*(WeekLine(one, minutes[one], days) for one, days in done), *diary)
