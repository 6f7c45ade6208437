"""The consultation page: the conversation on the left, the plan on the right, always up to date."""

import streamlit as st

from planner.errors import IntakeError, Problem
from planner.intake import Intake
from planner.knowledge import Knowledge
from planner.plan import Plan
from planner.questions import groups
from planner.visit import first_visit
from ui import (
    banner,
    first_look,
    pain_step,
    plan_view,
    safety_step,
    session,
    severity_step,
    stop,
    wishes_step,
)
from ui.wording import plain

STEPS = {1: "Where and what", 2: "How bad", 3: "Safety", 4: "Wishes"}
STEP = session.STEP


def draw() -> None:
    """The page, from the answers alone."""
    knowledge = session.knowledge()
    intake, problems = _intake()
    plan = first_visit(intake, knowledge) if intake else None
    if plan and intake and plan.clearance in stop.STOPS:
        stop.draw(plan, intake, knowledge)
        return
    st.html("<h1 class='unseen'>Consultation</h1>")
    banner.draw(plan, intake, knowledge)
    conversation, beside = st.columns([10, 11], gap="medium")
    with conversation, st.container(key="conversation"):
        _conversation(intake, knowledge)
    with beside, st.container(key="plan" if plan else "before-the-plan"):
        for problem in problems:
            st.error(plain(str(problem)))
        _beside(plan, intake, knowledge)


def _intake() -> tuple[Intake | None, tuple[Problem, ...]]:
    """The visit as an intake, once there is a pain source; else what stands against it."""
    if not session.has_pain_source():
        return None, ()
    try:
        return session.intake(), ()
    except IntakeError as error:
        return None, error.problems


def _conversation(intake: Intake | None, knowledge: Knowledge) -> None:
    step = _step_picker(intake, knowledge)
    with st.container(key="asking"):
        _step(step, intake, knowledge)
    if step < max(STEPS):
        following = step + 1
        st.button(
            f"Next: {STEPS[following].lower()}",
            key="next",
            icon=":material/arrow_forward:",
            icon_position="right",
            on_click=_go_to,
            args=(following,),
        )


def _step(step: int, intake: Intake | None, knowledge: Knowledge) -> None:
    if step == 1:
        pain_step.draw(knowledge)
    elif step == 2:
        severity_step.draw()
    elif step == 3 and intake:
        safety_step.draw(intake, knowledge)
    elif step == 3:
        st.info("Choose a pain source first (step 1): it decides which questions are asked.")
    else:
        wishes_step.draw(knowledge)


def _step_picker(intake: Intake | None, knowledge: Knowledge) -> int:
    unanswered = sum(len(one.unanswered) for one in groups(intake, knowledge)) if intake else 0
    st.session_state.setdefault(STEP, 1)
    chosen: int = st.segmented_control(
        "Step",
        list(STEPS),
        format_func=lambda step: _named(step, unanswered),
        label_visibility="collapsed",
        required=True,
        width="stretch",
        persist_state="session",
        key=STEP,
    )
    return chosen


def _named(step: int, unanswered: int) -> str:
    waiting = f" · {unanswered}" if step == 3 and unanswered else ""
    return f"{step} {STEPS[step]}{waiting}"


def _go_to(step: int) -> None:
    st.session_state[STEP] = step


def _beside(plan: Plan | None, intake: Intake | None, knowledge: Knowledge) -> None:
    if plan is None or intake is None:
        first_look.draw()
        return
    if not session.is_scored():
        first_look.one_number_missing(_go_to)
    plan_view.draw(plan, intake, knowledge, session.is_scored())
