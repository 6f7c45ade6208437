"""A plan as a week and as dated lines; its minutes and its money."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from math import ceil
from typing import NamedTuple

from planner.knowledge.weights import OfDose
from planner.model.ids import LineId
from planner.model.intake import Preferences
from planner.model.plan import (
    Complementary,
    DayPlan,
    Load,
    Massage,
    Phase,
    Plan,
    Reach,
    SelfCareTask,
)
from planner.model.vocabulary import Day
from planner.words import joined
from planner.words.plan import days_a_week, how_often

WEEKS_A_MONTH = 52 / 12
USUAL_DAYS = (Day.TUE, Day.THU, Day.SAT)
MASSAGE, DIARY = LineId("massage"), LineId("pain-diary")
DIARY_MINUTES = 2


class ScheduledLine(NamedTuple):
    """One thing to do, from when until when."""

    id: LineId
    part: str
    often: str
    minutes: int
    begins: date
    ends: date | None
    why: tuple[str, ...]
    sources: tuple[str, ...]


class WeekLine(NamedTuple):
    """One thing to do in the first week, and on which days."""

    id: LineId
    minutes: int
    days: frozenset[Day]


def load(
    massage: Massage | None,
    complementary: Iterable[Complementary],
    self_care: Iterable[SelfCareTask],
    wishes: Preferences,
    notes: tuple[str, ...],
    reach: Reach | None = None,
) -> Load:
    """The minutes a week of the first weeks, and the month's cost of massage."""
    sessions = massage.phases[0].sessions_per_week if massage else 0.0
    minutes = sessions * massage.phases[0].minutes if massage else 0.0
    minutes += sum(one.minutes_per_week for one in complementary)
    minutes += sum(one.minutes * one.days_per_week for one in self_care)
    cost = round(sessions * WEEKS_A_MONTH * (wishes.session_price or 0), 2)
    budget = wishes.monthly_budget
    return Load(
        minutes_per_week=round(minutes, 2),
        cost_per_month=cost,
        currency=wishes.currency,
        within_budget=budget is None or cost <= budget,
        notes=notes,
        reach=reach,
    )


def massage_days(sessions_per_week: float, wished: tuple[Day, ...]) -> tuple[Day, ...]:
    """The days of the week's sessions: wished ones first, never two neighbours."""
    needed = min(ceil(sessions_per_week), len(USUAL_DAYS))
    order = [*wished, *(day for day in USUAL_DAYS if day not in wished)]
    order += [day for day in Day if day not in order]
    for days in combinations(order, needed):
        if not any(_neighbours(one, other) for one, other in combinations(days, 2)):
            return tuple(sorted(days, key=lambda day: day.rank))
    return ()


def _neighbours(one: Day, other: Day) -> bool:
    return abs(one.rank - other.rank) in (1, len(Day) - 1)


def task_days(days_per_week: int, busy: tuple[Day, ...]) -> tuple[Day, ...]:
    """The days of a home task, spread out; free days before massage days when there is a choice."""
    spread = sorted(Day, key=lambda day: (day in busy, day.rank % 2))
    return tuple(sorted(spread[:days_per_week], key=lambda day: day.rank))


def week(
    massage: Massage | None, self_care: Iterable[SelfCareTask], wished: tuple[Day, ...]
) -> tuple[DayPlan, ...]:
    """The first week, day by day, as ids of what is done."""
    busy = massage_days(massage.phases[0].sessions_per_week, wished) if massage else ()
    placed = [(task.id, task_days(task.days_per_week, busy)) for task in self_care]
    return tuple(
        DayPlan(
            day=day,
            items=(
                *((MASSAGE,) if day in busy else ()),
                *(task for task, days in placed if day in days),
            ),
        )
        for day in Day
    )


def week_lines(plan: Plan) -> tuple[WeekLine, ...]:
    """The first week, thing by thing: massage, the home tasks, the diary."""
    minutes = {MASSAGE: plan.massage.phases[0].minutes} if plan.massage else {}
    minutes |= {task.id: task.minutes for task in plan.self_care}
    done = [(one, frozenset(d.day for d in plan.week if one in d.items)) for one in minutes]
    diary = [WeekLine(DIARY, DIARY_MINUTES, frozenset(Day))] if plan.measures else []
    return (*(WeekLine(one, minutes[one], days) for one, days in done), *diary)


def review_on(begins: date, massage: Massage | None, weights: OfDose) -> date:
    """The session or the week after which a plan is looked at, whichever comes first."""
    weeks = float(weights.review_after_weeks)
    if massage:
        weeks = min(weeks, weights.review_after_sessions / massage.phases[0].sessions_per_week)
    return begins + timedelta(days=ceil(weeks * 7))


def phase_dates(begins: date, phases: Iterable[Phase]) -> Iterator[tuple[Phase, date, date]]:
    """Each phase with its first and last day."""
    for phase in phases:
        ends = begins + timedelta(weeks=phase.weeks)
        yield phase, begins, ends - timedelta(days=1)
        begins = ends


def lines(plan: Plan) -> tuple[ScheduledLine, ...]:
    """Everything there is to do, in the order of the plan."""
    return (*_massage_lines(plan), *_complementary_lines(plan), *_self_care_lines(plan))


def _massage_lines(plan: Plan) -> Iterator[ScheduledLine]:
    if plan.massage is None:
        return
    reasons = [why for technique in plan.massage.techniques for why in technique.why]
    says = tuple(why.says for why in reasons)
    sources = tuple(dict.fromkeys(source for why in reasons for source in why.sources))
    for phase, begins, ends in phase_dates(plan.on, plan.massage.phases):
        often = how_often(phase.sessions_per_week)
        yield ScheduledLine(MASSAGE, phase.name, often, phase.minutes, begins, ends, says, sources)


def _complementary_lines(plan: Plan) -> Iterator[ScheduledLine]:
    for one in plan.complementary:
        yield _line(plan, one.id, "complementary", one.how_often, one.minutes_per_week, one)


def _self_care_lines(plan: Plan) -> Iterator[ScheduledLine]:
    for task in plan.self_care:
        often = joined(task.dose, days_a_week(task.days_per_week), by="; ")
        yield _line(plan, task.id, "self-care", often, task.minutes, task)


def _line(
    plan: Plan, key: LineId, part: str, often: str, minutes: int, one: Complementary | SelfCareTask
) -> ScheduledLine:
    sources = tuple(dict.fromkeys(source for why in one.why for source in why.sources))
    ends = plan.measures.review_on if plan.measures else None
    says = tuple(why.says for why in one.why)
    return ScheduledLine(key, part, often, minutes, plan.on, ends, says, sources)
