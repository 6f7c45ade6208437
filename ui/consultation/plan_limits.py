"""What binds the plan, in one line where it is drawn; by what, a tap away."""

from collections.abc import Iterable, Iterator

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import reason_name
from planner.model.ids import ReasonId
from planner.model.order import each_once
from planner.model.plan import Limits, Plan
from planner.model.vocabulary import PressureLimit
from planner.words.limits import PRESSURE_LEFT, limits_in_words
from ui.parts.wording import linked, places, plain
from ui.state.language import shown, tell


def draw(plan: Plan, knowledge: Knowledge) -> None:
    """Nothing where nothing binds."""
    words = linked(
        *(shown(one) for one in limits_in_words(plan.limits)),
        *(where for where, _ in _places(plan.limits, knowledge)),
    )
    if not words:
        return
    with st.container(
        horizontal=True, wrap=False, vertical_alignment="center", key="limits", gap="small"
    ):
        st.markdown(tell("**Limits:** {words}", words=words), width="stretch")
        with st.popover(
            tell("By what"), type="tertiary", key="limits-why", on_change="rerun"
        ) as opened:
            if opened.open:
                st.markdown("\n".join(f"- {one}" for one in _by(plan, knowledge)))


def _places(limits: Limits, knowledge: Knowledge) -> Iterator[tuple[str, list[ReasonId]]]:
    """Where less is left than elsewhere, tightest first, and by what."""
    for pressure in PressureLimit:
        here = [one for one in limits.regions if one.pressure is pressure]
        if here:
            where = places((one.region for one in here), knowledge)
            by = [reason for one in here for reason in one.by]
            yield tell("{left}: {places}", left=PRESSURE_LEFT[pressure], places=where), by


def _by(plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    """The entries that bind, in words: of the whole plan, then of places."""
    yield from _named(plan.limits.by, plan, knowledge)
    for where, by in _places(plan.limits, knowledge):
        names = tuple(_named(by, plan, knowledge))
        yield tell("{where} ({names:semicolons})", where=where, names=names)


def _named(by: Iterable[ReasonId], plan: Plan, knowledge: Knowledge) -> Iterator[str]:
    cleared = {one.id: one.cleared_by for one in plan.reasons if one.cleared_by}
    for one in each_once(by):
        name = plain(reason_name(one, knowledge))
        if one in cleared:
            yield tell("{name}: cleared by {whom}", name=name, whom=plain(cleared[one]))
        else:
            yield name
