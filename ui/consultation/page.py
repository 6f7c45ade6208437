"""The consultation page: the conversation on the left, the plan on the right, always up to date."""

from functools import partial

import streamlit as st

from planner.knowledge import Knowledge
from planner.visit.interview import Interview
from planner.visit.said.follow_up import said_there
from planner.visit.stop import stops
from planner.words import say
from ui.consultation import pain_step, plan_view, wishes_step
from ui.parts import banner, client_view, first_look, steps
from ui.parts.interview import safety_step, severity_step, stop
from ui.parts.wording import plain
from ui.state import language, session
from ui.state.language import shown, tell

PAIN, SCORES, SAFETY, WISHES = 1, 2, 3, 4
STEPS = {
    PAIN: say("Where and what"),
    SCORES: say("How bad"),
    SAFETY: say("Safety"),
    WISHES: say("Wishes"),
}
STEP = session.STEP
FOLLOWS = say(
    "This visit looks back on an earlier plan: the Follow-up page proposes the next one from it. "
    "The plan here is made afresh from the answers."
)


def draw() -> None:
    """The page, from the answers alone."""
    knowledge = session.knowledge()
    found = session.interview()
    if found and stops(found):
        stop.draw(found, knowledge)
    elif found and client_view.is_on() and found.is_finished:
        client_view.draw(found.plan, knowledge)
    else:
        _both_halves(found, knowledge)


def _both_halves(found: Interview | None, knowledge: Knowledge) -> None:
    st.html(f"<h1 class='unseen'>{tell('Consultation')}</h1>")
    banner.draw(found, knowledge)
    conversation, beside = st.columns([10, 11], gap="medium")
    planned = found is not None and found.visit is not None
    with beside, st.container(key="plan" if planned else "before-the-plan"):
        for problem in shown(session.refused()):
            st.error(plain(str(problem)))
        _beside(found)
    with conversation, st.container(key="conversation"):  # sent last: an answer shows at once
        _conversation(found)


def _conversation(found: Interview | None) -> None:
    step = steps.draw(STEP, STEPS, {SAFETY: found.open_groups if found else 0})
    with st.container(key="asking"):
        _step(step, found)
    steps.next_button(STEP, STEPS, step)


def _step(step: int, found: Interview | None) -> None:
    if step == PAIN:
        pain_step.draw(language.knowledge())
    elif step == SCORES:
        severity_step.draw()
    elif step == SAFETY and found:
        safety_step.draw(shown(found.asked), language.knowledge())
    elif step == SAFETY:
        st.info(tell("Choose a pain source first (step 1): it decides which questions are asked."))
    else:
        wishes_step.draw(language.knowledge())


def _beside(found: Interview | None) -> None:
    if found is None:
        first_look.draw()
        return
    if said_there(found.draft).last:
        st.info(tell(FOLLOWS))
    if not found.visit:
        first_look.one_number_missing(partial(steps.go_to, STEP))
    plan_view.draw(found, language.knowledge())
