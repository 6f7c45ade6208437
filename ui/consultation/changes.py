"""What the last answer changed in the plan: said in one line, and marked until the next answer."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st

from planner.knowledge import Knowledge
from planner.model.plan import Plan
from ui.parts.wording import counted, name_of
from ui.state import session

SEEN = "plan-seen"
MOST_NAMED = 4

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
        found["dose"] = " ".join(one.model_dump_json() for one in plan.massage.phases)
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
    return f" :blue-badge[{words}]" if words else ""


def _said(came: list[str], went: list[str], other: list[str], knowledge: Knowledge) -> str:
    parts = (("New", came), ("Gone", went), ("Changed", other))
    told = [f"{word}: {_names(lines, knowledge)}" for word, lines in parts if lines]
    return ". ".join(told) + "." if told else ""


def _names(lines: list[str], knowledge: Knowledge) -> str:
    names = [
        "how often" if one == "dose" else name_of(one, knowledge) for one in lines[:MOST_NAMED]
    ]
    more = len(lines) - MOST_NAMED
    return "; ".join([*names, *([counted(more, "more line", "more lines")] if more > 0 else [])])
