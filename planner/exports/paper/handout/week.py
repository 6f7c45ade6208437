"""The week from the day of the plan on: each thing to do with a mark for each dated day."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.knowledge import Knowledge
from planner.model.ids import LineId
from planner.model.phrase import Phrase
from planner.model.plan import Plan, SelfCareTask
from planner.model.vocabulary import Day
from planner.planning.course.occasions import day_of, of_massage, visits_of
from planner.planning.course.schedule import DIARY, MASSAGE
from planner.words import dated, joined, listed, say
from planner.words.home import briefly, pictured
from planner.words.plan import minutes
from planner.words.terms import FEELS

AT_FIRST = say("Do half at first.")
THREE_NUMBERS = say("3 numbers each evening")


class Mark(StrEnum):
    """What a day holds of a thing: nothing, something to do, something that was had."""

    REST = "rest"
    DUE = "due"
    HAD = "had"


@dataclass(frozen=True)
class DayHead:
    """A day as its column is headed."""

    weekday: str
    number: int


@dataclass(frozen=True)
class WeekRow:
    """One thing to do: its name, its dose, how in one line, and its days.

    `also` belongs to the dose: what a review changed, and that it begins with half.
    """

    id: str
    name: str
    dose: str
    step: str
    also: str
    pictured: str
    marks: tuple[Mark, ...]


def days_from(first: date, number: int = len(Day)) -> tuple[date, ...]:
    """So many days from one on."""
    return tuple(first + timedelta(days=ahead) for ahead in range(number))


def heads(plan: Plan) -> tuple[DayHead, ...]:
    """The seven days, that of the plan first."""
    return tuple(DayHead(dated(day, "short-weekday"), day.day) for day in days_from(plan.on))


def week_rows(plan: Plan, knowledge: Knowledge) -> tuple[WeekRow, ...]:
    """The home tasks, in the order of the plan."""
    return tuple(_of_task(one, plan, knowledge) for one in plan.self_care)


def other_rows(plan: Plan) -> tuple[WeekRow, ...]:
    """Massage in this week, and the diary."""
    return (*_massage(plan), *_diary(plan))


def due_on(line: LineId, day: date, plan: Plan) -> Mark:
    """Whether a thing is to be done on a day: a week goes on like the first one."""
    if line == DIARY:
        return Mark.DUE
    if line == MASSAGE:
        given = day in {one.on for one in of_massage(visits_of(plan))}
        return (Mark.HAD if day <= plan.on else Mark.DUE) if given else Mark.REST
    todays = [one.items for one in plan.week if one.day is day_of(day)]
    return Mark.DUE if any(line in items for items in todays) else Mark.REST


def _marks(line: LineId, plan: Plan) -> tuple[Mark, ...]:
    return tuple(due_on(line, day, plan) for day in days_from(plan.on))


def _of_task(one: SelfCareTask, plan: Plan, knowledge: Knowledge) -> WeekRow:
    known = knowledge.self_care[one.id]
    return WeekRow(
        id=one.id,
        name=known.name,
        dose=briefly(one, one.dose),
        step=known.brief,
        also=joined(one.step, AT_FIRST if one.cautions else ""),
        pictured=pictured(known.name, known.brief),
        marks=_marks(LineId(one.id), plan),
    )


def _massage(plan: Plan) -> Iterator[WeekRow]:
    marks = _marks(MASSAGE, plan)
    if plan.massage and any(one is not Mark.REST for one in marks):
        yield WeekRow(MASSAGE, say("Massage"), _how(plan), "", "", "", marks)


def _how(plan: Plan) -> Phrase:
    """How long and how firm, of the first visit in this week."""
    techniques = plan.massage.techniques if plan.massage else ()
    feels = listed(dict.fromkeys(FEELS[one.pressure] for one in techniques))
    first = of_massage(visits_of(plan))[0]
    return say("{minutes}, {feels}", minutes=minutes(first.minutes), feels=feels)


def _diary(plan: Plan) -> Iterator[WeekRow]:
    if plan.measures:
        yield WeekRow(DIARY, say("Pain diary"), THREE_NUMBERS, "", "", "", _marks(DIARY, plan))
