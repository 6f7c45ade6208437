"""The client answers alone: one short list at a time, every tap on the disk at once."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from planner.model.beforehand import ClientSaid
from planner.model.ids import QuestionId, ReasonId, TickId
from planner.model.vocabulary import Answer
from planner.safety.asking.beforehand import client_said, is_urgent
from planner.safety.asking.questions import Question
from planner.visit.beforehand.tablet_screens import Screen, next_screen, screens
from planner.visit.said.beforehand import said_alone
from ui import tapped
from ui.handed_over import mode
from ui.handed_over.words import alone_words
from ui.state import autosave, language, session
from ui.state.language import spoken

BROWSER = Path(__file__).parent / "browser"
AT = "alone-at"  # the first question of the screen that stands open, or one of the two ends
END, URGENT = "end", "urgent"
Data = dict[str, Any]


@cache
def _component() -> tapped.Component:
    return tapped.component(
        "alone", BROWSER, ("hold", "inside", "shapes", "alone", "alone_main"), ("handed", "alone")
    )


def draw(*, asks: bool) -> None:
    """The screen that is open; where nothing is to be asked, that it may be given back."""
    data = {**(_now() if asks else _over(END)), "words": alone_words(spoken())}
    tapped.drawn(_component(), data, autosave.token(), "alone", _heard)


def _every() -> tuple[Screen, ...]:
    return screens(session.draft(), language.knowledge()) if session.has_pain_source() else ()


def _now() -> Data:
    every, at = _every(), str(st.session_state.get(AT, ""))
    if at in (END, URGENT) or autosave.trouble() or autosave.conflict():
        return _over(URGENT if at == URGENT else END, more=_first_open(every) is not None)
    place = _place(every, at)
    return _over(END) if place is None else _asks(every, place)


def _place(every: tuple[Screen, ...], at: str) -> int | None:
    """The screen that stands open: the one turned to, else the first with nothing said."""
    found = (n for n, one in enumerate(every) if at in {asked.id for asked in one.questions})
    return next(found, _first_open(every))


def _first_open(every: tuple[Screen, ...]) -> int | None:
    return next_screen(every, -1, session.draft())


def _over(how: str, *, more: bool = False) -> Data:
    return {"mode": how, "more": more, "screen": None, "parts": []}


def _asks(every: tuple[Screen, ...], place: int) -> Data:
    screen = every[place]
    return {
        "mode": "ask",
        "more": True,
        "parts": _parts(every, place),
        "screen": {
            "id": screen.questions[0].id,
            "heading": "" if screen.private else screen.group,
            "private": screen.private,
            "first": place == 0,
            "rows": [_row(one, hide=screen.private) for one in screen.questions],
        },
    }


def _parts(every: tuple[Screen, ...], place: int) -> list[str]:
    """Each group as done, now or open."""
    names = list(dict.fromkeys(one.group for one in every))
    at = names.index(every[place].group)
    return ["done" if n < at else "now" if n == at else "open" for n in range(len(names))]


def _row(asked: Question, *, hide: bool) -> Data:
    """A question with what the client said of it; a private one shows no answer again."""
    own = None if hide else client_said(asked.id, session.draft())
    return {
        "id": asked.id,
        "text": asked.question,
        "signs": [{"id": one.id, "text": one.label} for one in asked.ticks],
        "answer": own.answer.value if own and own.answer else None,
        "ticked": list(own.ticked) if own else [],
    }


# ---- what was tapped ----


def _heard(act: tapped.Act) -> None:
    if act["kind"] in ("said", "done"):
        given = _given(act["answers"])
        session.change(said_alone, given)
        if act["kind"] == "done":
            _turn(_after(str(act["screen"]), given))
    elif act["kind"] == "back":
        _turn(_before(str(act["screen"])))
    elif act["kind"] == "on":
        _turn("")
    elif act["kind"] == "give":
        _turn(END)
    elif act["kind"] == "home":
        _turn("")
        mode.end()


def _turn(to: str) -> None:
    st.session_state[AT] = to


def _given(answers: Mapping[str, Any]) -> dict[QuestionId, ClientSaid | None]:
    return {QuestionId(ReasonId(row)): _said(one) for row, one in answers.items()}


def _said(one: Mapping[str, Any] | None) -> ClientSaid | None:
    """One answer from the browser; nothing takes it back, no answer is a blank."""
    if one is None:
        return None
    answer = Answer(one["answer"]) if one["answer"] else None
    return ClientSaid(answer=answer, ticked=tuple(map(TickId, one["signs"])))


def _after(screen: str, given: Mapping[QuestionId, ClientSaid | None]) -> str:
    """Where it goes on: a yes that cannot wait is told first, then the next list, then the end."""
    yes = [row for row, one in given.items() if one and one.answer is Answer.YES]
    if any(is_urgent(row, session.knowledge()) for row in yes):
        return URGENT
    every = _every()
    place = next_screen(every, _place(every, screen) or 0, session.draft())
    return END if place is None else every[place].questions[0].id


def _before(screen: str) -> str:
    every = _every()
    place = _place(every, screen) or 0
    return every[max(place - 1, 0)].questions[0].id if every else END
