"""What the hand does to the plan: a line said otherwise, taken out, swapped or put in; undo."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from planner.model.errors import PlannerError
from planner.model.ids import LineId
from planner.model.visit import Draft
from planner.model.vocabulary import Change, Intensity
from planner.visit.draft import changed
from planner.visit.said import edits
from planner.visit.swapping import cannot_stand
from ui.state import session
from ui.state.kept_visits import interview_of
from ui.state.language import refusal, shown

REFUSED = "refused-edit"
Said = Mapping[str, Any]
Make = Callable[[Draft], Draft]


def do(said: Said) -> None:
    """Do what the browser asks; what it does not know of is nothing."""
    act = ACTS.get(str(said.get("act")))
    if act:
        act(said)


def why_not() -> str:
    """Why the last act changed nothing; told once."""
    return str(st.session_state.pop(REFUSED, ""))


def _edit(make: Make) -> None:
    session.change(make)


def _line(said: Said) -> LineId:
    return LineId(str(said.get("line")))


def _reword(said: Said) -> None:
    words = str(said.get("words", ""))
    _edit(lambda draft: edits.edited(draft, _line(said), Change.REWORD, words))


def _remove(said: Said) -> None:
    _edit(lambda draft: edits.edited(draft, _line(said), Change.REMOVE))


def _put_in(said: Said) -> None:
    line, words = _line(said), str(said.get("words", ""))
    _if_it_comes(line, lambda draft: edits.edited(draft, line, Change.ADD, words))


def _swap(said: Said) -> None:
    other = LineId(str(said.get("other")))
    _if_it_comes(other, lambda draft: edits.replaced(draft, _line(said), other))


def _if_it_comes(line: LineId, make: Make) -> None:
    """Change the plan where the line then stands in it; else say why not, and leave it."""
    refused = _refused(line, make)
    if refused:
        st.session_state[REFUSED] = refused
    else:
        _edit(make)


def _refused(line: LineId, make: Make) -> str | None:
    try:
        after = changed(session.draft(), make)
        return shown(cannot_stand(interview_of(after.as_text), line, session.knowledge()))
    except PlannerError as error:
        return refusal(error)


def _undo_line(said: Said) -> None:
    _edit(lambda draft: edits.undone(draft, _line(said)))


def _way(said: Said) -> None:
    way = str(said.get("line"))
    _edit(lambda draft: edits.with_way(draft, Intensity(way)))


ACTS: Mapping[str, Callable[[Said], None]] = {
    "reword": _reword,
    "remove": _remove,
    "put-in": _put_in,
    "swap": _swap,
    "undo-line": _undo_line,
    "way": _way,
    "undo": lambda _: _edit(edits.undone_last),
    "redo": lambda _: _edit(edits.redone),
}
