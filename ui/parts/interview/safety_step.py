"""Step 3, safety: last time's answers one by one, then one group of questions after another."""

from typing import Any

import streamlit as st

from planner.knowledge import Knowledge
from planner.safety.questions import Group
from planner.visit.asking import Asking, asking
from planner.visit.interview import Interview
from planner.words import say_many
from ui.parts.interview import safety_acts
from ui.safety_group import lines, safety_group, summary, words
from ui.state import autosave, language, session
from ui.state.language import shown, spoken, tell

KEY = "safety"
LAST_TIME = summary.LAST_TIME


def draw(found: Interview) -> None:
    """The group that stands open, over the whole width."""
    knowledge = language.knowledge()
    asked: Asking = shown(asking(found, session.knowledge()))
    open_one = _open_one(asked)
    group = next((one for one in asked.groups if one.id == open_one), None)
    data = _group(group, found, knowledge) if group else _last_time(asked)
    here = summary.progress(asked, open_one) if group else summary.said_again(asked)
    more = {"progress": here, "done": summary.done(asked), "words": words.words(spoken())}
    safety_group({**data, **more, **_state()}, _visit(), KEY, safety_acts.done)


def _open_one(asked: Asking) -> str:
    """The group being worked on; at first last time's answers, or the first that waits."""
    ids = {group.id for group in asked.groups}
    now = str(st.session_state.get(session.OPEN_GROUP, ""))
    if asked.begins_with_last_time or (now == LAST_TIME and asked.anything_new):
        return LAST_TIME
    if now not in ids:
        first = next((one.id for one in asked.groups if one.unanswered), "")
        now = first or next((one.id for one in asked.groups), LAST_TIME)
    st.session_state[session.OPEN_GROUP] = now
    return now


def _visit() -> str:
    """Names the open visit, in this session and after it."""
    here = autosave.place()
    return here.token if here else ""


def _state() -> dict[str, Any]:
    now = safety_acts.screen()
    return {"full": now.full, "pending": sorted(now.ticked), "open": now.opened}


def _group(group: Group, found: Interview, knowledge: Knowledge) -> dict[str, Any]:
    made = lines.sections(group, found, knowledge)
    return {
        "mode": "group",
        "group": group.id,
        "title": group.name,
        "sections": made,
        "again": None,
        "regions": lines.regions(made, knowledge),
    }


def _last_time(asked: Asking) -> dict[str, Any]:
    new = asked.anything_new
    return {
        "mode": "again",
        "group": LAST_TIME,
        "title": tell("Said last time. Still so?"),
        "sections": [],
        "regions": {},
        "again": {
            "rows": [lines.again_line(one) for one in asked.again],
            "anythingNew": lines.question(new) if new else None,
            "hint": tell(
                "Each line needs its own answer. None of them is part of any “None of these”."
            ),
            "then": _then(asked),
        },
    }


def _then(asked: Asking) -> str:
    """What comes after last time's answers, by itself."""
    signs = sum(len(group.questions) for group in asked.groups)
    return tell(
        "Then the short screen opens by itself: {signs} in {groups}.",
        signs=say_many("{number} line", "{number} lines", signs),
        groups=say_many("{number} group", "{number} groups", len(asked.groups)),
    )
