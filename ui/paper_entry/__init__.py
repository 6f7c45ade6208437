"""Answers typed in from the paper form: its order, its numbers, one line a question."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from planner.model.beforehand import ClientSaid
from planner.model.ids import QuestionId, ReasonId, TickId
from planner.model.vocabulary import Answer, Medium
from planner.visit.beforehand.paper_form import Line, Sheet, paper_form
from planner.visit.said.beforehand import left_blank, said_alone
from ui import tapped
from ui.paper_entry.words import entry_words
from ui.state import autosave, language, session
from ui.state.language import spoken, tell

BROWSER = Path(__file__).parent / "browser"
IS_OPEN, SHEET = "types-from-paper", "paper-sheet"
Data = dict[str, Any]


def is_open() -> bool:
    """Whether answers are being typed in."""
    return bool(st.session_state.get(IS_OPEN, False)) and session.has_pain_source()


def begin() -> None:
    """Type in from the first sheet on."""
    st.session_state.update({IS_OPEN: True, SHEET: 1})


@cache
def _component() -> tapped.Component:
    return tapped.component("paper-entry", BROWSER, ("entry", "keys", "entry_main"), ("entry",))


def draw() -> None:
    """The sheet that is open."""
    sheets = _sheets()
    place = min(int(st.session_state.get(SHEET, 1)), len(sheets))
    data = {
        "sheets": [_tab(one, one.number == place) for one in sheets],
        "sheet": _sheet(sheets[place - 1]),
        "last": place == len(sheets),
        "words": {**entry_words(spoken()), "form": _form(sheets)},
    }
    tapped.drawn(_component(), data, autosave.token(), "paper-entry", _heard)


def _sheets() -> tuple[Sheet, ...]:
    sources = (one.condition for one in session.draft().pain)
    return paper_form(sources, language.knowledge())


def _form(sheets: tuple[Sheet, ...]) -> str:
    lines = sum(len(one.lines) for one in sheets)
    names = tuple(
        language.knowledge().conditions[one.condition].name for one in session.draft().pain
    )
    return tell("{lines} questions, for: {names:commas}", lines=lines, names=names)


def _tab(sheet: Sheet, is_now: bool) -> Data:
    said = session.draft().beforehand
    done = all(line.question.id in said for line in sheet.lines)
    return {"number": sheet.number, "now": is_now, "done": done}


def _sheet(sheet: Sheet) -> Data:
    return {"number": sheet.number, "lines": [_line(one) for one in sheet.lines]}


def _line(line: Line) -> Data:
    asked, own = line.question, session.draft().beforehand.get(line.question.id)
    return {
        "id": asked.id,
        "number": line.number,
        "label": asked.label,
        "question": asked.question,
        "signs": [{"id": one.id, "text": one.label} for one in asked.ticks],
        "answer": _word(own),
        "ticked": list(own.ticked) if own else [],
    }


def _word(own: ClientSaid | None) -> str | None:
    """What was typed: an answer, or that it was left blank."""
    if own is None:
        return None
    return own.answer.value if own.answer else "blank"


# ---- what was typed ----


def _heard(act: tapped.Act) -> None:
    if act["kind"] == "said":
        session.change(said_alone, _given(act["answers"]))
    elif act["kind"] == "turn":
        st.session_state[SHEET] = int(act["sheet"])
    elif act["kind"] == "finish":
        session.change(said_alone, left_blank(_begun(), session.draft()))
        st.session_state[IS_OPEN] = False


def _begun() -> Iterable[QuestionId]:
    """The lines of every sheet of which something was typed in."""
    said = session.draft().beforehand
    for sheet in _sheets():
        ids = [line.question.id for line in sheet.lines]
        if any(one in said for one in ids):
            yield from ids


def _given(answers: Mapping[str, Any]) -> dict[QuestionId, ClientSaid | None]:
    return {QuestionId(ReasonId(row)): _said(one) for row, one in answers.items()}


def _said(one: Mapping[str, Any]) -> ClientSaid | None:
    if one["answer"] is None:
        return None
    answer = None if one["answer"] == "blank" else Answer(one["answer"])
    return ClientSaid(answer=answer, medium=Medium.PAPER, ticked=tuple(map(TickId, one["signs"])))
