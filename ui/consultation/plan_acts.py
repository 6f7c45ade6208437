"""What the hand does to the plan: values set, a line said otherwise, out, in, moved; undo."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from planner.model.errors import PlannerError
from planner.model.ids import LineId, RegionId
from planner.model.visit import Draft
from planner.model.vocabulary import Change, Intensity, Level, Pressure
from planner.visit.by_hand.swapping import cannot_stand
from planner.visit.draft import changed
from planner.visit.said import edits
from ui.consultation import plan_own_task
from ui.plan_sheet import component
from ui.plan_sheet.lines import times
from ui.state import session
from ui.state.kept_visits import interview_of
from ui.state.language import refusal, shown

REFUSED = "refused-edit"
Said = Mapping[str, Any]
Make = Callable[[Draft], Draft]
READ: Mapping[str, Callable[[Any], Any]] = {
    "pressure": Pressure,
    "level": Level,
    "regions": lambda regions: tuple(map(RegionId, regions)),
    "sessions_per_week": float,
}


def do(said: Said) -> None:
    """Do what the browser asks; what it does not know of is nothing.

    What was handed out before is noted first, so that what comes now is marked as changed.
    """
    session.note_what_left()
    act = ACTS.get(str(said.get("act")))
    if act:
        act(said)


def why_not() -> str:
    """Why the last act changed nothing; told once."""
    return str(st.session_state.pop(REFUSED, ""))


def _edit(make: Make) -> None:
    """Change the visit; what cannot be kept is told at the plan, and nothing changes."""
    try:
        session.keep(changed(session.draft(), make))
    except PlannerError as error:
        st.session_state[REFUSED] = refusal(error)


def _line(said: Said, name: str = "line") -> LineId:
    return LineId(str(said.get(name)))


def _set(said: Said) -> None:
    """Values as the browser has them: numbers, and words of closed lists."""
    if times.is_of_times(_line(said)):
        _set_time(said)
        return
    try:
        values = {name: READ.get(name, int)(value) for name, value in said["values"].items()}
    except (KeyError, TypeError, ValueError):
        return
    _edit(lambda draft: edits.set_values(draft, _line(said), **values))


def _set_time(said: Said) -> None:
    """The hour or the minute of every visit, or of one; none takes the time back."""
    found = session.interview()
    if found is None:
        return
    try:
        values = {name: int(value) for name, value in said.get("values", {}).items()}
        made = times.with_time(session.draft(), _line(said), found.plan, **values)
    except (TypeError, ValueError):
        return
    _edit(lambda _: made)


def _reword(said: Said) -> None:
    words = str(said.get("words", ""))
    _edit(lambda draft: edits.edited(draft, _line(said), Change.REWORD, words))


def _remove(said: Said) -> None:
    _edit(lambda draft: edits.edited(draft, _line(said), Change.REMOVE))


def _put_in(said: Said) -> None:
    line, words = _line(said), str(said.get("words", ""))
    _if_it_comes(line, lambda draft: edits.edited(draft, line, Change.ADD, words))


def _swap(said: Said) -> None:
    other = _line(said, "other")
    _if_it_comes(other, lambda draft: edits.replaced(draft, _line(said), other))


def _own(said: Said) -> None:
    """A task of the therapist's own, new or said otherwise; it stands open once it is there."""
    try:
        made = plan_own_task.made_of(said, session.draft())
    except PlannerError as error:
        st.session_state[REFUSED] = refusal(error)
        return
    _if_it_comes(made.line, lambda draft: edits.with_own(draft, made.own, made.line))


def _if_it_comes(line: LineId, make: Make) -> None:
    """Change the plan where the line then stands in it; else say why not, and leave it."""
    refused = _refused(line, make)
    if refused:
        st.session_state[REFUSED] = refused
    else:
        _edit(make)
        component.open_line(line)


def _refused(line: LineId, make: Make) -> str | None:
    try:
        after = changed(session.draft(), make)
        return shown(cannot_stand(interview_of(after.as_text), line, session.knowledge()))
    except PlannerError as error:
        return refusal(error)


def _move(said: Said) -> None:
    before = _line(said, "before") if said.get("before") else None
    _edit(lambda draft: edits.moved(draft, _line(said), before))


def _undo_line(said: Said) -> None:
    _edit(lambda draft: edits.undone(draft, _line(said)))


def _way(said: Said) -> None:
    way = str(said.get("line"))
    _edit(lambda draft: edits.with_way(draft, Intensity(way)))


ACTS: Mapping[str, Callable[[Said], None]] = {
    "set": _set,
    "reword": _reword,
    "remove": _remove,
    "put-in": _put_in,
    "swap": _swap,
    "own": _own,
    "move": _move,
    "undo-line": _undo_line,
    "no-time": _set_time,
    "way": _way,
    "undo": lambda _: _edit(edits.undone_last),
    "redo": lambda _: _edit(edits.redone),
}
