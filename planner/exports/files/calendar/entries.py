"""What of a plan stands in a calendar: titles that tell nothing of health, and what each holds."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.phrase import Phrase
from planner.model.plan import Complementary, Plan, PlannedVisit, SelfCareTask, WithdrawnEntry
from planner.model.practice import Practice
from planner.model.vocabulary import Day
from planner.planning.course.routine import Routine, routines
from planner.planning.course.schedule import DIARY, DIARY_MINUTES
from planner.words import joined, say, say_many
from planner.words.terms import OCCUPATION
from planner.words.typed import printable

APPOINTMENT, HOME, REVIEW = say("Appointment"), say("Home routine"), say("Review")
APPOINTMENT_AND_REVIEW = say("Appointment and review")
TODAY = say("Visit today")
NO_TIME = say("No time is set yet. Please agree one.")
REVIEW_MINUTES = 30
WEEK = len(Day)


class Entry(NamedTuple):
    """One entry of the calendar, told apart by its number among all of its client.

    It begins on a day without a time where none was agreed, and where it is the visit of the plan's
    own day, under way or over when the calendar is read. `every` are the days of the week on which
    it comes again, up to `until`. `is_met`: somebody waits there.
    """

    number: int
    summary: Phrase
    begins: datetime | date
    minutes: int = 0
    description: str = ""
    every: tuple[Day, ...] = ()
    until: date | None = None
    is_met: bool = False
    is_withdrawn: bool = False


def entries(plan: Plan, knowledge: Knowledge, practice: Practice) -> Iterator[Entry]:
    """The visits, the home routine, and what earlier plans of this client had and is no more."""
    for visit in plan.visits:
        yield _visit(visit, plan, practice)
    for number, one in zip(plan.calendar.home, routines(plan), strict=False):
        yield _routine(number, one, plan, knowledge)
    for gone in plan.calendar.withdrawn:
        yield _withdrawn(gone)


def _visit(one: PlannedVisit, plan: Plan, practice: Practice) -> Entry:
    """A visit, the review among them, so that each can be moved alone."""
    minutes = one.minutes or REVIEW_MINUTES
    if one.on == plan.on:
        return Entry(one.number, TODAY, one.on, minutes, is_met=True)
    begins = datetime.combine(one.on, one.at) if one.at else one.on
    told = joined(
        *(() if one.at else (NO_TIME,)),
        say_many("It takes {number} minute.", "It takes {number} minutes.", minutes),
        *_whom_to_call(practice),
        by="\n",
    )
    return Entry(one.number, _called(one), begins, minutes, told, is_met=True)


def _called(visit: PlannedVisit) -> Phrase:
    if visit.kind == "review":
        return REVIEW
    return APPOINTMENT_AND_REVIEW if visit.review else APPOINTMENT


def _whom_to_call(practice: Practice) -> Iterator[Phrase]:
    who = printable(practice.name or practice.therapist)
    if practice.phone:
        phone = printable(practice.phone)
        yield (
            say("To change it, call {who}: {phone}", who=who, phone=phone)
            if who
            else say("To change it, call {phone}", phone=phone)
        )


def _routine(number: int, one: Routine, plan: Plan, knowledge: Knowledge) -> Entry:
    """One entry for all days that hold the same, with what is done on them."""
    first = min((day.rank - plan.on.weekday()) % WEEK for day in one.days)
    told = joined(
        *(_task(task, one, knowledge) for task in one.tasks),
        _diary(plan, one),
        say_many("{number} minute in all", "{number} minutes in all", one.minutes),
        *(_beside(therapy, knowledge) for therapy in plan.complementary),
        by="\n",
    )
    begins = plan.on + timedelta(days=first)
    return Entry(number, HOME, begins, one.minutes, told, one.days, one.ends)


def _task(task: SelfCareTask, of: Routine, knowledge: Knowledge) -> Phrase:
    """A task with its dose, its last day where others go on after it, and the therapist's words."""
    name = name_of(task.id, knowledge)
    told = say("{task}: {dose}", task=name, dose=task.dose)
    if task.until and task.until < of.ends:
        told = say("{task}: {dose}; until {day}", task=name, dose=task.dose, day=task.until)
    return joined(told, _own(task.own, task.dose), by=". ")


def _own(words: str, dose: str) -> str:
    """The therapist's own words, where the dose does not say them already."""
    return "" if words == dose else printable(words)


def _diary(plan: Plan, of: Routine) -> Phrase:
    """The diary, which ends with the review."""
    review = plan.measures.review_on if plan.measures else of.ends
    name = OCCUPATION[DIARY]
    if review < of.ends:
        return say("{task}: {minutes} minutes; until {day}", task=name, minutes=DIARY_MINUTES,
                   day=review)  # fmt: skip
    return say("{task}: {minutes} minutes", task=name, minutes=DIARY_MINUTES)


def _beside(one: Complementary, knowledge: Knowledge) -> Phrase:
    """A therapy beside massage, which has no days of its own in a plan."""
    told = say("{therapy}: {often}", therapy=name_of(one.id, knowledge), often=one.how_often)
    return joined(told, _own(one.own, one.how_often), by=". ")


def _withdrawn(one: WithdrawnEntry) -> Entry:
    begins = datetime.combine(one.on, one.at) if one.at else one.on
    called = HOME if one.kind == "home" else APPOINTMENT
    minutes = one.minutes or REVIEW_MINUTES
    return Entry(one.number, called, begins, minutes, is_withdrawn=True)
