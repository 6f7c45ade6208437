"""The usual plans of whoever is using the app, among the records; and what was just begun from."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from planner.knowledge import load
from planner.model.errors import PlannerError
from planner.model.practice.usual_plan import UsualPlan, UsualPlans, read_usual_plans
from planner.visit.by_hand.giving_way import GaveWay, for_another_place
from planner.visit.said.usual import begun_from, kept_as
from ui.state import records_of_session, session

NAME = "templates"
LEFT_BEHIND = "left-behind"  # of the plan that was just begun from: shown until another is


def kept() -> UsualPlans:
    """All of them; none where they cannot be read."""
    try:
        text = records_of_session.records().setting(NAME).body
        return read_usual_plans(text, load().known_ids) if text else UsualPlans()
    except PlannerError:
        return UsualPlans()


def change(make: Callable[[UsualPlans], UsualPlans]) -> None:
    """Keep what this makes of them; raises PlannerError, and nothing changes."""
    records = records_of_session.records()
    seen = records.setting(NAME)
    made = make(read_usual_plans(seen.body) if seen.body else UsualPlans())
    records.put_setting(NAME, seen.revision, made.model_dump_json(exclude_unset=True))


def keep(name: str) -> None:
    """Keep the plan of the open visit under a name; raises PlannerError."""
    made = kept_as(session.draft(), name)
    change(lambda before: before.keeping(made))


def add(plans: Iterable[UsualPlan]) -> None:
    """Keep plans that came in a file, beside those there are; raises PlannerError."""
    for one in plans:
        change(partial(UsualPlans.keeping, new=one))


def begin_from(usual: UsualPlan) -> None:
    """Lay a usual plan over the open visit, as one step that can be undone."""
    begun = begun_from(session.draft(), usual, session.knowledge())
    session.keep(begun.draft)
    st.session_state[LEFT_BEHIND] = begun.elsewhere


def left_behind() -> tuple[GaveWay, ...]:
    """What of the plan just begun from is for another place."""
    return for_another_place(st.session_state.get(LEFT_BEHIND, ()), session.knowledge())
