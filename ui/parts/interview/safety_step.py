"""Step 3, safety: last time's answers one by one, then one group of questions after another."""

from typing import Any

import streamlit as st

from planner.knowledge import Knowledge
from planner.safety.asking.questions import Group
from planner.visit.asking import Again, Asking, asking
from planner.visit.interview import Interview
from planner.words import say, say_many
from ui.parts.interview import safety_acts
from ui.safety_group import lines, safety_group, summary, words
from ui.state import autosave, language, session
from ui.state.language import shown, spoken, tell

KEY = "safety"
LAST_TIME = summary.LAST_TIME
TITLE = {  # by whether the client answered beforehand, and whether there is a last time
    (False, False): say("Said last time. Still so?"),
    (False, True): say("Said last time. Still so?"),
    (True, False): say("The client answered beforehand"),
    (True, True): say("Said last time, and beforehand"),
}


def draw(found: Interview) -> None:
    """The group that stands open, over the whole width."""
    knowledge = language.knowledge()
    asked: Asking = shown(asking(found, session.knowledge()))
    open_one = _open_one(asked)
    group = next((one for one in asked.groups if one.id == open_one), None)
    data = _group(group, found, knowledge) if group else _by_itself(asked, found, knowledge)
    here = summary.progress(asked, open_one) if group else summary.said_again(asked)
    more = {"progress": here, "done": summary.done(asked), "words": words.words(spoken())}
    safety_group({**data, **more, **_state()}, autosave.token(), KEY, safety_acts.done)


def _open_one(asked: Asking) -> str:
    """The group being worked on; at first what is asked by itself, or the first that waits.

    What the client answered beforehand stays open until the therapist goes on.
    """
    ids = {group.id for group in asked.groups}
    now = str(st.session_state.get(session.OPEN_GROUP, ""))
    if asked.begins_with_last_time and _of_client(asked):
        st.session_state[session.OPEN_GROUP] = LAST_TIME
    if asked.begins_with_last_time or (now == LAST_TIME and (asked.again or asked.anything_new)):
        return LAST_TIME
    if now not in ids:
        first = next((one.id for one in asked.groups if one.unanswered), "")
        now = first or next((one.id for one in asked.groups), LAST_TIME)
    st.session_state[session.OPEN_GROUP] = now
    return now


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


def _by_itself(asked: Asking, found: Interview, knowledge: Knowledge) -> dict[str, Any]:
    new = asked.anything_new
    rows = [lines.again_line(one, found, knowledge) for one in asked.again]
    return {
        "mode": "again",
        "group": LAST_TIME,
        "title": tell(TITLE[bool(_of_client(asked)), any(one.last for one in asked.again)]),
        "sections": [],
        "regions": lines.regions([{"lines": rows}], knowledge),
        "again": {
            "rows": rows,
            "anythingNew": lines.question(new) if new else None,
            "hint": tell(
                "Each line needs its own answer. None of them is part of any “None of these”."
            ),
            "then": _then(asked),
            "goOn": bool(_of_client(asked)),
        },
    }


def _of_client(asked: Asking) -> tuple[Again, ...]:
    """What is asked because the client alone said so."""
    return tuple(one for one in asked.again if one.last is None)


def _then(asked: Asking) -> str:
    """What comes after it."""
    if asked.anything_new is None:
        return tell("Then the other questions, group by group.")
    signs = sum(len(group.questions) for group in asked.groups)
    return tell(
        "Then the short screen opens by itself: {signs} in {groups}.",
        signs=say_many("{number} line", "{number} lines", signs),
        groups=say_many("{number} group", "{number} groups", len(asked.groups)),
    )
