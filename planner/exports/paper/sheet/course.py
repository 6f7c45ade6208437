"""The course as its dated list, what it costs, when it is looked at and when it stops."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from planner.knowledge import Knowledge
from planner.model.order import each_once
from planner.model.phrase import Phrase
from planner.model.plan import Load, Measures, Plan, PlannedVisit
from planner.planning.advice import STOP_SIGNS
from planner.planning.course.measures import stop_rule_in_short
from planner.planning.course.occasions import of_massage, spans, visits_of
from planner.words import clock, dated, formed, joined, say
from planner.words.plan import minutes, visits, visits_at


@dataclass(frozen=True)
class VisitBox:
    """A visit of the list: its day, and what it is."""

    day: str
    says: str
    review: bool


@dataclass(frozen=True)
class Course:
    """The dated list; `often` and `cost` in a line each, then the review and the stop rule."""

    visits: tuple[VisitBox, ...]
    often: str
    cost: str
    review: str
    stop: str
    at_once: str


def course(plan: Plan, knowledge: Knowledge) -> Course:
    """The course of a plan; without massage only the review."""
    measures = plan.measures
    return Course(
        visits=tuple(_boxes(plan)),
        often=joined(*_often(plan)),
        cost=joined(*_cost(plan.load)),
        review=say("Review on {day:weekday}, with the diary.", day=measures.review_on)
        if measures
        else "",
        stop=_stop(plan, measures, knowledge) if measures else "",
        at_once=joined(*_at_once(plan, knowledge)),
    )


def _stop(plan: Plan, measures: Measures, knowledge: Knowledge) -> str:
    """The stop rule in short; in the words of an older plan where it has no judging days."""
    short = stop_rule_in_short(measures.judging, measures, knowledge)
    return short if plan.massage and measures.judging else measures.stop_rule


def number_today(plan: Plan) -> Phrase | str:
    """Which visit of how many today's is; empty where the day is none of the list."""
    given, had = of_massage(visits_of(plan)), _had(plan)
    found = [number for number, one in enumerate(given, had + 1) if one.on == plan.on]
    return say("visit {one} of {all}", one=found[0], all=had + len(given)) if found else ""


def _had(plan: Plan) -> int:
    return plan.supersedes.sessions if plan.supersedes else 0


def _boxes(plan: Plan) -> Iterator[VisitBox]:
    """Every visit; the year is said where it is another than that of the visit before."""
    number, laid, year = _had(plan), visits_of(plan), plan.on.year
    usual = Counter(one.minutes for one in of_massage(laid)).most_common(1)
    for one in laid:
        number += one.kind == "massage"
        is_usual = [one.minutes] == [length for length, _ in usual]
        said = f"{one.on.year}" if one.on.year != year else ""
        says = joined(said, *_what(one, number, plan.locale, with_minutes=not is_usual), by=", ")
        yield VisitBox(dated(one.on, "day"), says, one.review)
        year = one.on.year


def _what(
    one: PlannedVisit, number: int, locale: str, *, with_minutes: bool
) -> Iterator[Phrase | str]:
    """Which visit, the minutes where it is not as long as most, the time, the review."""
    if one.kind == "massage":
        yield say("visit {number}", number=number)
    if one.kind == "massage" and with_minutes:
        yield say("{number} min", number=one.minutes)
    if one.at:
        yield clock.told(one.at, locale)
    if one.review:
        yield say("review")


def _often(plan: Plan) -> Iterator[Phrase]:
    """The visits by phase: "10 visits, once a week, 60 minutes.", and what comes after."""
    for one in spans(plan):
        often = visits_at(len(one.visits), one.phase.sessions_per_week)
        told = joined(often, minutes(one.minutes), by=", ")
        yield say("{visits:sentence}", visits=told)
    if plan.massage and plan.massage.after:
        yield formed(plan.massage.after, "sentence")


def _cost(load: Load) -> Iterator[Phrase]:
    """What the visits cost: each, in all, and in the dearest month against the budget."""
    if load.price and load.visits and load.total_cost is not None:
        fill = {"total": load.total_cost, "price": load.price, "currency": load.currency}
        yield say(
            "{visits} at {price:,.2f} {currency}: {total:,.2f} {currency} in all.",
            visits=visits(load.visits),
            **fill,
        )
    if load.cost_per_month and load.visits > 1:
        yield _a_month(load)


def _a_month(load: Load) -> Phrase:
    fill = {"cost": load.cost_per_month, "currency": load.currency}
    if not load.within_budget:
        return say("Up to {cost:,.2f} {currency} in a month, over the budget given.", **fill)
    if load.budget is None:
        return say("At most {cost:,.2f} {currency} in a month.", **fill)
    return say("At most {cost:,.2f} {currency} in a month, within the budget given.", **fill)


def _at_once(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """What stops the massage there and then, and what each pain source refers for."""
    if plan.massage:
        yield STOP_SIGNS
    yield from each_once(knowledge.conditions[one].refer for one in plan.conditions)
