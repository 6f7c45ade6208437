"""The parts of a plan under their headings: massage, beside it, at home, time and money."""

from collections.abc import Iterator

from planner.model.plan import Load, Plan
from planner.model.vocabulary import Day
from planner.words import say
from planner.words.plan import load_in_words
from ui.parts.wording import linked, places
from ui.plan_sheet.blocks import Data, listed, strong, text
from ui.plan_sheet.lines import course, rows
from ui.plan_sheet.lines.rows import Beside
from ui.state.language import shown, tell, tell_many

MASSAGE, BESIDE, HOME, LOAD = "massage", "beside", "home", "load"
TITLES = {
    MASSAGE: say("Massage"),
    BESIDE: say("Beside it"),
    HOME: say("At home"),
    LOAD: say("Time and money"),
}
EMPTY = {
    MASSAGE: say("No massage is in this plan."),
    BESIDE: say("Nothing is proposed beside massage."),
    HOME: say("Nothing to do at home is proposed."),
}


def parts(plan: Plan, price: float | None, beside: Beside) -> list[Data]:
    """Every part of the plan, in the order it is read; of the last one no line can be added."""
    return [
        _part(
            MASSAGE, _review(plan), list(_massage(plan, price, beside)), _kept_away(plan, beside)
        ),
        _part(
            BESIDE,
            _of_therapies(plan),
            [rows.therapy(one, plan, beside) for one in plan.complementary],
        ),
        _part(HOME, _of_tasks(plan), [rows.task(one, plan, beside) for one in plan.self_care]),
    ]


def _part(part: str, aside: str, lines: list[Data], more: list[Data] | None = None) -> Data:
    empty = [] if lines else [text(tell(EMPTY[part]))]
    return {
        "id": part,
        "title": tell(TITLES[part]),
        "aside": aside,
        "adds": True,
        "rows": lines,
        "blocks": [*empty, *(more or [])],
    }


def _massage(plan: Plan, price: float | None, beside: Beside) -> Iterator[Data]:
    if plan.massage is None:
        return
    for one in plan.massage.techniques:
        yield rows.technique(one, plan, beside)
    yield course.how_often(plan.massage, beside)
    if plan.visits:
        yield course.visits(plan, price)


def _kept_away(plan: Plan, beside: Beside) -> list[Data]:
    """What was not met or is left alone; without massage, why there is none."""
    unmet = [text(one.says, "note") for one in plan.unmet]
    if plan.massage is None:
        return [*(text(note, "note") for note in plan.load.notes), *unmet]
    if not plan.massage.avoid_regions:
        return unmet
    away = places(plan.massage.avoid_regions, beside.knowledge)
    return [*unmet, text(tell("Keep away from: {places}.", places=away), "note")]


def _review(plan: Plan) -> str:
    if plan.massage is None or plan.measures is None:
        return ""
    return linked(
        tell_many("{number} visit", "{number} visits", plan.load.visits)
        if plan.load.visits
        else "",
        tell("review {day:day}", day=plan.measures.review_on),
    )


def _of_therapies(plan: Plan) -> str:
    total = sum(one.minutes_per_week for one in plan.complementary)
    return tell("{minutes:g} minutes a week", minutes=total) if total else ""


def _of_tasks(plan: Plan) -> str:
    """Minutes a week at home, and of a day as they come to."""
    total = sum(one.minutes * one.days_per_week for one in plan.self_care)
    if not total:
        return ""
    a_day = round(total / len(Day))
    return tell("{total} minutes a week, about {a_day} a day", total=total, a_day=a_day)


def time_and_money(plan: Plan) -> Data:
    """What the plan asks for in all, against the budget, and what is not as the client wished."""
    notes = (*_notes(plan), *plan.load.beyond)
    return {
        "id": LOAD,
        "title": tell(TITLES[LOAD]),
        "aside": "",
        "rows": [],
        "blocks": [
            strong(shown(load_in_words(plan.load))),
            *([text(of_budget)] if (of_budget := _of_the_budget(plan.load)) else []),
            *([listed(notes)] if notes else []),
        ],
    }


def _notes(plan: Plan) -> Iterator[str]:
    """Each note once: without massage they stand in its place, those on the dose beside it."""
    if plan.massage is not None:
        yield from (note for note in plan.load.notes if note not in plan.massage.dose_notes)


def _of_the_budget(load: Load) -> str:
    """What the dearest month costs of the budget; empty where one of them is unknown."""
    if load.budget is None or load.cost_per_month is None:
        return ""
    return tell(
        "Massage costs {cost:,.2f} of {budget:,.2f} {currency} a month.",
        cost=load.cost_per_month,
        budget=load.budget,
        currency=load.currency,
    )
