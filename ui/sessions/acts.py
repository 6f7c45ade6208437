"""What was tapped on a session, kept before anything is drawn: on the disk when the tap returns."""

from collections.abc import Callable
from dataclasses import replace

from planner.model.between.session import ConsentToday, Session
from planner.model.follow_up import AfterLastTime
from planner.model.ids import RegionId
from planner.model.vocabulary import Answer, Pressure, Technique
from planner.visit.between import logging
from records import Conflict
from ui.sessions import kept, place
from ui.sessions.kept import Kept
from ui.sessions.place import Open
from ui.state import autosave
from ui.tapped import Act

WORDS = {"after_last_time": AfterLastTime, "news": Answer, "consent": ConsentToday}
Change = Callable[[Session, Act], Session]


def done(act: Act) -> None:
    """Keep what was tapped; what cannot be kept is told, and nothing changes."""
    there = place.now()
    if there is None:
        return
    with autosave.trouble_told():
        keep(there, lambda of: DO[act["kind"]](of, act))


def done_as_planned(there: Open) -> None:
    """Keep a session that went as the plan has it."""
    with autosave.trouble_told():
        keep(there, lambda of: of)


def keep(there: Open, change: Callable[[Session], Session]) -> None:
    """Keep a session as a change leaves it; the first tap enters it."""
    before = stored(there)
    if before:
        kept.change(before, change(before.value))
        place.show(replace(there, token=before.token))
        return
    made = begun(there)
    if made is None:
        return
    try:
        token = kept.enter_session(there.client, change(made))
    except Conflict:  # entered between looking and entering: it is the day's, if it can be read
        if stored(there) is None:
            raise
        keep(there, change)
    else:
        place.show(replace(there, token=token))


def stored(there: Open) -> Kept[Session] | None:
    """The session as it is kept; None before the first tap.

    What was opened before anything was kept is the session of its day, whoever entered that since:
    a tap made on a page that was drawn before, or the same day in another window. A consent has
    no session.
    """
    if there.view == "consent" and not there.token:
        return None
    every = kept.sessions(there.client)
    if there.token:
        return next((one for one in every if one.token == there.token), None)
    return next((one for one in every if one.value.on == there.on), None)


def begun(there: Open) -> Session | None:
    """A session of the day as the plan has it; None where the client has no plan."""
    of = kept.plan_for(there.client)
    return logging.as_planned(of, there.on) if of else None


def _put(of: Session, act: Act) -> Session:
    part, value = act["part"], act["value"]
    words = WORDS.get(part)
    return logging.put(of, part, words(value) if words and value is not None else value)


def _rate(of: Session, act: Act) -> Session:
    return logging.rated(of, act["when"], act["value"])


def _line(of: Session, act: Act) -> Session:
    technique = Technique(act["id"])
    if not act["on"]:
        return logging.not_done(of, technique)
    there = place.now()
    plan = kept.plan_for(there.client, of) if there else None
    line = logging.line_of(technique, plan.plan) if plan else None
    return logging.done(of, line) if line else of


def _firm(of: Session, act: Act) -> Session:
    return logging.how_firm(of, Technique(act["id"]), Pressure(act["pressure"]))


def _where(of: Session, act: Act) -> Session:
    return logging.where(of, Technique(act["id"]), RegionId(act["region"]), on=act["on"])


def _nothing(of: Session, _: Act) -> Session:
    return logging.nothing_done(of)


DO: dict[str, Change] = {
    "put": _put,
    "rate": _rate,
    "line": _line,
    "firm": _firm,
    "where": _where,
    "nothing": _nothing,
}
