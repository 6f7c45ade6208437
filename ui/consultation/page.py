"""The consultation page: the conversation on the left, the plan on the right, always up to date."""

from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.errors import Problem
from ui.consultation import pain_step, plan_view, wishes_step
from ui.parts import banner, client_view, first_look, steps
from ui.parts.interview import safety_step, severity_step, stop
from ui.parts.wording import plain
from ui.state import session
from ui.state.visit_text import Talk

STEPS = {1: "Where and what", 2: "How bad", 3: "Safety", 4: "Wishes"}
STEP = session.STEP
FOLLOWS = (
    "This visit looks back on an earlier plan: the Follow-up page proposes the next one from it. "
    "The plan here is made afresh from the answers."
)


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
    planned = talk is not None and session.is_scored()
    with beside, st.container(key="plan" if planned else "before-the-plan"):
        for problem in problems:
            st.error(plain(str(problem)))
        _beside(talk, knowledge)
    with conversation, st.container(key="conversation"):  # sent last: an answer shows at once
        _conversation(talk, knowledge)


def _conversation(talk: Talk | None, knowledge: Knowledge) -> None:
    step = steps.draw(STEP, STEPS, {3: banner.open_groups(talk) if talk else 0})
    with st.container(key="asking"):
        _step(step, talk, knowledge)
    steps.next_button(STEP, STEPS, step)


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


def _beside(talk: Talk | None, knowledge: Knowledge) -> None:
    if talk is None:
        first_look.draw()
        return
    if session.read("follow_up/last"):
        st.info(FOLLOWS)
    if not session.is_scored():
        first_look.one_number_missing(partial(steps.go_to, STEP))
    plan_view.draw(talk.plan, talk.intake, knowledge, session.is_scored())
