"""The dated visits of the plan: the next ones in a row, how many, how long, at what price."""

from collections.abc import Iterator

import streamlit as st

from planner.model.plan import Plan, PlannedVisit
from planner.words import say, say_many
from planner.words.terms import PHASE
from ui.parts.wording import linked
from ui.state.language import shown, tell, tell_many

NEXT = 4  # visits in sight; the others are a tap away


def draw(plan: Plan, price: float | None) -> None:
    """Nothing for a plan without visits."""
    if not plan.visits:
        return
    near = plan.visits[:NEXT]
    review = [one for one in plan.visits[NEXT:] if one.review]
    dates = "".join(f"<li>{_date(one)}</li>" for one in (*near, *review))
    name = tell("Next visits")
    st.html(f'<ol class="visits" aria-label="{name}">{dates}</ol>')
    with st.container(horizontal=True, wrap=False, vertical_alignment="center", key="visits"):
        st.markdown(linked(*_totals(plan, price)), width="stretch")
        with st.popover(
            tell("All dates"), type="tertiary", key="all-visits", on_change="rerun"
        ) as opened:
            if opened.open:
                st.markdown("\n".join(f"1. {_line(one)}" for one in plan.visits))


def _date(one: PlannedVisit) -> str:
    day = tell("{day:day}", day=one.on)
    said = tell_many("{number} minute", "{number} minutes", one.minutes)
    if one.kind == "review":
        said = tell("review, no massage")
    elif one.review:
        said = tell("{minutes}, review", minutes=said)
    return f"<b>{day}</b><span>{said}</span>"


def _line(one: PlannedVisit) -> str:
    phase = tell(PHASE[one.phase]) if one.phase else ""
    minutes = shown(say_many("{number} minute", "{number} minutes", one.minutes))
    return linked(
        tell("{day:weekday}", day=one.on),
        minutes if one.minutes else "",
        phase,
        tell("review") if one.review else "",
    )


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
