"""The open visit: one key of the session, a visit as JSON text, read and written only here.

Every change goes to the disk before it is drawn (`ui/state/autosave.py`).
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec

import streamlit as st

from planner.model.errors import PlannerError, Problem
from planner.model.plan import Plan
from planner.model.practice import NOT_SET
from planner.model.visit import Draft
from planner.visit.draft import begun, belonging_to, changed, to_save
from planner.visit.handing_out import handed_out
from planner.visit.interview import Interview
from planner.visit.kept.visit_file import read_visit_file
from records import File
from ui.state import autosave, beside, clock, practice
from ui.state.kept_visits import (
    draft_of,
    interview_of,
    knowledge,
    last_plan_of,
    plan_of,
    summary_of,
)

KEY = "visit"
STEP = "step"  # which step and which group stand open: forgotten with the visit, nothing is lost
FACE = "what-was-told-or-found"  # of the first step
TOLD, FOUND = "told", "found"
OPEN_GROUP = "open-group"
SAFETY = "safety-step"  # what only the screen remembers of it
GO = "go-to-page"
DIARY = "open-diary"
FOLLOW_UP_STEP = "follow-up-step"
REFUSED = "refused-change"
LEFT = "left-the-screen"
PAPERS = "papers-on-their-way"
STOPPED = "was-stopped"
DRAWN_BEFORE = "drawn-before"  # this session has drawn a whole page
ON_SHOW = "steps-on-show"  # the steps of which page
HANDING_OVER = "handing-over"  # on which of them the papers stand in the place of the step

P = ParamSpec("P")

__all__ = ["KEY", "OPEN_GROUP", "STEP", "knowledge"]


def text() -> str:
    """The open visit, as it is kept; at first one that begins with what the practice sets."""
    if KEY not in st.session_state:
        st.session_state[KEY] = begun(clock.today(), practice.now()).as_text
    return str(st.session_state[KEY])


def draft() -> Draft:
    """The open visit."""
    return draft_of(text())


def keep(made: Draft) -> None:
    """Make this the open visit, on the disk before it is on the screen."""
    if made != draft():
        st.session_state[KEY] = made.as_text
        _save()


def _save() -> None:
    """Keep the visit, which says from the first time on whose it is; a sample is nobody's."""
    if not autosave.is_only_looked_at():
        st.session_state[KEY] = belonging_to(draft(), autosave.whose()).as_text
    whose = draft().client.id
    autosave.save(text(), beside.summary(text()), knowledge().review.version, whose)


def change(make: Callable[Concatenate[Draft, P], Draft], *said: P.args, **more: P.kwargs) -> None:
    """Keep what this makes of the open visit; what cannot be kept is told, and nothing changes."""
    try:
        keep(changed(draft(), make, *said, **more))
    except PlannerError as error:
        st.session_state[REFUSED] = error.problems


def refused() -> tuple[Problem, ...]:
    """Why the last change was not kept; told once."""
    found: tuple[Problem, ...] = st.session_state.pop(REFUSED, ())
    return found


def was_refused() -> bool:
    """Whether the last change could not be kept, and that has not been told yet."""
    return REFUSED in st.session_state


def on_its_way() -> list[Plan]:
    """Where a document, made in another thread, says which plan has left the screen with it."""
    found: list[Plan] = st.session_state.setdefault(LEFT, [])
    return found


def papers_on_their_way() -> list[File]:
    """Where a document, made in another thread, leaves itself to be kept as it was."""
    found: list[File] = st.session_state.setdefault(PAPERS, [])
    return found


def note_what_left() -> None:
    """Keep the plan and the papers that left the screen since this was last called.

    To be called before another visit takes its place. (A download that began a run of its own
    would take the next document away from a quick hand.)
    """
    left = on_its_way()
    if left:
        latest = left[-1]
        left.clear()
        change(handed_out, latest)
    papers = papers_on_their_way()
    autosave.keep_papers(tuple(papers))
    papers.clear()


def resume() -> None:
    """Show the visit that the address names, when this session has none yet."""
    if KEY not in st.session_state:
        _show_kept(autosave.from_address())


def open_kept(token: str) -> bool:
    """Open a visit from the disk; False, with a word on the screen, when it cannot be."""
    note_what_left()
    if not _show_kept(autosave.open_visit(token)):
        return False
    _begin_at_the_beginning()
    return True


def takes_what_the_disk_has() -> bool:
    """Whether a page of a session before this one may show what never reached the disk."""
    return DRAWN_BEFORE not in st.session_state and autosave.place() is not None


def _show_kept(body: str | None) -> bool:
    """Show a text from the disk; one that is no visit is told, and the screen stays."""
    if body is None:
        return False
    try:
        draft_of(body)
    except PlannerError as error:
        autosave.put_away()
        autosave.tell(error)
        return False
    st.session_state[KEY] = belonging_to(draft_of(body), autosave.whose()).as_text
    return True


def begin_next(client: str, made: Draft) -> None:
    """Begin another visit of a client."""
    note_what_left()
    st.session_state[KEY] = belonging_to(made, client).as_text
    facts = summary_of(text(), beside.of(client))
    autosave.begin_next(client, text(), facts, knowledge().review.version)
    _begin_at_the_beginning()


def face() -> str:
    """Which side of the first step stands open: what was told, or what was found."""
    return str(st.session_state.get(FACE, TOLD))


def show_face(side: str) -> None:
    """Turn the first step to one of its sides."""
    st.session_state[FACE] = side


def go_to(page: str) -> None:
    """Turn to another page once this click is over."""
    st.session_state[GO] = page


def keep_mine() -> None:
    """Of two versions of the visit, keep the one on this screen."""
    autosave.overrule(text(), beside.summary(text()), knowledge().review.version)


def take_other() -> None:
    """Of two versions of the visit, take the one that is on the disk."""
    both = autosave.conflict()
    if both:
        with autosave.trouble_told():
            other = beside.summary(both.stored.body)
            mine = beside.summary(text())
            st.session_state[KEY] = autosave.give_way(
                text(), mine, other, knowledge().review.version
            )


def keep_again() -> None:
    """Try once more to keep what is on the screen."""
    _save()


def begin_anew() -> None:
    """Put the open visit away and begin one anew, with what the practice sets for every visit."""
    note_what_left()
    autosave.put_away()
    usual = practice.now()
    if usual == NOT_SET:
        usual = NOT_SET.replaced(locale=draft().locale)
    st.session_state[KEY] = begun(clock.today(), usual).as_text
    _begin_at_the_beginning()


def renew_untouched() -> None:
    """A visit of which nothing was said or kept begins once more, with what the practice sets."""
    if not (autosave.place() or autosave.is_only_looked_at() or autosave.trouble()):
        st.session_state.pop(KEY, None)


def _begin_at_the_beginning() -> None:
    st.session_state[STEP] = 1
    st.session_state[FOLLOW_UP_STEP] = 1
    for key in (OPEN_GROUP, SAFETY, DIARY, STOPPED, FACE, HANDING_OVER):
        st.session_state.pop(key, None)


def open_file(content: bytes, sample: bool = False) -> tuple[Problem, ...]:
    """Make a visit file the open visit; empty when it was opened, else every problem in it.

    A sample is for looking: it is not kept.
    """
    try:
        found = read_visit_file(content, knowledge())
    except PlannerError as error:
        return error.problems
    begin_anew()
    if sample:
        autosave.only_look()
    keep(found)
    return ()


def has_pain_source() -> bool:
    """Whether at least one pain source is chosen, so that there is somebody to ask about."""
    return bool(draft().pain)


def interview() -> Interview | None:
    """The interview, once there is a pain source."""
    return interview_of(text())


def plan() -> Plan | None:
    """The plan in force at this visit; None while there is none."""
    return plan_of(text())


def last_plan() -> Plan | None:
    """The plan this visit looks back on; None at a first visit. Raises PlanError."""
    return last_plan_of(text())


def as_file() -> str:
    """The open visit as a file, easy to read for a person."""
    return to_save(draft()).model_dump_json(indent=2, exclude_unset=True)
