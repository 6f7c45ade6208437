"""The follow-up page: what is asked anew, step by step, and the proposal as the last step."""

from functools import partial

import streamlit as st

from planner.exports.notes.soap import VisitNote
from planner.exports.notes.visit_note import visit_note
from planner.model.between.note import About
from planner.model.errors import PlannerError
from planner.model.follow_up import FollowUp
from planner.model.plan import Plan
from planner.model.review import Review
from planner.model.visit import Visit
from planner.review import last_plan_goes_on, review, standing_of
from planner.visit.interview import Interview
from planner.visit.progress import progress
from planner.visit.said.follow_up import asked, said_there
from planner.visit.stop import stops
from planner.words import say
from ui import sessions
from ui.follow_up import proposal, verdict, what_was_done
from ui.parts import first_look, frame, handing_over, steps, visit_menu
from ui.parts.diary_panel import asking, begin, change, read_as
from ui.parts.interview import safety, severity_step, stop
from ui.parts.interview.how_far import how_far
from ui.parts.markdown import bold
from ui.state import open_diary, session
from ui.state.language import shown, tell

SAFETY, SCORES, DIARY, DONE, PROPOSAL = 1, 2, 3, 4, 5
STEPS = steps.Steps(
    session.FOLLOW_UP_STEP,
    {
        SAFETY: say("Safety"),
        SCORES: say("How bad"),
        DIARY: say("Diary"),
        DONE: say("What was done"),
        PROPOSAL: say("Proposal"),
    },
    ":material/description:",
    say("Done: the proposal"),
)
NOTHING_TO_FOLLOW = say("""
**A follow-up looks back on a plan.** Open the client on the Clients page and choose
“Begin the review”. Here you then ask the short safety screen, the scores and what was done,
read the diary, and see what the review proposes for the next plan. You decide.
""")


def draw() -> None:
    """The page, from the answers, the diary and the last plan."""
    found = session.interview()
    try:
        last = session.last_plan()
    except PlannerError as error:
        _told(error)
        return
    if last is None or found is None:
        st.title(tell("Follow-up"), anchor=False)
        st.info(tell(NOTHING_TO_FOLLOW))
    else:
        _conversation(found, last)


def _told(error: PlannerError) -> None:
    for problem in shown(error.problems):
        st.error(str(problem))


def _conversation(found: Interview, last: Plan) -> None:
    st.html(f"<h1 class='unseen'>{tell('Follow-up')}</h1>")
    frame.opens_at_a_stop(STEPS, SAFETY, stops(found))
    with frame.drawn():
        steps.draw(STEPS, _done(found), {SAFETY: how_far(found)})
        with frame.step(STEPS):
            _step(STEPS.now, found, last)
        with frame.dock():
            _looking_back(found, last)
            with frame.goes(STEPS):
                pass


def _done(found: Interview) -> dict[int, bool]:
    how = progress(found)
    brought = not open_diary.opened().is_blank
    return {SAFETY: how.safety, SCORES: how.how_bad, DIARY: brought}


def _looking_back(found: Interview, last: Plan) -> None:
    label = found.draft.client.label or tell(visit_menu.UNNAMED)
    with st.container(key="says-empty"), st.container(key="dose"):
        st.markdown(tell("{label} · looking back on the plan of {day}", label=label, day=last.on))


def _step(step: int, found: Interview, last: Plan) -> None:
    if step == SCORES:
        severity_step.draw()
    elif step == DIARY:
        _diary()
    elif step == DONE:
        what_was_done.draw(last)
    elif step == SAFETY:
        safety.draw(found)
    elif stops(found):
        stop.draw(found, session.knowledge())
    else:
        with st.container(key="plan"):
            _proposal(found, last)


def _diary() -> None:
    """The diary in short: bring it, answer what it leaves open; the rest is on its own page."""
    if open_diary.opened().is_blank:
        begin.upload()
        st.caption(tell("A diary kept here, samples and papers to fill in: on the Diary page."))
        return
    reading = open_diary.reading()
    name = open_diary.opened().name or tell("Days written here")
    st.markdown(bold(name))
    asking.draw(reading)
    if reading.days:
        change.course_of(reading)
    read_as.folded(reading)
    st.button(tell("Put it away"), key="close-diary", on_click=open_diary.close)


def _proposal(found: Interview, last: Plan) -> None:
    if found.visit is None:
        first_look.one_number_missing(partial(STEPS.go_to, SCORES))
    else:
        _review(found, found.visit, last)


def _review(found: Interview, visit: Visit, last: Plan) -> None:
    knowledge = session.knowledge()
    try:
        facts = sessions.fed(asked(visit, knowledge), last)
        diary = open_diary.result(last.began)
        standing = standing_of(last, diary, facts, knowledge, intake=visit)
        proposed = review(standing)
    except PlannerError as error:
        _told(error)
        return
    decided_on = session.plan()
    if decided_on and handing_over.is_open():
        verdict.hand_over(proposed, found, decided_on)
        return
    proposal.draw(shown(proposed))
    verdict.draw(proposed, partial(last_plan_goes_on, standing), found)
    sessions.note_of_visit(partial(_note, proposed, facts, visit), About.REVIEW, _as_it_was(visit))


def _note(proposed: Review, facts: FollowUp, visit: Visit) -> VisitNote:
    verdict = said_there(visit).verdict
    return visit_note(proposed, facts, session.knowledge(), verdict, visit.assessment)


def _as_it_was(visit: Visit) -> str:
    """The note as it was changed by hand in an edition that kept it within the visit."""
    return said_there(visit).note or ""
