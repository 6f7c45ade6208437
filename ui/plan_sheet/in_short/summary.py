"""The plan in one line: its state, how often, minutes, money, and the one warning."""

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from planner.knowledge import Knowledge
from planner.knowledge.names import reason_name
from planner.model.plan import Load, Plan
from planner.visit.interview import Interview
from planner.words.limits import PRESSURE_LEFT
from planner.words.plan import how_often, minutes
from planner.words.terms import CLEARANCE, CLEARANCE_MEANS
from ui.parts.wording import TONE, linked
from ui.state.language import shown, tell, tell_many


class Summary(NamedTuple):
    """A state and its tone, the figures that count, and what to mind."""

    tone: str
    state: str
    figures: tuple[str, ...]
    warning: str


def summary(found: Interview | None, marks: int, knowledge: Knowledge) -> Summary:
    """Of a visit as far as it has come; `marks` on the body alone name no pain."""
    if found is None:
        return Summary("empty", "", (), _nothing_yet(marks))
    plan = shown(found.plan)
    figures = () if found.visit is None or plan.stops_everything else tuple(_figures(plan))
    return Summary(
        TONE[plan.clearance],
        tell(CLEARANCE[plan.clearance]),
        figures,
        _beside(found, plan, knowledge),
    )


def _nothing_yet(marks: int) -> str:
    if not marks:
        return tell("The plan appears here after the first mark and one number.")
    return tell_many(
        "{number} place is marked. Choose what hurts there.",
        "{number} places are marked. Choose what hurts there.",
        marks,
    )


def _figures(plan: Plan) -> Iterator[str]:
    if plan.massage is None:
        yield tell("no massage")
    else:
        first = plan.massage.phases[0]
        yield shown(how_often(first.sessions_per_week))
        yield shown(minutes(first.minutes))
    if plan.load.cost_per_month:
        yield tell("{money} a month", money=money(plan.load))


def money(load: Load) -> str:
    """What a month costs, and of what where there is a budget."""
    fill = {"cost": load.cost_per_month, "currency": load.currency}
    if load.budget is None:
        return tell("{cost:,.0f} {currency}", **fill)
    return tell("{cost:,.0f} of {budget:,.0f} {currency}", budget=load.budget, **fill)


def _beside(found: Interview, plan: Plan, knowledge: Knowledge) -> str:
    """What is missing, what the state asks for, or the first thing that binds."""
    if plan.stops_everything or (not plan.clearance.may_be_handed_out and not plan.draft):
        return tell(CLEARANCE_MEANS[plan.clearance])
    missing = tell("One number is missing for a first plan: how bad.")
    return linked(
        missing if found.visit is None else "",
        _still_open(found),
        tell("over the budget") if not plan.load.within_budget else "",
        _warning(plan, knowledge),
    )


def _still_open(found: Interview) -> str:
    if not found.open_groups:
        return ""
    return tell_many(
        "{number} safety group is still open",
        "{number} safety groups are still open",
        found.open_groups,
    )


def _warning(plan: Plan, knowledge: Knowledge) -> str:
    """The first thing that the answers ask for, with the pressure that it leaves."""
    if not plan.reasons:
        return ""
    first = plan.reasons[0]
    name = reason_name(first.id, knowledge)
    pressure = plan.limits.pressure
    if pressure and first.id in plan.limits.by:
        return tell("{name}: {left}", name=name, left=PRESSURE_LEFT[pressure])
    return name


def as_html(one: Summary) -> str:
    """The line as a page takes it; every word in it is ours, and escaped all the same."""
    state = f'<span class="state">{escape(one.state)}</span>' if one.state else ""
    figures = " ".join(f"<b>{escape(figure)}</b>" for figure in one.figures)
    said = f'<span class="figures">{figures}</span>' if figures else ""
    warning = f'<span class="warning">{escape(one.warning)}</span>'
    return f'<p class="one-line" data-tone="{escape(one.tone)}">{state}{said}{warning}</p>'
