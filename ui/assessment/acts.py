"""What was tapped in the assessment, put into the visit: on the disk before anything is drawn."""

import streamlit as st

from planner.model.assessment import Easing, Extent, FoundBy
from planner.model.vocabulary import Activity
from planner.visit.said import assessment
from ui.state import session
from ui.tapped import Act

OPEN = "looked-at"  # which pain source is looked at


def done(act: Act) -> None:
    """Keep what was tapped."""
    DO[act["kind"]](act)


def _found(act: Act) -> None:
    part, value = act["part"], act["value"]
    said = Extent(value) if part == "extent" and value is not None else value
    what = FoundBy.TEST if act["test"] else FoundBy.MOVEMENT
    session.change(assessment.found, what, act["name"], part, said)


def _star(act: Act) -> None:
    session.change(assessment.starred, act["name"])


def _after(act: Act) -> None:
    session.change(assessment.after_session, act["value"])


def _stir(act: Act) -> None:
    session.change(assessment.stirred, act["part"], act["value"])


def _provokes(act: Act) -> None:
    session.change(assessment.brings_on, Activity(act["id"]), act["on"])


def _eases(act: Act) -> None:
    session.change(assessment.eases, Easing(act["id"]), act["on"])


def _notes(act: Act) -> None:
    session.change(assessment.noted, act["words"])


def _turn(act: Act) -> None:
    session.show_face(act["face"])


def _source(act: Act) -> None:
    st.session_state[OPEN] = act["id"]


def open_source() -> str:
    """The pain source that stands open; another one's id where that is gone."""
    return str(st.session_state.get(OPEN, ""))


DO = {
    "source": _source,
    "turn": _turn,
    "found": _found,
    "star": _star,
    "after": _after,
    "stir": _stir,
    "provokes": _provokes,
    "eases": _eases,
    "notes": _notes,
}
