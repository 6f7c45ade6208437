"""The consultation page: the steps on top, one step over the whole width, the plan in the dock."""

from functools import partial

import streamlit as st

from planner.exports.notes.first_note import first_note
from planner.knowledge import Knowledge
from planner.model.between.note import About
from planner.model.plan import Plan
from planner.visit.interview import Interview
from planner.visit.progress import progress
from planner.visit.said.follow_up import said_there
from planner.visit.stop import stops
from planner.words import say
from ui import paper_entry, sessions
from ui.consultation import (
    found_step,
    pain_step,
    plan_places,
    plan_step,
    reasons,
    usual_plans,
    wishes_step,
)
from ui.parts import first_look, frame, handing_over, steps, visit_menu
from ui.parts.interview import beforehand, safety, severity_step, sign_again, stop
from ui.parts.interview.how_far import how_far
from ui.state import language, session
from ui.state.language import tell

PAIN, SCORES, SAFETY, WISHES, PLAN = 1, 2, 3, 4, 5
STEPS = steps.Steps(
    session.STEP,
    {
        PAIN: say("Where and what"),
        SCORES: say("How bad"),
        SAFETY: say("Safety"),
        WISHES: say("Wishes"),
        PLAN: say("Plan"),
    },
    ":material/description:",
    say("Done: the plan"),
)
BESIDE_THE_PLAN = (PAIN, SCORES, WISHES)  # safety, and what was found, have the whole width
FOLLOWS = say(
    "This visit looks back on an earlier plan: the Follow-up page proposes the next one from it. "
    "The plan here is made afresh from the answers."
)
DECIDED = say(
    "The plan below is made afresh from the answers. What the client sees and what goes on paper "
    "is the plan that you decided on, on the Follow-up page."
)
LAPSED = say(
    "The plan that you decided on no longer holds, so no plan leaves the screen. Decide again on "
    "the Follow-up page."
)


def draw() -> None:
    """The page, from the answers alone."""
    knowledge = session.knowledge()
    found = session.interview()
    st.html(f"<h1 class='unseen'>{tell('Consultation')}</h1>")
    visit_menu.draw(_what_you_found)
    frame.opens_at_a_stop(STEPS, SAFETY, found is not None and stops(found))
    with frame.drawn():
        steps.draw(STEPS, _done(found), {SAFETY: how_far(found)})
        with st.container(key="open-step"):
            with frame.step(STEPS):
                leaving = plan_places.to_hand_over(found)
                if found and leaving and handing_over.is_open():
                    _hand_over(leaving, found, knowledge)
                else:
                    _step(STEPS.now, found, knowledge)
            if STEPS.now in BESIDE_THE_PLAN and not (STEPS.now == PAIN and _shows_found()):
                with st.container(key="in-short"):
                    plan_places.in_short()
        with frame.dock():
            plan_places.in_one_line()
            with frame.goes(STEPS):
                if STEPS.now == PLAN and not handing_over.is_open():
                    plan_places.ways_out(found)


def _shows_found() -> bool:
    return session.face() == session.FOUND and pain_step.may_be_looked_at()


def _what_you_found() -> None:
    """In reach from every step, once there is something to look at."""
    if pain_step.may_be_looked_at() and not (STEPS.now == PAIN and _shows_found()):
        st.button(
            tell("What you found"),
            key="what-you-found",
            type="tertiary",
            icon=":material/pan_tool_alt:",
            on_click=_look,
        )


def _look() -> None:
    session.show_face(session.FOUND)
    STEPS.go_to(PAIN)


def _done(found: Interview | None) -> dict[int, bool]:
    return dict(zip((PAIN, SCORES, SAFETY, WISHES), progress(found), strict=True))


def _step(step: int, found: Interview | None, knowledge: Knowledge) -> None:
    if step == PAIN and _shows_found():
        found_step.draw()
    elif step == PAIN:
        pain_step.draw(language.knowledge())
    elif step == SCORES:
        severity_step.draw()
    elif step == WISHES:
        wishes_step.draw(found, language.knowledge())
    elif found is None:
        first_look.no_pain_source(partial(STEPS.go_to, PAIN))
    elif step == SAFETY and not stops(found) and paper_entry.is_open():
        paper_entry.draw()
    elif step == SAFETY:
        safety.draw(found)
        if not stops(found):
            beforehand.offer()
    elif stops(found):
        stop.draw(found, knowledge)
    else:
        _plan(found, knowledge)


def _hand_over(plan: Plan, found: Interview, knowledge: Knowledge) -> None:
    consent = sessions.consent_given()
    of = handing_over.Made(plan, found.draft, knowledge, consent)
    handing_over.draw(plan, handing_over.of_plan(of))


def _plan(found: Interview, knowledge: Knowledge) -> None:
    with st.container(key="plan"):
        if said_there(found.draft).last:
            _what_leaves(found)
        if not found.visit:
            first_look.one_number_missing(partial(STEPS.go_to, SCORES))
        may_go = found.plan.draft or found.plan.clearance.may_be_handed_out
        parts = (plan_step.draw, partial(usual_plans.draw, found), partial(_reasons, found))
        for draw in parts[:: 1 if may_go else -1]:
            draw()
        sign_again.after_the_session()
        if found.visit and not said_there(found.draft).last and may_go and not found.plan.draft:
            made = partial(first_note, found.plan, found.draft, knowledge)
            sessions.note_of_visit(made, About.FIRST_VISIT)


def _what_leaves(found: Interview) -> None:
    """Which plan leaves this page at a later visit."""
    if session.plan() is None and found.visit:
        st.warning(tell(LAPSED))
    else:
        st.info(tell(DECIDED if said_there(found.draft).plan else FOLLOWS))


def _reasons(found: Interview) -> None:
    """What the answers ask for, in full: under the plan, or before it where it is all there is."""
    if found.plan.reasons:
        title = tell("What the answers ask for")
        st.html(f"<h2>{title}</h2>")
        reasons.draw(found, language.knowledge())
