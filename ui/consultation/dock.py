"""The plan in one line, at the bottom of every step: state, how often, minutes, money, warning."""

import streamlit as st

from planner.knowledge.names import reason_name
from planner.model.plan import Plan
from planner.visit.interview import Interview
from planner.words.limits import PRESSURE_LEFT
from planner.words.plan import how_often, minutes
from planner.words.terms import CLEARANCE
from ui.parts.wording import TONE, linked
from ui.state import session
from ui.state.language import knowledge, shown, tell, tell_many


def draw(found: Interview | None) -> None:
    """What the answers lead to so far; before a pain source, what is still missing."""
    if found is None:
        with st.container(key="says-empty"), st.container(key="dose"):
            st.markdown(_nothing_yet())
        return
    with st.container(key=f"says-{TONE[found.plan.clearance]}", horizontal=True):
        with st.container(key="state"):
            st.markdown(tell(CLEARANCE[found.plan.clearance]))
        with st.container(key="dose"):
            st.markdown(_in_short(found))


def _nothing_yet() -> str:
    """A tap on the body alone names no pain: what is missing is said."""
    marked = len(session.draft().marks)
    if not marked:
        return tell("The plan appears here after the first mark and one number.")
    return tell_many(
        "{number} place is marked. Choose what hurts there.",
        "{number} places are marked. Choose what hurts there.",
        marked,
    )


def _in_short(found: Interview) -> str:
    plan = shown(found.plan)
    beside = f":small[{linked(_warning(plan), _still_open(found))}]"
    if plan.stops_everything:
        return tell("No plan leaves the screen. Everything entered is kept.")
    if found.visit is None:
        missing = tell("One number is missing for a first plan: how bad.")
        return f"{missing}  \n{beside}"
    return f"{_dose(plan)}  \n{beside}"


def _dose(plan: Plan) -> str:
    if plan.massage is None:
        return tell("**no massage**")
    first, load = plan.massage.phases[0], plan.load
    money = {"cost": load.cost_per_month, "currency": load.currency}
    return linked(
        tell("**{often}**", often=how_often(first.sessions_per_week)),
        tell("**{minutes}**", minutes=minutes(first.minutes)),
        tell("**{cost:,.0f} {currency}** a month", **money) if load.cost_per_month else "",
    )


def _warning(plan: Plan) -> str:
    """The first thing that the answers ask for, with the pressure that it leaves."""
    if not plan.reasons:
        return ""
    first = plan.reasons[0]
    name = reason_name(first.id, knowledge())
    if plan.limits.pressure and first.id in plan.limits.by:
        return tell("{name}: {left}", name=name, left=PRESSURE_LEFT[plan.limits.pressure])
    return tell("{name}", name=name)


def _still_open(found: Interview) -> str:
    if not found.open_groups:
        return ""
    return tell_many(
        "{number} safety group is still open",
        "{number} safety groups are still open",
        found.open_groups,
    )
