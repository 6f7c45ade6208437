"""The next visit as page one says it: when, how long, what it costs, which of how many."""

from dataclasses import dataclass
from datetime import date

from planner.model.phrase import Phrase
from planner.model.plan import Load, Plan, PlannedVisit
from planner.model.vocabulary import Day
from planner.planning.course.occasions import day_of, of_massage, visits_of
from planner.words import dated, formed, joined, say, say_many
from planner.words.clock import told
from planner.words.plan import visits

LOOK_AT_THE_PLAN = say("We look at the plan with you. Bring your diary.")
ON_DAYS = {
    Day.MON: say("on Mondays"),
    Day.TUE: say("on Tuesdays"),
    Day.WED: say("on Wednesdays"),
    Day.THU: say("on Thursdays"),
    Day.FRI: say("on Fridays"),
    Day.SAT: say("on Saturdays"),
    Day.SUN: say("on Sundays"),
}


@dataclass(frozen=True)
class NextVisit:
    """The box; what nobody said is empty."""

    day: str
    at: str
    minutes: str
    price: str
    which: str
    review: str
    last: str
    in_all: str


def next_visit(plan: Plan) -> NextVisit | None:
    """The first visit after the day of the plan; None where there is none."""
    every = visits_of(plan)
    ahead = [one for one in every if one.on > plan.on]
    if not ahead:
        return None
    one, given = ahead[0], of_massage(every)
    touches = one.kind == "massage"
    return NextVisit(
        day=dated(one.on, "near-weekday"),
        at=told(one.at, plan.locale) if one.at else "",
        minutes=say_many("{number} minute", "{number} minutes", one.minutes) if touches else "",
        price=_money(plan.load.price, plan.load) if touches else "",
        which=_which(one, given) if touches else "",
        review=LOOK_AT_THE_PLAN if one.review else "",
        last=_last(one, given),
        in_all=_in_all(plan.load),
    )


def in_one_line(visit: NextVisit) -> NextVisit:
    """Day, time and price, for large print."""
    return NextVisit(visit.day, visit.at, "", visit.price, "", "", "", "")


def said_of(visit: NextVisit) -> tuple[str, ...]:
    """The rest of it, for page two of large print."""
    lines = (visit.minutes, visit.which, visit.review, visit.last, visit.in_all)
    return tuple(formed(one, "sentence") for one in lines if one)


def money(amount: float, currency: str) -> Phrase:
    """An amount of money; the small coin is said only where there is one."""
    if amount == int(amount):
        return say("{amount:,.0f} {currency}", amount=amount, currency=currency)
    return say("{amount:,.2f} {currency}", amount=amount, currency=currency)


def _money(amount: float | None, load: Load) -> str:
    return money(amount, load.currency) if amount else ""


def _which(one: PlannedVisit, given: tuple[PlannedVisit, ...]) -> Phrase:
    """Which of how many, and on which day of the week where it is always the same."""
    number = 1 + [visit.on for visit in given].index(one.on)
    days = {day_of(visit.on) for visit in given if visit.on >= one.on}
    if len(given) > number and len(days) == 1:
        return say(
            "Visit {number} of {all}, {days}.",
            number=number,
            all=len(given),
            days=ON_DAYS[days.pop()],
        )
    return say("Visit {number} of {all}.", number=number, all=len(given))


def _last(one: PlannedVisit, given: tuple[PlannedVisit, ...]) -> str:
    if not given or given[-1].on <= one.on:
        return ""
    return say("Last one: {day:near}.", day=given[-1].on)


def _in_all(load: Load) -> str:
    """The number of visits and what all of them cost, where there are several."""
    if not load.total_cost or load.visits < 2:  # noqa: PLR2004
        return ""
    return say(
        "{visits}: {cost} in all.",
        visits=visits(load.visits),
        cost=money(load.total_cost, load.currency),
    )


def reviewed_on(plan: Plan) -> date | None:
    """The day on which the plan is looked at."""
    return next((one.on for one in visits_of(plan) if one.review), None)


def what_next(plan: Plan) -> Phrase | str:
    """When the plan is looked at with the client."""
    on = reviewed_on(plan)
    return joined(say("We look at the plan with you on {day:weekday}.", day=on)) if on else ""
