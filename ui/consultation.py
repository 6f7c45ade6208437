"""The consultation page: the conversation on the left, the plan on the right, always up to date."""

import streamlit as st

from planner.errors import Problem
from planner.knowledge import Knowledge
from ui import (
    banner,
    client_view,
    first_look,
    pain_step,
    plan_view,
    safety_step,
    session,
    severity_step,
    stop,
    wishes_step,
)
from ui.visit_text import Talk
from ui.wording import plain

STEPS = {1: "Where and what", 2: "How bad", 3: "Safety", 4: "Wishes"}
STEP = session.STEP
NEXT_KEY = "N"


def draw() -> None:
    """The page, from the answers alone."""
    knowledge = session.knowledge()
    talk, problems = session.talk()
    if talk and talk.plan.clearance in stop.STOPS:
        stop.draw(talk.plan, talk.intake, knowledge)
    elif talk and client_view.is_on() and banner.is_finished(talk.plan):
        client_view.draw(talk.plan, knowledge)
    else:
        _both_halves(talk, problems, knowledge)


def _both_halves(talk: Talk | None, problems: tuple[Problem, ...], knowledge: Knowledge) -> None:
    st.html("<h1 class='unseen'>Consultation</h1>")
    banner.draw(talk, knowledge)
    conversation, beside = st.columns([10, 11], gap="medium")
    with conversation, st.container(key="conversation"):
        _conversation(talk, knowledge)
    planned = talk is not None and session.is_scored()
    with beside, st.container(key="plan" if planned else "before-the-plan"):
        for problem in problems:
            st.error(plain(str(problem)))
        _beside(talk, knowledge)


def _conversation(talk: Talk | None, knowledge: Knowledge) -> None:
    step = _steps(talk)
    with st.container(key="asking"):
        _step(step, talk, knowledge)
    if step < max(STEPS):
        following = step + 1
        st.button(
            f"Next: {STEPS[following].lower()}",
            key="next",
            shortcut=NEXT_KEY,
            icon=":material/arrow_forward:",
            icon_position="right",
            on_click=_go_to,
            args=(following,),
        )


def _step(step: int, talk: Talk | None, knowledge: Knowledge) -> None:
    if step == 1:
        pain_step.draw(knowledge)
    elif step == 2:
        severity_step.draw()
    elif step == 3 and talk:
        safety_step.draw(talk.asked, knowledge)
    elif step == 3:
        st.info("Choose a pain source first (step 1): it decides which questions are asked.")
    else:
        wishes_step.draw(knowledge)


def _steps(talk: Talk | None) -> int:
    """The four steps as buttons, each with its number as its key; the one that stands open."""
    waiting = banner.open_groups(talk) if talk else 0
    now: int = st.session_state.setdefault(STEP, 1)
    with st.container(horizontal=True, wrap=False, gap="xxsmall", key="steps"):
        for step in STEPS:
            st.button(
                _named(step, waiting),
                key=f"step-{step}",
                type="primary" if step == now else "secondary",
                width="stretch",
                shortcut=str(step),
                on_click=_go_to,
                args=(step,),
            )
    return now


def _named(step: int, waiting: int) -> str:
    """A step's name; the number of its groups that wait goes with the safety step."""
    return f"{STEPS[step]} · {waiting}" if step == 3 and waiting else STEPS[step]


def _go_to(step: int) -> None:
    st.session_state[STEP] = step


def _beside(talk: Talk | None, knowledge: Knowledge) -> None:
    if talk is None:
        first_look.draw()
        return
    if not session.is_scored():
        first_look.one_number_missing(_go_to)
    plan_view.draw(talk.plan, talk.intake, knowledge, session.is_scored())
