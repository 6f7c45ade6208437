"""A month to fill in by hand, on one page: three numbers and a tick for each day."""

from dataclasses import dataclass
from datetime import date

from planner.exports.paper.handout.week import Mark, days_from, due_on
from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.plan import Plan
from planner.planning.course.schedule import MASSAGE
from planner.words import dated, say
from planner.words.typed import printable

DAYS, FORTNIGHT, WEEK = 31, 14, 7
DIARY, MY_DIARY = say("Pain diary"), say("My pain diary")
HOW = say(
    "Each evening write three numbers from 0 to 10, and tick what you did. Missed a day? Leave it "
    "empty."
)
SCALES = (
    (say("Pain"), say("0: no pain"), say("10: the worst you can think of")),
    (say("In the way"), say("0: pain stopped nothing you do"), say("10: it stopped all of it")),
    (say("Sleep"), say("0: very bad"), say("10: very good")),
)
BRING = say("Bring this page to each visit.")
ENOUGH = say("It need not be full: 5 days a week tell us enough.")


@dataclass(frozen=True)
class Column:
    """A home task, by its picture; by its name where it has none."""

    id: str
    pictured: str


@dataclass(frozen=True)
class DayLine:
    """A day as it stands at the left of its line; a week ends after each seventh."""

    weekday: str
    number: int
    month: str
    ends_week: bool
    massage: bool
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Month:
    """The sheet; without a name it is blank, for anybody."""

    title: str
    name: str
    begins: str
    ends: str
    how: str
    scales: tuple[tuple[str, str, str], ...]
    columns: tuple[Column, ...]
    days: tuple[DayLine, ...]
    bring: str
    enough: str


def blank_month(first: date) -> Month:
    """The sheet from a day on, for anybody."""
    return _month(
        first, "", MY_DIARY, (), tuple(_line(n, day) for n, day in _numbered(first, DAYS))
    )


def month_of(plan: Plan, knowledge: Knowledge, days: int = DAYS) -> Month:
    """The sheet of one client from the day of the plan on: their tasks, their massage."""
    name = printable(plan.client)
    tasks = [LineId(one.id) for one in plan.self_care]
    return _month(
        plan.on,
        name,
        DIARY,
        tuple(Column(one, knowledge.self_care[one].name) for one in tasks),
        tuple(_of_plan(n, day, tasks, plan) for n, day in _numbered(plan.on, days)),
    )


def _month(
    first: date, name: str, title: str, columns: tuple[Column, ...], days: tuple[DayLine, ...]
) -> Month:
    return Month(
        title=title,
        name=name,
        begins=dated(first, "near"),
        ends=dated(days_from(first, len(days))[-1]),
        how=HOW,
        scales=SCALES,
        columns=columns,
        days=days,
        bring=BRING,
        enough=ENOUGH,
    )


def _numbered(first: date, days: int) -> list[tuple[int, date]]:
    return list(enumerate(days_from(first, days), 1))


def _line(
    number: int, day: date, marks: tuple[Mark, ...] = (), *, massage: bool = False
) -> DayLine:
    return DayLine(
        weekday=dated(day, "short-weekday"),
        number=day.day,
        month=dated(day, "short-month-only"),
        ends_week=number % WEEK == 0,
        massage=massage,
        marks=marks,
    )


def _of_plan(number: int, day: date, tasks: list[LineId], plan: Plan) -> DayLine:
    marks = tuple(due_on(one, day, plan) for one in tasks)
    return _line(number, day, marks, massage=due_on(MASSAGE, day, plan) is not Mark.REST)
