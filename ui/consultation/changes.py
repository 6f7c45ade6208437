"""What the last answer changed in the plan: said in one line, and marked until the next answer."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from planner.knowledge import Knowledge
from planner.knowledge.names import name_of
from planner.model.ids import LineId
from planner.model.plan import Plan
from planner.words import joined, say, say_in, say_many
from ui.state import session
from ui.state.language import shown, tell

SEEN = "plan-seen"
MOST_NAMED = 4
DOSE = "dose"  # stands among the ids of lines for how often
NEW, GONE, CHANGED = say("New"), say("Gone"), say("Changed")
HOW_OFTEN = say("how often")
MARKS = {"new": say_in("mark of a line", "new"), "changed": say_in("mark of a line", "changed")}

Lines = Mapping[str, str]


class Seen(NamedTuple):
    """The visit the lines belong to, its lines, what was said of them, and each one's mark."""

    visit: str
    lines: Lines
    said: str
    marks: Mapping[str, str]


def lines_of(plan: Plan) -> dict[str, str]:
    """Every line of the plan by its id, as text that changes when anything in it does."""
    techniques = plan.massage.techniques if plan.massage else ()
    found = {
        str(one.id): one.model_dump_json()
        for part in (techniques, plan.complementary, plan.self_care)
        for one in part
    }
    if plan.massage:
        found[DOSE] = " ".join(one.model_dump_json() for one in plan.massage.phases)
    return found


def compared(before: Lines, now: Lines) -> tuple[list[str], list[str], list[str]]:
    """The lines that came, that went, and that read otherwise."""
    came = [one for one in now if one not in before]
    went = [one for one in before if one not in now]
    other = [one for one in now if one in before and now[one] != before[one]]
    return came, went, other


def draw(plan: Plan, knowledge: Knowledge) -> None:
    """One line that says what the last answer changed."""
    visit, now = session.text(), lines_of(plan)
    seen = st.session_state.get(SEEN) or Seen(visit, now, "", {})
    if visit != seen.visit:
        came, went, other = compared(seen.lines, now)
        marks = dict.fromkeys(came, "new") | dict.fromkeys(other, "changed")
        seen = Seen(visit, now, _said(came, went, other, knowledge), marks)
    st.session_state[SEEN] = seen
    st.html(f'<p class="changed" role="status">{seen.said or "&nbsp;"}</p>')


def mark(line: str) -> str:
    """The mark of a line that the last answer changed; empty for the others."""
    seen = st.session_state.get(SEEN)
    words = seen.marks.get(line) if seen else None
    return tell(" :blue-badge[{words}]", words=MARKS[words]) if words else ""


def _said(came: list[str], went: list[str], other: list[str], knowledge: Knowledge) -> str:
    parts = ((NEW, came), (GONE, went), (CHANGED, other))
    told = (
        say("{word}: {names}.", word=word, names=_names(lines, knowledge))
        for word, lines in parts
        if lines
    )
    return shown(joined(*told))


def _names(lines: list[str], knowledge: Knowledge) -> str:
    names = [
        HOW_OFTEN if one == DOSE else name_of(LineId(one), knowledge) for one in lines[:MOST_NAMED]
    ]
    more = len(lines) - MOST_NAMED
    if more > 0:
        names.append(say_many("{number} more line", "{number} more lines", more))
    return say("{names:semicolons}", names=tuple(names))
