"""The follow-up page: the conversation on the left, the proposal on the right."""

from functools import partial

import streamlit as st

from planner.model.errors import PlannerError
from planner.model.plan import Plan
from planner.review import last_plan_goes_on
from planner.visit.main_line import follow_up
from ui.follow_up import note, proposal, verdict, what_was_done
from ui.parts import banner, first_look, steps
from ui.parts.diary_panel import asking, begin, change
from ui.parts.interview import safety_step, severity_step, stop
from ui.parts.wording import day, plain
from ui.state import follow_up_facts, open_diary, session
from ui.state.visit_text import Talk

STEP = session.FOLLOW_UP_STEP
STEPS = {1: "Safety", 2: "How bad", 3: "Diary", 4: "What was done"}
NOTHING_TO_FOLLOW = """
**A follow-up looks back on a plan.** Open the client on the Clients page and choose
“New visit from the last”. Here you then ask the short safety screen, the scores and what was done,
read the diary, and see what the review proposes for the next plan. You decide.
"""


def draw() -> None:
    """The page, from the answers, the diary and the last plan."""
    last = session.last_plan()
    talk, _ = session.talk()
    if last is None or talk is None:
        st.title("Follow-up", anchor=False)
        st.info(NOTHING_TO_FOLLOW)
    elif talk.plan.clearance in stop.STOPS:
        stop.draw(talk.plan, talk.intake, session.knowledge())
    else:
        _both_halves(talk, last)


def _both_halves(talk: Talk, last: Plan) -> None:
    st.html("<h1 class='unseen'>Follow-up</h1>")
    label = plain(talk.intake.client.label)
    st.caption(f"{label} · looking back on the plan of {day(last.on)}")
    conversation, beside = st.columns([10, 11], gap="medium")
    with conversation, st.container(key="conversation"):
        step = steps.draw(STEP, STEPS, {1: banner.open_groups(talk)})
        with st.container(key="asking"):
            _step(step, talk, last)
        steps.next_button(STEP, STEPS, step)
    with beside, st.container(key="plan"):
        _beside(talk, last)


def _step(step: int, talk: Talk, last: Plan) -> None:
    if step == 1:
        safety_step.draw(talk.asked, session.knowledge())
    elif step == 2:
        severity_step.draw()
    elif step == 3:
        _diary()
    else:
        what_was_done.draw(last)


def _diary() -> None:
    """The diary in short: bring it, answer what it leaves open; the rest is on its own page."""
    if open_diary.opened().is_blank:
        begin.upload()
        st.caption("A diary kept here, samples and papers to fill in: on the Diary page.")
        return
    reading = open_diary.reading()
    st.markdown(f"**{plain(open_diary.opened().name or 'Days written here')}**")
    asking.draw(reading)
    if reading.days:
        change.course_of(reading)
    asking.accounts(reading)
    st.button("Put it away", key="close-diary", on_click=open_diary.close)


def _beside(talk: Talk, last: Plan) -> None:
    if not session.is_scored():
        first_look.one_number_missing(partial(steps.go_to, STEP))
        return
    knowledge = session.knowledge()
    try:
        asked = follow_up_facts.asked(talk.intake)
        made = (last, open_diary.result(last.began), asked, knowledge)
        found = follow_up(*made, started=last.began, intake=talk.intake)
    except PlannerError as error:
        for problem in error.problems:
            st.error(plain(str(problem)))
        return
    proposal.draw(found)
    goes_on = partial(last_plan_goes_on, *made, started=last.began, intake=talk.intake)
    verdict.draw(found, goes_on, talk)
    note.draw(found, asked, verdict.given())
