"""How often and when: the phases of the course, its dated visits, and what they come to."""

from collections.abc import Iterator

from planner.model.edits import MASSAGE
from planner.model.plan import Massage, Phase, Plan, PlannedVisit
from planner.planning.hands.shares import in_words
from planner.words import say, say_many
from planner.words.plan import phase, when
from planner.words.terms import PHASE
from ui.parts.wording import linked
from ui.plan_sheet.blocks import Data
from ui.plan_sheet.changed.marks import DOSE, MARKS
from ui.plan_sheet.lines import controls
from ui.plan_sheet.lines.rows import Beside
from ui.plan_sheet.lines.times import VISITS
from ui.state.language import shown, tell, tell_many

NEXT = 4  # visits in sight; the others are a tap away


def how_often(massage: Massage, beside: Beside) -> Data:
    """The phases as bars as wide as they are long, what changes them, what to know of the dose."""
    mark = beside.marks.get(DOSE, "")
    return {
        "id": DOSE,
        "name": tell("How often"),
        "says": massage.after,
        "phases": [_phase(one) for one in massage.phases],
        "notes": [*map(shown, in_words(massage, beside.knowledge)), *massage.dose_notes],
        "warns": massage.below_tested,
        "mark": tell(MARKS[mark]) if mark else "",
        **controls.on_the_row(beside.bounds(MASSAGE), massage.by_hand, beside.knowledge),
    }


def _phase(one: Phase) -> Data:
    return {"weeks": one.weeks, "name": tell(PHASE[one.name]), "says": shown(phase(one))}


def visits(plan: Plan, price: float | None) -> Data:
    """The next visits, the review, how many there are, how long, and at what price."""
    near = plan.visits[:NEXT]
    review = [one for one in plan.visits[NEXT:] if one.review]
    return {
        "id": VISITS,
        "name": tell("Next visits"),
        "says": linked(*_totals(plan, price)),
        "dates": [_date(one) for one in (*near, *review)],
    }


def _date(one: PlannedVisit) -> Data:
    said = tell_many("{number} minute", "{number} minutes", one.minutes)
    if one.kind == "review":
        said = tell("review, no massage")
    elif one.review:
        said = tell("{minutes}, review", minutes=said)
    return {"day": shown(when(one)), "says": said}


def _totals(plan: Plan, price: float | None) -> Iterator[str]:
    """How many visits of massage, how long, and what they cost each and in all."""
    lasting = [one.minutes for one in plan.visits if one.minutes]
    yield shown(say_many("{number} visit", "{number} visits", len(lasting)))
    if lasting and min(lasting) == max(lasting):
        yield shown(say_many("{number} minute", "{number} minutes", max(lasting)))
    elif lasting:
        yield tell("{least} to {most} minutes", least=min(lasting), most=max(lasting))
    if price and plan.load.total_cost is not None:
        fill = {"price": price, "cost": plan.load.total_cost, "currency": plan.load.currency}
        yield shown(say("{price:,.2f} {currency} each, {cost:,.2f} {currency} in all", **fill))
