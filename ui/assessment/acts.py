"""What was tapped in the assessment, put into the visit: on the disk before anything is drawn."""

from planner.model.assessment import Easing, Extent, FoundBy
from planner.model.vocabulary import Activity
from planner.visit.said import assessment
from ui.state import redrawn, session
from ui.tapped import Act


def done(act: Act) -> None:
    """Keep what was tapped, then draw again what shows it."""
    before = redrawn.frame()
    DO[act["kind"]](act)
    redrawn.draw_anew(before)


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


DO = {
    "found": _found,
    "star": _star,
    "after": _after,
    "stir": _stir,
    "provokes": _provokes,
    "eases": _eases,
    "notes": _notes,
}
