"""The client's table: the days of the first week, and what to do, how much, how, when to stop."""

from collections.abc import Iterator
from datetime import timedelta

from planner.exports.calls import STOP_AT_ONCE, client_numbers, signs_of
from planner.exports.files.tables.cells import Row, Table, table
from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.phrase import Phrase
from planner.model.plan import DayPlan, Plan, SelfCareTask
from planner.model.vocabulary import Day
from planner.planning.course import schedule
from planner.planning.course.occasions import day_of, of_massage, visits_of
from planner.planning.self_care import how_to
from planner.words import dated, formed, joined, say
from planner.words.plan import minutes
from planner.words.terms import OCCUPATION

DAY, WHAT, DOSE = say("Day"), say("What"), say("Dose")
STEPS, STOP = say("Steps"), say("Stop signs")
HEADER = (DAY, WHAT, DOSE, STEPS, STOP)
ANY_DAY = say("Any day")


def handout_table(plan: Plan, knowledge: Knowledge) -> Table:
    """One row for each thing of each day; then what holds on any day."""
    return table(HEADER, (*_days(plan, knowledge), *_any_day(plan, knowledge)))


def _days(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    for ahead, one in enumerate(plan.week):
        on = dated(plan.on + timedelta(days=ahead), "weekday")
        for row in _day(plan, one, knowledge):
            yield {DAY: on, **row}


def _day(plan: Plan, one: DayPlan, knowledge: Knowledge) -> Iterator[Row]:
    if schedule.MASSAGE in one.items:
        yield _massage(plan, one.day, knowledge)
    for task in plan.self_care:
        if task.id in one.items:
            yield _task(task, knowledge)
    if plan.measures:
        told = formed(plan.measures.diary, "sentence")
        yield {WHAT: OCCUPATION[schedule.DIARY], DOSE: minutes(schedule.DIARY_MINUTES), STEPS: told}


def _massage(plan: Plan, day: Day, knowledge: Knowledge) -> Row:
    given = of_massage(visits_of(plan))
    visit = next(one for one in given if day_of(one.on) is day)
    return {WHAT: name_of(schedule.MASSAGE, knowledge), DOSE: minutes(visit.minutes),
            STOP: STOP_AT_ONCE}  # fmt: skip


def _task(task: SelfCareTask, knowledge: Knowledge) -> Row:
    known = knowledge.self_care[task.id]
    return {
        WHAT: known.name, DOSE: formed(task.dose, "sentence"),
        STEPS: joined(task.steps or how_to(known), task.step),
        STOP: joined(formed(task.stop_if, "sentence"), task.pain_rule),
    }  # fmt: skip


def _any_day(plan: Plan, knowledge: Knowledge) -> Iterator[Row]:
    """When to stop and whom to call; therapies, which have no days of their own."""
    for one in plan.complementary:
        often = formed(one.how_often, "sentence")
        own = "" if one.own == one.how_often else one.own
        yield {DAY: ANY_DAY, WHAT: name_of(one.id, knowledge), DOSE: often, STEPS: own}
    for sign in _signs(plan, knowledge):
        yield {DAY: ANY_DAY, STOP: sign}
    for number in client_numbers(plan, knowledge):
        yield {DAY: ANY_DAY, STOP: joined(number.when, number.call)}


def _signs(plan: Plan, knowledge: Knowledge) -> Iterator[Phrase]:
    signs = signs_of(plan, knowledge)
    yield from (say("If {sign}, get emergency help now.", sign=one) for one in signs.now)
    yield from (say("If {sign}, see a doctor the same day.", sign=one) for one in signs.today)
    yield from (say("If {sign}, see a doctor.", sign=one) for one in signs.soon)
